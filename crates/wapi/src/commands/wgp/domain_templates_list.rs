//! `wgp-domain-templates-list`: the account's services that are templates.

use engine::ops::protection::ListTemplates;

use super::shown;
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;
use crate::tree::Tree;

pub(in crate::commands) async fn run(call: &Call<'_>, _: Params) -> Ended {
    let done = call.query(ListTemplates).await?;
    Ok(Reply::telling(done, |templates| {
        Tree::map([("template", Tree::List(templates.iter().map(shown::listed).collect()))])
    }))
}
