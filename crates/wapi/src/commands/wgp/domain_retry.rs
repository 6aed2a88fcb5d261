//! `wgp-domain-retry`: does what a protection service waits for, and tells what was paid, if anything was.

use engine::ops::protection::Retry;

use super::{parameters, shown};
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;
use crate::tree::Tree;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = parameters::name(&mut params);
    let (dns_token, force_dns) = parameters::dns_permit(&mut params);
    let retry = params.finish(name.map(|name| Retry { name, dns_token, force_dns }))?;
    let done = call.command(retry).await?;
    let data = done.answer.as_ref().map(|receipt| Tree::map(shown::paid(receipt)));
    Ok(Reply { data, ..Reply::nothing(done) })
}
