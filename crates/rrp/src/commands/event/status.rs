//! `StatusEvent`: one event with what it tells. It is not acknowledged by that.

use engine::model::{Notice, NoticeId};
use engine::ops::notice::Info;
use engine::{Field, Outcome, Refusal};

use super::{class, data};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let notice = params.need("EVENT", Field::MessageId, id);
    let with_past = params.flag("HISTORY").unwrap_or(false);
    let notice = params.finish(notice)?;
    let done = call.query(Info { notice, with_past }).await?;
    Ok(Reply::of(done, |listed| told(&listed.notice)))
}

/// An event as it is shown by itself.
pub(super) fn told(notice: &Notice) -> Columns {
    let (class, subclass) = class::of(&notice.event);
    Columns::new()
        .one("event", notice.id.to_string())
        .one("class", class)
        .one("subclass", subclass)
        .one("object id", notice.event.object())
        .one("date", moment(notice.at))
        .one("info", notice.event.sentence())
        .many("data", data::lines(notice))
}

/// Reads the number of an event.
///
/// # Errors
/// `message_id_malformed`.
pub(super) fn id(text: &str) -> Result<NoticeId, Refusal> {
    let number = text.trim().parse().ok().filter(|number: &i64| *number >= 0);
    number.map(NoticeId).ok_or_else(|| Refusal::new(Outcome::MessageIdMalformed).value(text))
}
