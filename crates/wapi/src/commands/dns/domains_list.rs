//! `dns-domains-list`: the account's zones.

use engine::model::{NamePattern, Window};
use engine::ops::dns_zone::List;

use super::shown;
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;
use crate::tree::Tree;

pub(in crate::commands) async fn run(call: &Call<'_>, _: Params) -> Ended {
    let done = call.query(List { pattern: NamePattern::any(), window: Window::ALL }).await?;
    Ok(Reply::telling(done, |zones| {
        Tree::map([("domain", Tree::List(zones.rows.iter().map(shown::listed).collect()))])
    }))
}
