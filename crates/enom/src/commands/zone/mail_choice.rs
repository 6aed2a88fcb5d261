//! What becomes of the mail of a domain: nothing, it is sent on, or it goes to a mail server of somebody else. That is read off
//! what there is; a choice takes away what the others need.

use engine::Failure;
use engine::model::{DnsRow, DomainName, RecordType};
use engine::ops::Several;
use engine::ops::mail_forwarding::{Delete, List};

use super::{forwarding::ALL, rows};
use crate::call::Call;

/// What becomes of the mail of a domain.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::commands) enum MailChoice {
    None,
    Forwarded,
    Elsewhere,
}

impl MailChoice {
    /// Its number among services.
    pub(in crate::commands) const fn number(self) -> &'static str {
        match self {
            Self::None => "1048",
            Self::Forwarded => "1051",
            Self::Elsewhere => "1054",
        }
    }
}

/// What becomes of the mail of one of the account's domains.
///
/// # Errors
/// As of reading its zone.
pub(in crate::commands) async fn of(call: &Call<'_>, name: &DomainName) -> Result<MailChoice, Failure> {
    let zone = rows::read(call, name).await?;
    among(call, name, &zone.rows).await
}

/// The same of a domain whose rows are known.
///
/// # Errors
/// As of listing forwardings.
pub(in crate::commands) async fn among(
    call: &Call<'_>,
    name: &DomainName,
    rows: &[DnsRow],
) -> Result<MailChoice, Failure> {
    if !forwardings(call, name).await?.is_empty() {
        return Ok(MailChoice::Forwarded);
    }
    let has_exchangers = rows.iter().any(is_exchanger);
    Ok(if has_exchangers { MailChoice::Elsewhere } else { MailChoice::None })
}

/// Takes away what stands against a choice: forwardings, mail exchangers, or both. Those that it needs are set by other
/// commands.
///
/// # Errors
/// As of deleting forwardings and editing a zone.
pub(in crate::commands) async fn set(
    call: &Call<'_>,
    name: DomainName,
    choice: MailChoice,
) -> Result<(), Failure> {
    let gone = match choice {
        MailChoice::Forwarded => Vec::new(),
        MailChoice::None | MailChoice::Elsewhere => forwardings(call, &name).await?,
    };
    let gone = Several(gone);
    let zone = rows::read(call, &name).await?;
    if choice == MailChoice::Elsewhere || !zone.rows.iter().any(is_exchanger) {
        return call.command(gone).await.map(drop);
    }
    zone.replace(name, is_exchanger, Vec::new()).send_with(call, gone).await
}

async fn forwardings(call: &Call<'_>, name: &DomainName) -> Result<Vec<Delete>, Failure> {
    let list = List { held_name: Some(name.clone()), window: ALL };
    let known = call.query(list).await?.answer.rows;
    Ok(known.into_iter().map(|one| Delete { address: one.address, target: one.target }).collect())
}

fn is_exchanger(row: &DnsRow) -> bool {
    row.rdata.kind() == RecordType::Mx
}
