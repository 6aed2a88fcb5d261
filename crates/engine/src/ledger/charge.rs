//! Paying at once.

use outcomes::{Field, Outcome};

use super::{Order, quote};
use crate::{
    Failure, Refusal, Writing,
    model::{Account, Book, Entry, EntryId, EntryKind, Fee, Hold, HoldId, Money, ObjectId, Standing},
    policy::Priced,
    ports::{Port, store::Posted},
};

/// An account came below its warning threshold just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LowCredit {
    /// What it can still spend.
    pub left: Money,
    /// The threshold.
    pub threshold: Money,
}

/// Bills an account for an order. Tells if that brought it below its warning threshold.
///
/// # Errors
/// `price_missing` when the zone has no price in the account's currency, `credit_insufficient` when the balance and
/// the credit limit, without what is set aside, do not cover the price. Then nothing was changed.
pub fn charge(
    cx: &Writing<'_>,
    payer: &Account,
    order: Order<'_>,
    object: ObjectId,
) -> Result<Option<LowCredit>, Failure> {
    let Some(bill) = bill(cx, payer, order, object)? else { return Ok(None) };
    let posted = cx.store.post_together(&lines(cx, &bill))?;
    judge(cx, payer, bill.fee, posted)
}

/// What an order comes to; `None` when it is free.
///
/// # Errors
/// `price_missing`.
pub(super) fn bill(
    cx: &Writing<'_>,
    payer: &Account,
    order: Order<'_>,
    object: ObjectId,
) -> Result<Option<Hold>, Failure> {
    cx.reach(Port::Prices)?;
    let fee = quote(payer, order)?.fee;
    if fee.gross().minor == 0 {
        return Ok(None);
    }
    cx.reach(Port::Ledger)?;
    Ok(Some(Hold {
        id: HoldId(cx.new_id()),
        operation: cx.operation,
        at: cx.now,
        account: payer.id,
        kind: kind_of(order.what),
        fee,
        object,
        years: order.years,
    }))
}

/// The lines that pay a bill now: one for the price and, if there is tax, one for the tax.
pub(super) fn lines(cx: &Writing<'_>, bill: &Hold) -> Vec<Entry> {
    let line = |amount, to, years| Entry {
        id: EntryId(cx.new_id()),
        operation: cx.operation,
        at: cx.now,
        kind: bill.kind,
        from: Book::Account(bill.account),
        to,
        amount,
        object: Some(bill.object),
        years,
        reverses: None,
    };
    let mut lines = vec![line(bill.fee.net, Book::Revenue, bill.years)];
    if bill.fee.tax.minor > 0 {
        lines.push(line(bill.fee.tax, Book::Tax, 0));
    }
    lines
}

/// What it means for the payer that a bill was paid or set aside.
///
/// # Errors
/// `credit_insufficient` if it was not.
pub(super) fn judge(
    cx: &Writing<'_>,
    payer: &Account,
    fee: Fee,
    posted: Posted,
) -> Result<Option<LowCredit>, Failure> {
    match posted {
        Posted::Yes(standing) => Ok(crossed(standing, fee.gross())),
        Posted::CreditInsufficient => {
            Err(insufficient(cx.store.standing(payer.id)?.left(), fee.gross()).into())
        }
    }
}

fn crossed(standing: Standing, spent: Money) -> Option<LowCredit> {
    let (left, threshold) = (standing.left(), standing.threshold());
    standing.fell_by(spent).then_some(LowCredit { left, threshold })
}

fn insufficient(credit: Money, price: Money) -> Refusal {
    let refusal = Refusal::new(Outcome::CreditInsufficient).at(Field::Credit).value(credit);
    refusal
        .fact("price", format_args!("{price} {}", price.currency))
        .fact("credit", format_args!("{credit} {}", credit.currency))
}

const fn kind_of(what: Priced) -> EntryKind {
    match what {
        Priced::Create => EntryKind::Create,
        Priced::Renew => EntryKind::Renew,
        Priced::AutoRenew => EntryKind::AutoRenew,
        Priced::Transfer => EntryKind::Transfer,
        Priced::Restore => EntryKind::Restore,
    }
}
