//! A domain changes hands.

use crate::{
    Failure, Writing,
    ledger::refund,
    lifecycle::schedule,
    model::{Domain, EntryKind, Event, GracePeriod, Status, Transfer, TransferReport},
    ops::transfers,
    policy::Zone,
};

/// Gives a domain and the hosts inside it to the gaining sponsor. Its authInfo is void from then on (RFC 9154
/// section 4.1), and the transfer grace period opens. Contacts stay with their sponsors.
///
/// # Errors
/// A fault of the store.
pub(super) fn hand_over(
    cx: &Writing<'_>,
    zone: &Zone,
    domain: &mut Domain,
    transfer: &Transfer,
) -> Result<(), Failure> {
    domain.sponsor = transfer.gaining;
    domain.transferred_at = Some(cx.now);
    domain.authinfo = None;
    domain.statuses.unset(Status::PendingTransfer);
    domain.expires_at = transfer.expires_at.unwrap_or(domain.expires_at);
    domain.touch(cx.actor.id(), cx.now);
    // The gaining sponsor cannot undo what the losing one paid for.
    domain.grace.clear();
    if zone.grace.transfer > 0 {
        domain.open(GracePeriod::Transfer { until: cx.now.plus_days(zone.grace.transfer.into()) }, cx.now);
    }
    cx.store.update_domain(domain)?;
    cx.store.move_hosts(domain.id, transfer.gaining, cx.now)?;
    schedule(cx, zone, domain)?;
    cx.reset_authinfo_guard(domain.id.into());
    Ok(())
}

/// Leaves a domain where it is after a transfer that came to nothing, and pays its price back.
///
/// # Errors
/// A fault of the store.
pub(super) fn stay(cx: &Writing<'_>, domain: &mut Domain, transfer: &Transfer) -> Result<(), Failure> {
    domain.statuses.unset(Status::PendingTransfer);
    cx.store.update_domain(domain)?;
    refund(cx, EntryKind::Transfer, domain.id.into(), transfer.gaining, transfer.requested_at)?;
    Ok(())
}

/// What both sides hear of a domain's transfer.
pub(super) fn event(domain: &Domain) -> impl Fn(TransferReport) -> Event + use<> {
    let name = domain.name.to_string();
    move |transfer| Event::DomainTransfer { name: name.clone(), transfer }
}

/// The answer of an operation that ended a transfer.
pub(super) fn answer(domain: &Domain, transfer: TransferReport) -> transfers::TransferAnswer {
    transfers::TransferAnswer { name: domain.name.to_string(), transfer }
}
