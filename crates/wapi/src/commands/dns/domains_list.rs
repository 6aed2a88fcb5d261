//! `dns-domains-list`: the account's zones.

use engine::ops::dns_zone::List;

use super::shown;
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;
use crate::tree::Tree;

pub(in crate::commands) async fn run(call: &Call<'_>, _: Params) -> Ended {
    let done = call.query(List).await?;
    Ok(Reply::telling(done, |zones| {
        Tree::map([("domain", Tree::List(zones.iter().map(shown::listed).collect()))])
    }))
}
