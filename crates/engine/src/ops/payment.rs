//! Paying for an operation, and hearing of it when the credit runs low.

use outcomes::{Field, Outcome};

use super::notify::notify;
use crate::{
    Failure, Fault, Refusal, Writing,
    ledger::{self, LowCredit, Order},
    model::{Account, Event, ObjectId},
};

/// Bills an account for an order. If that brings it below its warning threshold it gets a notice, and the operation a
/// warning to pass on.
///
/// # Errors
/// As [`ledger::charge`].
pub(super) fn charge(
    cx: &Writing<'_>,
    payer: &Account,
    order: Order<'_>,
    object: ObjectId,
) -> Result<Option<Refusal>, Failure> {
    let low = ledger::charge(cx, payer, order, object)?;
    Ok(warn(cx, payer, low)?)
}

/// Sets the price of an order aside, with the same warning.
///
/// # Errors
/// As [`ledger::hold`].
pub(super) fn hold(
    cx: &Writing<'_>,
    payer: &Account,
    order: Order<'_>,
    object: ObjectId,
) -> Result<Option<Refusal>, Failure> {
    let low = ledger::hold(cx, payer, order, object)?;
    Ok(warn(cx, payer, low)?)
}

fn warn(cx: &Writing<'_>, payer: &Account, low: Option<LowCredit>) -> Result<Option<Refusal>, Fault> {
    let Some(LowCredit { left, threshold }) = low else { return Ok(None) };
    notify(cx, payer.id, Event::LowCredit { left, threshold })?;
    let warning = Refusal::new(Outcome::CreditLow).at(Field::Credit).value(left);
    Ok(Some(
        warning
            .fact("left", format_args!("{left} {}", left.currency))
            .fact("threshold", format_args!("{threshold} {}", threshold.currency)),
    ))
}
