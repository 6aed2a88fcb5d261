//! How things are shown in JSON.

use engine::model::{Account, Book, Entry, Instant, Notice};
use serde_json::{Value, json};

use crate::mailbox::Message;
use crate::timekeeper::Happening;

/// A moment, as RFC 3339 has it.
pub(super) fn time(at: Instant) -> Value {
    Value::String(at.to_string())
}

/// Something that happened while the clock moved.
pub(super) fn happening(happening: &Happening) -> Value {
    match happening {
        Happening::Due(fired) => json!({"at": time(fired.at), "object": fired.object, "deed": fired.deed}),
        Happening::Counterpart(act) => {
            json!({"at": time(act.at), "object": act.object, "deed": act.deed, "account": act.account})
        }
    }
}

/// A line of the ledger. `accounts` gives the account books their names.
pub(super) fn entry(entry: &Entry, accounts: &[Account]) -> Value {
    json!({
        "id": entry.id.0.to_string(),
        "at": time(entry.at),
        "trid": entry.operation.to_string(),
        "kind": entry.kind.name(),
        "from": book(entry.from, accounts),
        "to": book(entry.to, accounts),
        "amount": entry.amount.to_string(),
        "currency": entry.amount.currency.code(),
        "years": entry.years,
        "reverses": entry.reverses.map(|id| id.0.to_string()),
        "invoice": entry.invoice.map(|number| number.to_string()),
    })
}

/// A book by its name: an account's id, or what else money stands in.
fn book(book: Book, accounts: &[Account]) -> String {
    match book {
        Book::Revenue => "revenue".to_owned(),
        Book::Tax => "tax".to_owned(),
        Book::Bank => "bank".to_owned(),
        Book::Account(id) => {
            let account = accounts.iter().find(|account| account.id == id);
            account.map_or_else(|| id.0.to_string(), |account| account.clid.to_string())
        }
    }
}

/// A notice in a queue.
pub(super) fn notice(notice: &Notice) -> Value {
    json!({
        "id": notice.id.to_string(),
        "at": time(notice.at),
        "event": notice.event.name(),
        "object": notice.event.object(),
        "message": notice.event.sentence(),
    })
}

/// A message in the mailbox.
pub(super) fn message(message: &Message) -> Value {
    json!({
        "id": message.id,
        "at": time(message.at),
        "to": message.to,
        "subject": message.subject,
        "text": message.text,
    })
}
