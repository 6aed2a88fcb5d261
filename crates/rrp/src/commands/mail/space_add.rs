//! `AddMailspace`: room for mail, paid for some months.

use engine::Field;
use engine::model::MailspaceName;
use engine::ops::mailspace::Add;

use super::parameters::{ip, term, title};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::{Params, number};
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let add = Add {
        name: params.read("MAILSPACE", Field::Mailspace, MailspaceName::parse),
        title: params.read("NAME", Field::MailspaceTitle, title),
        quota: params.read("QUOTA", Field::MailQuota, number),
        most_mailboxes: params.read("MAXMAILBOXES", Field::MostMailboxes, number),
        most_forwardings: params.read("MAXMAILFORWARDINGS", Field::MostMailForwardings, number),
        address: params.read("IP", Field::MailspaceAddress, ip),
        term: term(&mut params),
    };
    let add = params.finish(Some(add))?;
    let done = call.command(add).await?;
    Ok(Reply::of(done, |paid| {
        let space = paid.mailspace;
        Columns::new().one("mailspace", space.name.as_str()).one("expiration date", moment(space.paid_until))
    }))
}
