//! Paying at once.

use outcomes::{Field, Outcome};

use super::{Purchase, bill::bill, invoice};
use crate::{
    Failure, Refusal, Writing,
    model::{Account, Book, Entry, EntryId, Fee, Hold, Money, ObjectId, Standing},
    ports::{Step, store::Posted},
};

/// An account came below its warning threshold just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LowCredit {
    /// What it can still spend.
    pub left: Money,
    /// The threshold.
    pub threshold: Money,
}

/// What was paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paid {
    /// The price and the tax.
    pub fee: Fee,
    /// How the account stands now.
    pub standing: Standing,
    /// If that brought it below its warning threshold.
    pub low: Option<LowCredit>,
}

/// Bills an account for a purchase, with an invoice. Answers what was paid; `None` if it is free.
///
/// # Errors
/// As the bill: no price, or a credit that cannot be billed. `credit_insufficient` when the balance and the credit
/// limit, without what is set aside, do not cover the price. Then nothing was changed.
pub fn charge(
    cx: &Writing<'_>,
    payer: &Account,
    purchase: &impl Purchase,
    object: ObjectId,
) -> Result<Option<Paid>, Failure> {
    let Some(bill) = bill(cx, payer, purchase, object)? else { return Ok(None) };
    let draft = invoice::of(cx, &bill)?;
    let posted = cx.store.post_invoiced(&lines(cx, &bill), draft.as_ref())?;
    judge(cx, payer, bill.fee, posted).map(Some)
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
        invoice: None,
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
pub(super) fn judge(cx: &Writing<'_>, payer: &Account, fee: Fee, posted: Posted) -> Result<Paid, Failure> {
    match posted {
        Posted::Yes(standing) => Ok(Paid { fee, standing, low: crossed(standing, fee.gross()) }),
        Posted::CreditInsufficient => {
            cx.reach_ledger(Step::Balance)?;
            Err(insufficient(cx.store.standing(payer.id)?.left(), fee.gross()).into())
        }
    }
}

fn crossed(standing: Standing, spent: Money) -> Option<LowCredit> {
    let (left, threshold) = (standing.left(), standing.threshold());
    standing.fell_by(spent).then_some(LowCredit { left, threshold })
}

pub(crate) fn insufficient(credit: Money, price: Money) -> Refusal {
    let refusal = Refusal::new(Outcome::CreditInsufficient).at(Field::Credit).value(credit);
    refusal
        .fact("price", format_args!("{price} {}", price.currency))
        .fact("credit", format_args!("{credit} {}", credit.currency))
}
