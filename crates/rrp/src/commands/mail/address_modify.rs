//! `ModifyEmailaddress`: another password, another mailbox.

use engine::Field;
use engine::model::{MailboxName, Secret};
use engine::ops::mail_address::Update;

use super::parameters;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let address = parameters::address(&mut params);
    let mailbox = params.read("MAILBOX", Field::Mailbox, MailboxName::parse);
    let secret = params.text("PASSWORD").map(Secret::new);
    let is_checked = !params.flag("NOPWCHECK").unwrap_or(false);
    let address = params.finish(address)?;
    let password = match secret {
        Some(secret) => Some(call.desk.hash_mail(secret, is_checked).await?),
        None => None,
    };
    let shown = address.to_string();
    let done = call.command(Update { address, password, mailbox }).await?;
    Ok(Reply::about(done, "emailaddress", shown))
}
