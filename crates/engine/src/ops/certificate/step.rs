use outcomes::Operation as Name;

use super::{authority, course, publication};
use crate::{
    Failure, Writing,
    model::{CertificateNews, CertificateOrder, CertificateOrderId, CertificateState, Due, Instant},
    ops::due::{Deed, Fired},
    ports::AuthorityAsk,
};

/// Takes the step that an order's state and dates ask for now: looks whether control of its names is published, gives up
/// what was not approved in time, has the authority asked, tells that a certificate ends.
///
/// `then` is when it was due, `cx` the present: an authority cannot be asked in the past.
///
/// Changes: the order; the ledger, if it comes to nothing. Notifies: the account.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn step(
    cx: &Writing<'_>,
    then: &Writing<'_>,
    due: &Due,
) -> Result<(Option<Fired>, Option<AuthorityAsk>), Failure> {
    let found = cx.store.certificate_order(CertificateOrderId(due.object.0))?;
    let Some(mut order) = found.filter(|order| order.look_at.is_some_and(|at| at <= due.at)) else {
        return Ok((None, None));
    };
    order.look_at = None;
    let deed = match order.state {
        CertificateState::AwaitingApproval => approval(then, &mut order)?,
        CertificateState::Issued => end(then, &mut order)?,
        CertificateState::Processing => patience(cx, &mut order)?,
        _ => None,
    };
    // What begins only now has a reminder already.
    let ask = if order.look_at.is_none() { authority::hand_out(cx, &mut order)? } else { None };
    cx.store.update_certificate_order(&order)?;
    let fired = deed.map(|deed| Fired { at: then.now, object: order.title(), deed });
    Ok((fired, ask))
}

fn approval(cx: &Writing<'_>, order: &mut CertificateOrder) -> Result<Option<Deed>, Failure> {
    for control in order.controls.iter_mut().filter(|control| control.shown_at.is_none()) {
        if publication::is_published(cx, control)? {
            control.shown_at = Some(cx.now);
        }
    }
    if !order.is_approved() && course::approval_ends(cx, order) <= cx.now {
        return lapse(cx, order).map(Some);
    }
    course::proceed(cx, order)?;
    Ok(order.is_approved().then_some(Deed::CertificateApproved))
}

fn lapse(cx: &Writing<'_>, order: &mut CertificateOrder) -> Result<Deed, Failure> {
    order.enter(CertificateState::Cancelled, cx.now);
    order.reason = Some(NOT_APPROVED.to_owned());
    let repaid = course::repay(cx, order)?;
    cx.record(Name::CertificateLapse, order.id.into(), &order.title())?;
    course::tell(cx, order, CertificateNews::Cancelled { reason: order.reason.clone(), repaid })?;
    Ok(Deed::CertificateLapsed)
}

/// An authority that is silent for too long is asked to give the order up; whether it had issued, it has to say then.
fn patience(cx: &Writing<'_>, order: &mut CertificateOrder) -> Result<Option<Deed>, Failure> {
    let hours = i64::from(cx.policies.certificates.answer_hours);
    if cx.now < order.since.plus_millis(hours * HOUR) {
        return Ok(None);
    }
    order.enter(CertificateState::Withdrawing, cx.now);
    order.reason = Some(NO_ANSWER.to_owned());
    cx.record(Name::CertificateWithdraw, order.id.into(), &order.title())?;
    Ok(Some(Deed::CertificateWithdrawn))
}

/// Tells that a certificate ends soon, or that it ended; nothing if a later order of it is good.
fn end(cx: &Writing<'_>, order: &mut CertificateOrder) -> Result<Option<Deed>, Failure> {
    let Some(ends) = order.expires_at else { return Ok(None) };
    let is_followed = is_followed(cx, order)?;
    if cx.now < ends {
        course::remind_of_end(cx, order, cx.now)?;
        return warn(cx, order, ends, is_followed);
    }
    order.enter(CertificateState::Expired, cx.now);
    cx.record(Name::CertificateExpire, order.id.into(), &order.title())?;
    if !is_followed {
        course::tell(cx, order, CertificateNews::Expired)?;
    }
    Ok(Some(Deed::CertificateExpired))
}

fn warn(
    cx: &Writing<'_>,
    order: &CertificateOrder,
    ends: Instant,
    is_followed: bool,
) -> Result<Option<Deed>, Failure> {
    let is_time = course::warnings(cx, ends).any(|at| at == cx.now);
    if is_followed || !is_time {
        return Ok(None);
    }
    course::tell(cx, order, CertificateNews::Expiring { expires_at: ends })?;
    Ok(Some(Deed::CertificateExpiryWarned))
}

fn is_followed(cx: &Writing<'_>, order: &CertificateOrder) -> Result<bool, Failure> {
    let orders = cx.store.certificate_orders(order.certificate)?;
    let is_good =
        |other: &CertificateOrder| other.number > order.number && other.state == CertificateState::Issued;
    Ok(orders.iter().any(is_good))
}

const NOT_APPROVED: &str = "control of its names was not shown in time";
const NO_ANSWER: &str = "the authority did not answer in time";
/// In milliseconds.
const HOUR: i64 = 60 * 60 * 1000;
