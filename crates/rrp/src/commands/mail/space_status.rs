//! `StatusMailspace`.

use engine::model::{Line, Mailspace};
use engine::ops::mailspace::Info;

use super::parameters::mailspace;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = mailspace(&mut params);
    let name = params.finish(name)?;
    let done = call.query(Info { name }).await?;
    Ok(Reply::of(done, |space| told(&space)))
}

fn told(space: &Mailspace) -> Columns {
    let is_disabled = space.is_unpaid || space.is_suspended;
    Columns::new()
        .one("mailspace", space.name.as_str())
        .maybe("name", space.title.as_ref().map(Line::as_str))
        .one("quota", space.quota.to_string())
        .one("maxmailboxes", space.most_mailboxes.to_string())
        .one("maxmailforwardings", space.most_forwardings.to_string())
        .one("mailboxes", space.mailboxes.to_string())
        .one("mailforwardings", space.forwardings.to_string())
        .maybe("ip", space.address.map(|address| address.to_string()))
        .one("period", space.term.months().to_string())
        .one("expiration date", moment(space.paid_until))
        .one("created date", moment(space.added_at))
        .one("disabled", if is_disabled { "1" } else { "0" })
}
