//! `StatusMailbox`.

use engine::ops::mailbox::Info;

use super::parameters;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = parameters::mailbox(&mut params, "MAILBOX");
    let name = params.finish(name)?;
    let done = call.query(Info { name }).await?;
    Ok(Reply::of(done, |placed| {
        Columns::new()
            .one("mailbox", placed.mailbox.name.as_str())
            .one("mailspace", placed.mailspace.as_str())
            .one("quota", placed.mailbox.quota.to_string())
            .one("created date", moment(placed.mailbox.added_at))
            .one("disabled", if placed.mailbox.is_enabled { "0" } else { "1" })
    }))
}
