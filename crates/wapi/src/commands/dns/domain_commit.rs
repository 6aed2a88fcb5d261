//! `dns-domain-commit`: publishes the rows of a zone as they are now.

use engine::ops::dns_zone::Commit;

use super::parameters;
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = parameters::zone(&mut params, "name");
    let name = params.finish(name)?;
    call.command(Commit { name }).await.map(Reply::nothing)
}
