//! How an order goes on, whoever brings that about.

use super::authority;
use crate::{
    Failure, Fault, Writing,
    model::{
        CertificateNews, CertificateOrder, CertificateState, ControlMethod, Due, Event, Instant, Job,
        OperationId,
    },
    ops::{
        notify::notify,
        payment::{Payment, give_back},
    },
};

/// Has an order looked at at a moment, and not before. The caller stores the order.
///
/// # Errors
/// The store's.
pub(super) fn remind(cx: &Writing<'_>, order: &mut CertificateOrder, at: Instant) -> Result<(), Fault> {
    order.look_at = Some(at);
    cx.store.remind(&Due::new(at, Job::Certificate, order.id.into()))
}

/// Tells the account.
///
/// # Errors
/// The store's.
pub(super) fn tell(cx: &Writing<'_>, order: &CertificateOrder, news: CertificateNews) -> Result<(), Fault> {
    let CertificateOrder { account, certificate, number, .. } = *order;
    notify(cx, account, Event::Certificate { name: order.title(), certificate, number, news })
}

/// Gives back what an order cost; `false` if it could not be and is on record as owed.
///
/// # Errors
/// A fault of the store.
pub(super) fn repay(cx: &Writing<'_>, order: &CertificateOrder) -> Result<bool, Failure> {
    let paid_by = OperationId(order.id.0);
    give_back(cx, Payment { object: order.id.into(), name: order.title(), account: order.account, paid_by })
}

/// Goes on as far as the controls allow: to the authority if all are shown, or else to the next look at them. The caller
/// stores the order.
///
/// # Errors
/// The store's.
pub(super) fn proceed(cx: &Writing<'_>, order: &mut CertificateOrder) -> Result<(), Fault> {
    if order.is_approved() {
        return authority::turn_to(cx, order, CertificateState::Processing);
    }
    let at = next_look(cx, order);
    remind(cx, order, at)
}

/// Until when control can be shown.
pub(super) fn approval_ends(cx: &Writing<'_>, order: &CertificateOrder) -> Instant {
    order.since.plus_days(cx.policies.certificates.approval_days.into())
}

/// The DNS is looked at from time to time, less often the longer nothing is there; a letter answers itself.
fn next_look(cx: &Writing<'_>, order: &CertificateOrder) -> Instant {
    let ends = approval_ends(cx, order);
    let mut open = order.controls.iter().filter(|control| control.shown_at.is_none());
    let looks = open.any(|control| control.proof.method() == ControlMethod::Dns);
    if looks { authority::later(cx.now, order.since).min(ends.max(cx.now)) } else { ends }
}

/// Has an issued certificate looked at when the account is next to be told that it ends, or when it ends. The caller stores
/// the order.
///
/// # Errors
/// The store's.
pub(super) fn remind_of_end(
    cx: &Writing<'_>,
    order: &mut CertificateOrder,
    now: Instant,
) -> Result<(), Fault> {
    let Some(ends) = order.expires_at else { return Ok(()) };
    let warnings = warnings(cx, ends).filter(|at| *at > now);
    let at = warnings.min().unwrap_or(ends);
    remind(cx, order, at)
}

/// When the account is told that a certificate ends.
pub(super) fn warnings(cx: &Writing<'_>, ends: Instant) -> impl Iterator<Item = Instant> {
    cx.policies.certificates.warn_days.iter().map(move |days| ends.plus_days(-i64::from(*days)))
}
