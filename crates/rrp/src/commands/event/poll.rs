//! `PollEvent`: the oldest event that waits, if any. It is not acknowledged by that.

use engine::ops::poll::Request;

use super::status::told;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, params: Params) -> Ended {
    params.finish(Some(()))?;
    let done = call.query(Request { protocol: None }).await?;
    Ok(Reply::of(done, |queue| match queue {
        Some(queue) => told(&queue.head).one("events total", queue.waiting.to_string()),
        None => Columns::new().one("events total", "0"),
    }))
}
