//! `dns-domain-axfr-run`: has a secondary zone fetched from its primary, and tells when.

use engine::ops::dns_zone::AxfrRun;

use super::parameters;
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;
use crate::times;
use crate::tree::Tree;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = parameters::zone(&mut params, "name");
    let name = params.finish(name)?;
    let done = call.command(AxfrRun { name }).await?;
    Ok(Reply::telling(done, |next_run| Tree::map([("next_run", Tree::text(times::moment(next_run)))])))
}
