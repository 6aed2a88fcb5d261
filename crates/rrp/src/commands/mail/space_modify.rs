//! `ModifyMailspace`: other limits, suspended or not.

use engine::Field;
use engine::ops::mailspace::Update;

use super::parameters::{ip, mailspace, title};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::{Params, number};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let update = read(&mut params);
    let update = params.finish(update)?;
    let shown = update.name.to_string();
    call.command(update).await.map(|done| Reply::about(done, "mailspace", shown))
}

fn read(params: &mut Params) -> Option<Update> {
    let name = mailspace(params);
    Some(Update {
        title: params.clearable("NAME", Field::MailspaceTitle, title),
        quota: params.read("QUOTA", Field::MailQuota, number),
        most_mailboxes: params.read("MAXMAILBOXES", Field::MostMailboxes, number),
        most_forwardings: params.read("MAXMAILFORWARDINGS", Field::MostMailForwardings, number),
        address: params.clearable("IP", Field::MailspaceAddress, ip),
        suspended: params.flag("DISABLED"),
        name: name?,
    })
}
