//! Paying back.

use crate::{
    Failure, Fault, Writing,
    model::{AccountId, Book, Entry, EntryId, EntryKind, Instant, ObjectId},
    ports::{Port, store::Posted},
};

/// Pays back what an account paid latest for something about an object since a moment, unless that was done before:
/// the price and the tax. Answers how many years were paid back: zero when there is nothing, as what was free has no
/// line.
///
/// The payer and the moment keep it from an older line when the operation that is undone was free.
///
/// # Errors
/// A fault of the store or the ledger.
pub fn refund(
    cx: &Writing<'_>,
    kind: EntryKind,
    object: ObjectId,
    payer: AccountId,
    since: Instant,
) -> Result<u8, Failure> {
    let entries = cx.store.entries_of(object)?;
    let undone = |entry: &Entry| entries.iter().any(|other| other.reverses == Some(entry.id));
    let paid = |entry: &&Entry| entry.kind == kind && entry.from == Book::Account(payer) && entry.at >= since;
    let open = || entries.iter().filter(paid).filter(|entry| !undone(entry));
    let Some(operation) = open().next_back().map(|entry| entry.operation) else { return Ok(0) };
    cx.reach(Port::Ledger)?;

    let lines: Vec<&Entry> = open().filter(|entry| entry.operation == operation).collect();
    let reversals: Vec<Entry> = lines.iter().map(|line| reversal(cx, line)).collect();
    match cx.store.post_together(&reversals)? {
        Posted::Yes(_) => Ok(lines.iter().map(|line| line.years).max().unwrap_or_default()),
        Posted::CreditInsufficient => Err(Fault::internal("a refund was refused for want of credit").into()),
    }
}

fn reversal(cx: &Writing<'_>, line: &Entry) -> Entry {
    Entry {
        id: EntryId(cx.new_id()),
        operation: cx.operation,
        at: cx.now,
        kind: EntryKind::Refund,
        from: line.to,
        to: line.from,
        reverses: Some(line.id),
        ..line.clone()
    }
}
