//! `dns-domain-info`: a zone, without its rows.

use engine::ops::dns_zone::Info;

use super::{parameters, shown};
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;
use crate::tree::Tree;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = parameters::zone(&mut params, "name");
    let name = params.finish(name)?;
    let done = call.query(Info { name }).await?;
    Ok(Reply::telling(done, |view| Tree::map([("domain", shown::zone(&view))])))
}
