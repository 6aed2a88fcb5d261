//! `account-list`: what raised or lowered the account's credit from one day to another, both included, as days are in
//! Prague.

use engine::Field;
use engine::model::{Date, EntryKind};
use engine::ops::account::{Direction, Movement, Statement};

use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;
use crate::times;
use crate::tree::{Items, Tree};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let from = params.need("date_from", Field::FirstDay, Date::parse);
    let until = params.need("date_to", Field::LastDay, Date::parse);
    let (first, last) = params.finish(from.zip(until))?;
    // The command has no pages, and what was paid for an order is told as one only if it stands on one.
    let statement = Statement {
        clid: call.actor().account.clid.clone(),
        from: times::begin_of(first),
        until: times::begin_of(last.tomorrow()),
        newest_first: false,
        after: None,
        most: u32::MAX,
    };
    let done = call.query(statement).await?;
    Ok(Reply::telling(done, |page| {
        let items = page.movements().iter().map(item).collect();
        Tree::Keyed(Items { element: Some("item"), items })
    }))
}

fn item(movement: &Movement) -> (String, Tree) {
    let at = times::moment(movement.at);
    let billed_at = movement.invoice.is_some().then(|| at.clone());
    let invoice = movement.invoice.map(|invoice| invoice.to_string());
    let entries = [
        ("ID", Tree::text(movement.id.to_string())),
        ("type", Tree::text(direction(movement.direction))),
        ("num", Tree::text(movement.order.0.to_string())),
        ("description", Tree::Text(description(movement))),
        ("amount", Tree::text(movement.amount.to_string())),
        ("bill_num", Tree::text(invoice.unwrap_or_default())),
        ("bill_date", Tree::text(billed_at.unwrap_or_default())),
        ("blocked", Tree::Number(i64::from(movement.blocked))),
        ("created_date", Tree::Text(at)),
    ];
    (movement.id.to_string(), Tree::map(entries))
}

const fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Payment => "payment",
        Direction::Deposit => "deposit",
    }
}

fn description(movement: &Movement) -> String {
    let mut said = title(movement.kind).to_owned();
    if let Some(name) = &movement.name {
        said.extend([" ", name]);
    }
    match movement.years {
        0 => said,
        1 => said + ", 1 year",
        years => format!("{said}, {years} years"),
    }
}

/// Some clients take an answer with the word protection for the page of a firewall, so it is not said.
const fn title(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Deposit => "Deposit",
        EntryKind::Move => "Credit moved between accounts",
        EntryKind::Create => "Registration of",
        EntryKind::Renew => "Renewal of",
        EntryKind::AutoRenew => "Automatic renewal of",
        EntryKind::Transfer => "Transfer of",
        EntryKind::Restore => "Restoration of",
        EntryKind::Trade => "Change of the registrant of",
        EntryKind::Protect => "Service for",
        EntryKind::ProtectRenew => "Renewal of the service for",
        EntryKind::ProtectChange => "Other plan of the service for",
        EntryKind::Mailspace => "Mailspace",
        EntryKind::MailspaceRenew => "Renewal of mailspace",
        EntryKind::Certify => "Certificate for",
        EntryKind::CertifyRenew => "Renewal of the certificate for",
        EntryKind::Privacy => "Privacy for",
        EntryKind::PrivacyRenew => "Renewal of the privacy for",
        EntryKind::Refund => "Refund for",
    }
}
