//! Setting money aside, and what becomes of it.

use super::{
    LowCredit, Purchase,
    bill::bill,
    charge::{judge, lines},
    invoice,
};
use crate::{
    Failure, Fault, Writing,
    model::{Account, EntryKind, Hold, ObjectId},
    ports::Port,
};

/// Sets the price of a purchase aside, to be settled or released later. What is free needs no hold. Tells if that
/// brought the account below its warning threshold.
///
/// # Errors
/// As [`super::charge`].
pub fn hold(
    cx: &Writing<'_>,
    payer: &Account,
    purchase: &impl Purchase,
    object: ObjectId,
) -> Result<Option<LowCredit>, Failure> {
    let Some(hold) = bill(cx, payer, purchase, object)? else { return Ok(None) };
    let posted = cx.store.hold(&hold)?;
    Ok(judge(cx, payer, hold.fee, posted)?.low)
}

/// Pays what was set aside for something about an object, because it came to pass: at the price and the tax of the
/// time when it was set aside, and with an invoice for whom it would have been made out then.
///
/// # Errors
/// A fault of the store or the ledger.
pub fn settle(cx: &Writing<'_>, kind: EntryKind, object: ObjectId) -> Result<(), Fault> {
    for hold in open(cx, kind, object)? {
        let (lines, draft) = (lines(cx, &hold), invoice::of(cx, &hold)?);
        cx.store.settle(hold, &lines, draft.as_ref())?;
    }
    Ok(())
}

/// Gives back what was set aside for something about an object, because it came to nothing.
///
/// # Errors
/// A fault of the store or the ledger.
pub fn release(cx: &Writing<'_>, kind: EntryKind, object: ObjectId) -> Result<(), Fault> {
    for hold in open(cx, kind, object)? {
        cx.store.release(hold)?;
    }
    Ok(())
}

fn open(cx: &Writing<'_>, kind: EntryKind, object: ObjectId) -> Result<Vec<Hold>, Fault> {
    let mut holds = cx.store.holds_of(object)?;
    holds.retain(|hold| hold.kind == kind);
    if !holds.is_empty() {
        cx.reach(Port::Ledger)?;
    }
    Ok(holds)
}
