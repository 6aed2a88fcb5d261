//! The terms of a service: what one costs, that it runs once it is paid, and what reminds of its end.

use crate::{
    Failure, Fault, Refusal, Writing,
    ledger::ProtectionOrder,
    model::{Due, EntryKind, Instant, Job, Protection, ProtectionState},
    ops::{Receipt, payment::buy},
};

use super::network;

/// The order of a term of the service's plan.
pub(super) fn order<'a>(
    cx: &'a Writing<'_>,
    protection: &Protection,
    kind: EntryKind,
) -> ProtectionOrder<'a> {
    let Protection { plan, cycle, .. } = *protection;
    ProtectionOrder { policy: &cx.policies.protection, plan, cycle, kind }
}

/// Has the actor pay for a term that begins at a moment, and the service run through it, here and at the network. The
/// caller stores the service.
///
/// # Errors
/// As of [`buy`], and as of [`network::update`].
pub(super) fn pay(
    cx: &Writing<'_>,
    protection: &mut Protection,
    kind: EntryKind,
    begins: Instant,
) -> Result<(Receipt, Option<Refusal>), Failure> {
    let paid = buy(cx, cx.actor.id(), &order(cx, protection, kind), protection.id.into())?;
    begin(cx, protection, begins);
    network::update(cx, protection)?;
    remind(cx, protection, protection.expires_at)?;
    Ok(paid)
}

/// The service runs through a term that the operation has paid.
pub(super) fn begin(cx: &Writing<'_>, protection: &mut Protection, begins: Instant) {
    protection.state = ProtectionState::Running;
    protection.expires_at = protection.cycle.end_from(begins);
    protection.paid_by = cx.operation;
}

/// Has the service looked at at a moment.
///
/// # Errors
/// The store's.
pub(super) fn remind(cx: &Writing<'_>, protection: &Protection, at: Instant) -> Result<(), Fault> {
    cx.store.remind(&Due::new(at, Job::Protection, protection.id.into()))
}
