//! Asking the authority, and being patient with it.

use super::{course, ownership};
use crate::{
    Fault, Writing,
    model::{CertificateOrder, CertificateState, CsrSubject, Instant},
    ports::{AuthorityAsk, AuthorityTask, IssueTask},
};

/// Brings an order into a state in which the authority is asked, which happens when the runner comes by next. The caller
/// stores the order.
///
/// # Errors
/// The store's.
pub(super) fn turn_to(
    cx: &Writing<'_>,
    order: &mut CertificateOrder,
    state: CertificateState,
) -> Result<(), Fault> {
    order.enter(state, cx.now);
    course::remind(cx, order, cx.now)
}

/// Hands out what the authority is to be asked for an order now. Should the answer never be recorded, it is handed out
/// again later. The caller stores the order.
///
/// # Errors
/// The store's.
pub(super) fn hand_out(
    cx: &Writing<'_>,
    order: &mut CertificateOrder,
) -> Result<Option<AuthorityAsk>, Fault> {
    let Some(task) = task(cx, order)? else { return Ok(None) };
    let at = later(cx.now, order.since);
    course::remind(cx, order, at)?;
    Ok(Some(AuthorityAsk {
        order: order.id,
        reference: order.reference.clone().unwrap_or_default(),
        name: order.title(),
        owner: cx.clid(order.account)?,
        task,
    }))
}

/// What an order's state asks of the authority, if anything.
///
/// # Errors
/// A fault, if an order that was submitted lacks its request.
pub(super) fn task(cx: &Writing<'_>, order: &CertificateOrder) -> Result<Option<AuthorityTask>, Fault> {
    Ok(match order.state {
        CertificateState::Processing => Some(AuthorityTask::Issue(Box::new(issue(cx, order)?))),
        CertificateState::Withdrawing => Some(AuthorityTask::Withdraw),
        CertificateState::Revoking => Some(AuthorityTask::Revoke),
        _ => None,
    })
}

/// The next moment for something that was tried since a moment: after a few minutes at first, then less often.
pub(super) fn later(now: Instant, since: Instant) -> Instant {
    let waited = now.millis() - since.millis();
    now.plus_millis((waited / 4).clamp(SHORTEST_PAUSE, LONGEST_PAUSE))
}

fn issue(cx: &Writing<'_>, order: &CertificateOrder) -> Result<IssueTask, Fault> {
    let missing = || Fault::internal(format!("certificate order {} has no request", order.id));
    let request = order.request.as_ref().ok_or_else(missing)?;
    let tells_more = ownership::product(cx, order)?.validation.tells_organization();
    let told = &request.csr.subject;
    let common_name = order.common_name().map(ToString::to_string);
    let subject = match tells_more {
        true => CsrSubject { common_name, email: None, ..told.clone() },
        false => CsrSubject { common_name, ..CsrSubject::default() },
    };
    Ok(IssueTask {
        csr: request.csr.pem.clone(),
        names: request.names.clone(),
        subject,
        not_before: order.since,
        not_after: ends_at(order),
    })
}

/// A term begins where the certificate ends that it follows, if that is still good. A reissue ends when the other does.
/// Counted from when the authority was turned to, so that it is told the same each time.
fn ends_at(order: &CertificateOrder) -> Instant {
    let begins = order.expires_at.map_or(order.since, |end| end.max(order.since));
    begins.plus_years(order.years.into())
}

/// In milliseconds.
const SHORTEST_PAUSE: i64 = 5 * 60 * 1000;
const LONGEST_PAUSE: i64 = 6 * 60 * 60 * 1000;
