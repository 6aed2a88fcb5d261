//! Paying back.

use super::invoice;
use crate::{
    Failure, Fault, Writing,
    model::{AccountId, Book, Entry, EntryId, EntryKind, Instant, Money, ObjectId, OperationId},
    ports::{Port, Step, store::Posted},
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
    let mut open = open(cx, object, payer)?;
    open.retain(|entry| entry.kind == kind && entry.at >= since);
    let Some(operation) = open.last().map(|entry| entry.operation) else { return Ok(0) };
    open.retain(|entry| entry.operation == operation);
    cx.reach(Port::Ledger)?;
    cx.reach(Port::Invoices)?;
    undo(cx, payer, &open)?;
    Ok(open.iter().map(|line| line.years).max().unwrap_or_default())
}

/// Whether a payment was given back.
#[derive(Clone, Debug)]
pub enum Reversal {
    /// It was, or there was nothing to give back.
    Done,
    /// It could not be: how much is owed, and why.
    Owed(Money, Fault),
}

/// Gives back what an account paid for an object by one operation. Where the ledger does not take that, nothing was
/// changed.
///
/// # Errors
/// A fault of the store.
pub fn reverse(
    cx: &Writing<'_>,
    object: ObjectId,
    payer: AccountId,
    paid_by: OperationId,
) -> Result<Reversal, Failure> {
    let mut open = open(cx, object, payer)?;
    open.retain(|entry| entry.operation == paid_by);
    let Some(first) = open.first() else { return Ok(Reversal::Done) };
    let amount = Money::new(open.iter().map(|line| line.amount.minor).sum(), first.amount.currency);
    // Both have to be there before anything is written: half a reversal is none.
    if let Err(fault) = cx.reach_ledger(Step::Reversal).and_then(|()| cx.reach(Port::Invoices)) {
        return Ok(Reversal::Owed(amount, fault));
    }
    undo(cx, payer, &open)?;
    Ok(Reversal::Done)
}

/// The lines by which an account paid for an object and that were not undone, oldest first.
fn open(cx: &Writing<'_>, object: ObjectId, payer: AccountId) -> Result<Vec<Entry>, Fault> {
    let entries = cx.store.entries_of(object)?;
    let undone = |entry: &Entry| entries.iter().any(|other| other.reverses == Some(entry.id));
    let paid = |entry: &&Entry| entry.from == Book::Account(payer) && !undone(entry);
    Ok(entries.iter().filter(paid).cloned().collect())
}

/// Undoes lines of one operation, with an invoice that takes theirs back.
fn undo(cx: &Writing<'_>, payer: AccountId, lines: &[Entry]) -> Result<(), Failure> {
    let draft = invoice::correction(cx, payer, lines)?;
    let reversals: Vec<Entry> = lines.iter().map(|line| reversal(cx, line)).collect();
    match cx.store.post_invoiced(&reversals, draft.as_ref())? {
        Posted::Yes(_) => Ok(()),
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
        invoice: None,
        ..line.clone()
    }
}
