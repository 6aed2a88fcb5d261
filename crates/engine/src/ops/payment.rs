//! Paying for an operation, and hearing of it when the credit runs low.

use outcomes::{Field, Outcome};

use super::notify::notify;
use crate::{
    Failure, Fault, Refusal, Writing,
    ledger::{self, LowCredit, Order},
    model::{Account, AccountId, Event, ObjectId},
};

/// Bills an account for an order. If that brings it below its warning threshold it gets a notice, and the operation a
/// warning to pass on.
///
/// # Errors
/// As [`ledger::charge`].
pub(super) fn charge(
    cx: &Writing<'_>,
    payer: AccountId,
    order: Order<'_>,
    object: ObjectId,
) -> Result<Option<Refusal>, Failure> {
    let low = ledger::charge(cx, &find(cx, payer)?, order, object)?;
    Ok(warn(cx, payer, low)?)
}

/// Sets the price of an order aside, with the same warning.
///
/// # Errors
/// As [`ledger::hold`].
pub(super) fn hold(
    cx: &Writing<'_>,
    payer: AccountId,
    order: Order<'_>,
    object: ObjectId,
) -> Result<Option<Refusal>, Failure> {
    let low = ledger::hold(cx, &find(cx, payer)?, order, object)?;
    Ok(warn(cx, payer, low)?)
}

/// The account as it is now: its terms may have changed since its session began.
fn find(cx: &Writing<'_>, payer: AccountId) -> Result<Account, Fault> {
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
