//! `AddMailbox`: a mailbox in a mailspace.

use engine::Field;
use engine::ops::mailbox::Add;

use super::parameters;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::{Params, number};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let mailspace = parameters::mailspace(&mut params);
    let name = parameters::mailbox(&mut params, "MAILBOXNAME");
    let quota = params.need("QUOTA", Field::MailQuota, number);
    let add = mailspace.zip(name).zip(quota);
    let add = params.finish(add.map(|((mailspace, name), quota)| Add { mailspace, name, quota }))?;
    let shown = add.name.to_string();
    call.command(add).await.map(|done| Reply::about(done, "mailbox", shown))
}
