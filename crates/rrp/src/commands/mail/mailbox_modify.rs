//! `ModifyMailbox`: another quota, disabled or not.

use engine::Field;
use engine::ops::mailbox::Update;

use super::parameters;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::{Params, number};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = parameters::mailbox(&mut params, "MAILBOX");
    let quota = params.read("QUOTA", Field::MailQuota, number);
    let enabled = params.flag("DISABLED").map(|is_disabled| !is_disabled);
    let update = params.finish(name.map(|name| Update { name, quota, enabled }))?;
    let shown = update.name.to_string();
    call.command(update).await.map(|done| Reply::about(done, "mailbox", shown))
}
