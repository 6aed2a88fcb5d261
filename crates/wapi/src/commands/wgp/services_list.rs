//! `wgp-services-list`: the account's protection services, its own and those it shares.

use engine::ops::protection::List;

use super::shown;
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;
use crate::tree::Tree;

pub(in crate::commands) async fn run(call: &Call<'_>, _: Params) -> Ended {
    let done = call.query(List).await?;
    Ok(Reply::telling(done, |services| {
        Tree::map([("service", Tree::List(services.iter().map(shown::listed).collect()))])
    }))
}
