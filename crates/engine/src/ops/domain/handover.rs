//! A domain changes hands.

use super::arrival;
use crate::{
    Failure, Writing,
    ledger::{refund, release, settle},
    lifecycle::schedule,
    model::{
        AccountId, Domain, EntryKind, Event, GracePeriod, Instant, Privacy, Status, Transfer, TransferReport,
        Upkeep,
    },
    ops::{term_rules, transfers},
    policy::Zone,
};

/// Gives a domain to the gaining sponsor as [`give`] does, and opens the transfer grace period. What was set aside for it
/// is paid; a renewal by the server that [`end_after`] replaces is paid back to the losing sponsor. At last the domain gets
/// what the gaining sponsor wants it to have.
///
/// Notes in the transfer when the registration ends now.
///
/// # Errors
/// A fault of the store.
pub(super) fn hand_over(
    cx: &Writing<'_>,
    zone: &Zone,
    domain: &mut Domain,
    transfer: &mut Transfer,
) -> Result<(), Failure> {
    transfer.expires_at = end_after(domain, zone, transfer, cx.now);
    if let Some(since) = replaced_renewal(domain, zone, transfer, cx.now) {
        refund(cx, EntryKind::AutoRenew, domain.id.into(), transfer.losing, since)?;
    }
    domain.statuses.unset(Status::PendingTransfer);
    domain.expires_at = transfer.expires_at.unwrap_or(domain.expires_at);
    settle(cx, EntryKind::Transfer, domain.id.into())?;
    let grace = GracePeriod::Transfer { until: cx.now.plus_days(zone.grace.transfer.into()) };
    give(cx, zone, domain, transfer.gaining, (zone.grace.transfer > 0).then_some(grace))?;
    arrival::settle(cx, zone, domain, transfer)
}

/// Gives a domain and the hosts inside it to another account. Its authInfo is void from then on (RFC 9154 section
/// 4.1), and what the losing sponsor chose for its expiry and its transfers, ordered for it, and how it labelled it,
/// is forgotten; privacy is disabled and does not renew itself. Contacts stay with their sponsors. Of the grace periods
/// none is left open but the one that this opens, if any.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn give(
    cx: &Writing<'_>,
    zone: &Zone,
    domain: &mut Domain,
    to: AccountId,
    grace: Option<GracePeriod>,
) -> Result<(), Failure> {
    domain.sponsor = to;
    domain.transferred_at = Some(cx.now);
    domain.authinfo = None;
    domain.renewal = None;
    domain.time_out = None;
    domain.touch(cx.actor.id(), cx.now);
    // The gaining sponsor cannot undo what the losing one paid for.
    domain.grace = grace.into_iter().collect();
    cx.store.update_domain(domain)?;
    cx.store.remove_tags(domain.id)?;
    if cx.store.upkeep(domain.id)? != Upkeep::default() {
        cx.store.put_upkeep(to, domain.id, &Upkeep::default())?;
    }
    if let Some(privacy) = cx.store.privacy(domain.id)? {
        cx.store.put_privacy(&Privacy { is_enabled: false, renews: false, ..privacy })?;
    }
    cx.store.move_hosts(domain.id, to, cx.now)?;
    schedule(cx, zone, domain)?;
    cx.reset_authinfo_guard(domain.id.into());
    Ok(())
}

/// When a registration ends that changes hands at a moment, if the transfer changes that: so many years later as the
/// transfer adds, but not beyond the zone's longest term, counted from the request.
///
/// A year that the server added stands in for one of those years while its auto-renew grace period is open, so that
/// nobody pays for two.
pub(super) fn end_after(
    domain: &Domain,
    zone: &Zone,
    transfer: &Transfer,
    moment: Instant,
) -> Option<Instant> {
    let replaced = u8::from(replaced_renewal(domain, zone, transfer, moment).is_some());
    let end = domain.expires_at.plus_years(transfer.years.saturating_sub(replaced).into());
    let latest = term_rules::latest_end(zone.term.longest, transfer.requested_at);
    (transfer.years > 0).then(|| end.min(latest).max(domain.expires_at))
}

/// Since when the renewal by the server was paid for that a transfer takes the place of, if there is one.
fn replaced_renewal(domain: &Domain, zone: &Zone, transfer: &Transfer, moment: Instant) -> Option<Instant> {
    let renewal = domain.open_grace(moment).find_map(|grace| match grace {
        GracePeriod::AutoRenew { until } => Some(until.plus_days(-i64::from(zone.grace.auto_renew))),
        _ => None,
    });
    renewal.filter(|_| transfer.years > 0)
}

/// Leaves a domain where it is after a transfer that came to nothing. The gaining sponsor has back what was set aside
/// for it.
///
/// # Errors
/// A fault of the store.
pub(super) fn stay(cx: &Writing<'_>, domain: &mut Domain) -> Result<(), Failure> {
    domain.statuses.unset(Status::PendingTransfer);
    cx.store.update_domain(domain)?;
    Ok(release(cx, EntryKind::Transfer, domain.id.into())?)
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
