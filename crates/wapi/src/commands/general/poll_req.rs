//! `poll-req`: the oldest notice, which stays in the queue.

use engine::ops::poll;

use crate::Call;
use crate::answer::{Ended, Reply};
use crate::notice;
use crate::params::Params;
use crate::tree::Tree;

pub(in crate::commands) async fn run(call: &Call<'_>, _: Params) -> Ended {
    let done = call.query(poll::Request { protocol: Some(notice::FAMILY) }).await?;
    let account = &call.actor().account.clid;
    let data = done.answer.as_ref().map(|queue| Tree::map([("notify", notice::tree(&queue.head, account))]));
    Ok(Reply { data, ..Reply::nothing(done) })
}
