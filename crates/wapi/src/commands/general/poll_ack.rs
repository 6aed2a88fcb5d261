//! `poll-ack`: takes the oldest notice out of the queue.

use engine::model::NoticeId;
use engine::ops::poll::Acknowledge;
use engine::{Field, Outcome, Refusal};

use crate::Call;
use crate::answer::{Ended, Reply};
use crate::notice;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let id = params.need("id", Field::MessageId, id);
    let notice = params.finish(id)?;
    call.command(Acknowledge { notice, protocol: Some(notice::FAMILY) }).await.map(Reply::nothing)
}

fn id(text: &str) -> Result<NoticeId, Refusal> {
    text.parse().map(NoticeId).map_err(|_| Refusal::new(Outcome::MessageIdMalformed).value(text))
}
