//! `AddEmailaddress`: an address of a mailbox.

use engine::Field;
use engine::model::Secret;
use engine::ops::mail_address::Add;

use super::parameters;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let address = parameters::address(&mut params);
    let mailbox = parameters::mailbox(&mut params, "MAILBOX");
    let password = params.required("PASSWORD", Field::MailPassword).map(Secret::new);
    let is_checked = !params.flag("NOPWCHECK").unwrap_or(false);
    let ((address, mailbox), password) = params.finish(address.zip(mailbox).zip(password))?;
    let password = call.desk.hash_mail(password, is_checked).await?;
    let shown = address.to_string();
    let done = call.command(Add { address, password, mailbox }).await?;
    Ok(Reply::about(done, "emailaddress", shown))
}
