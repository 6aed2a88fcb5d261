//! `DeleteEvent`: acknowledges an event. It can be read with `history=1` for a while.

use engine::Field;
use engine::ops::poll::Acknowledge;

use super::status::id;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let notice = params.need("EVENT", Field::MessageId, id);
    let notice = params.finish(notice)?;
    let done = call.command(Acknowledge { notice, protocol: None }).await?;
    let columns =
        |left: u64| Columns::new().one("event", notice.to_string()).one("events total", left.to_string());
    Ok(Reply::of(done, columns))
}
