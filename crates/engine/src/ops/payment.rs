//! Paying for an operation, and hearing of it when the credit runs low.

use outcomes::{Field, Outcome};

use super::notify::notify;
use crate::{
    Failure, Fault, Refusal, Writing,
    ledger::{self, LowCredit, Purchase, Reversal},
    model::{Account, AccountId, Event, Money, ObjectId, OperationId, Owed},
    ports::Step,
};

/// What was paid, as the payer is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The number of the order: the operation that was paid for.
    pub order: OperationId,
    /// The price with its tax.
    pub amount: Money,
    /// The balance before.
    pub before: Money,
    /// The balance now.
    pub after: Money,
}

/// Bills an account for a purchase. If that brings it below its warning threshold it gets a notice, and the operation a
/// warning to pass on.
///
/// # Errors
/// As [`ledger::charge`].
pub(super) fn charge(
    cx: &Writing<'_>,
    payer: AccountId,
    purchase: &impl Purchase,
    object: ObjectId,
) -> Result<Option<Refusal>, Failure> {
    let paid = ledger::charge(cx, &find(cx, payer)?, purchase, object)?;
    Ok(warn(cx, payer, paid.and_then(|paid| paid.low))?)
}

/// The same, and tells what was paid.
///
/// # Errors
/// As [`ledger::charge`].
pub(super) fn buy(
    cx: &Writing<'_>,
    payer: AccountId,
    purchase: &impl Purchase,
    object: ObjectId,
) -> Result<(Receipt, Option<Refusal>), Failure> {
    let account = find(cx, payer)?;
    cx.reach_ledger(Step::Balance)?;
    let before = cx.store.standing(payer)?.balance;
    let paid = ledger::charge(cx, &account, purchase, object)?;
    let amount = paid.map_or(Money::new(0, before.currency), |paid| paid.fee.gross());
    let after = paid.map_or(before, |paid| paid.standing.balance);
    let warning = warn(cx, payer, paid.and_then(|paid| paid.low))?;
    Ok((Receipt { order: cx.operation, amount, before, after }, warning))
}

/// Sets the price of a purchase aside, with the same warning.
///
/// # Errors
/// As [`ledger::hold`].
pub(super) fn hold(
    cx: &Writing<'_>,
    payer: AccountId,
    purchase: &impl Purchase,
    object: ObjectId,
) -> Result<Option<Refusal>, Failure> {
    let low = ledger::hold(cx, &find(cx, payer)?, purchase, object)?;
    Ok(warn(cx, payer, low)?)
}

/// What an account paid for an object by one operation, to be given back.
pub(super) struct Payment {
    /// The object.
    pub(super) object: ObjectId,
    /// Its name, for the record.
    pub(super) name: String,
    /// Who paid.
    pub(super) account: AccountId,
    /// The operation that was paid for.
    pub(super) paid_by: OperationId,
}

/// Gives a payment back. Where the ledger does not take that, it is on record as owed (`chancery ledger owed`), and the
/// answer is `false`. Where nothing was paid, there is nothing to do.
///
/// # Errors
/// A fault of the store.
pub(super) fn give_back(cx: &Writing<'_>, payment: Payment) -> Result<bool, Failure> {
    let Payment { object, name, account, paid_by } = payment;
    let Reversal::Owed(amount, _) = ledger::reverse(cx, object, account, paid_by)? else { return Ok(true) };
    cx.store.put_owed(&Owed { operation: paid_by, account, amount, object, name, since: cx.now })?;
    Ok(false)
}

/// The account as it is now: its terms may have changed since its session began.
fn find(cx: &Writing<'_>, payer: AccountId) -> Result<Account, Fault> {
    cx.reach_ledger(Step::Credit)?;
    let account = cx.store.account(payer)?;
    account.ok_or_else(|| Fault::internal(format!("account {}, which is to pay, is missing", payer.0)))
}

fn warn(cx: &Writing<'_>, payer: AccountId, low: Option<LowCredit>) -> Result<Option<Refusal>, Fault> {
    let Some(LowCredit { left, threshold }) = low else { return Ok(None) };
    notify(cx, payer, Event::LowCredit { left, threshold })?;
    let warning = Refusal::new(Outcome::CreditLow).at(Field::Credit).value(left);
    Ok(Some(
        warning
            .fact("left", format_args!("{left} {}", left.currency))
            .fact("threshold", format_args!("{threshold} {}", threshold.currency)),
    ))
}
