//! The next step in the life of a DNS zone.

use super::{Deed, Fired, Ran};
use crate::{
    Failure, Fault, FaultKind, Writing,
    model::{DnsZone, DnsZoneId, DnsZoneState, Due, Job},
    ops::dns_zone::{auto_commit, expire, purge},
    ports::{AxfrRequest, Port},
};

/// Does what a zone's dates ask for: releases the name of a deleted one, publishes what was changed, gives a secondary
/// one up whose primary does not answer, or hands it out to be fetched. The first three happen at the moment at which
/// they were due, but a primary cannot be asked in the past.
///
/// # Errors
/// A fault of the store.
pub(super) fn look(cx: &Writing<'_>, due: &Due, ran: &mut Ran) -> Result<(), Failure> {
    let Some(zone) = cx.store.dns_zone_by_id(DnsZoneId(due.object.0))? else { return Ok(()) };
    let then = cx.at(due.since);
    let name = zone.name.to_string();
    let deed = if zone.state == DnsZoneState::Deleted {
        release(&then, &zone)?.then_some(Deed::DnsZonePurged)
    } else if zone.source().is_some() {
        return tend_secondary(cx, &then, zone, ran);
    } else {
        publish(cx, &then, zone, due)?.then_some(Deed::DnsZoneCommitted)
    };
    ran.fired.extend(deed.map(|deed| Fired { at: then.now, object: name, deed }));
    Ok(())
}

fn release(then: &Writing<'_>, zone: &DnsZone) -> Result<bool, Failure> {
    let is_due = zone.deleted_at.is_some_and(|at| then.policies.house.dns.purge_due(at) <= then.now);
    if is_due {
        purge(then, zone)?;
    }
    Ok(is_due)
}

/// Name servers that cannot be told hold up this zone alone.
fn publish(cx: &Writing<'_>, then: &Writing<'_>, zone: DnsZone, due: &Due) -> Result<bool, Failure> {
    match cx.reach(Port::NameServers) {
        Ok(()) => auto_commit(then, zone),
        Err(Fault { kind: FaultKind::Unavailable(_) | FaultKind::TimedOut(_), .. }) => {
            cx.store.remind(&Due { at: cx.now.max(due.at).plus_millis(A_MINUTE), ..*due })?;
            Ok(false)
        }
        Err(fault) => Err(fault.into()),
    }
}

fn tend_secondary(
    cx: &Writing<'_>,
    then: &Writing<'_>,
    mut zone: DnsZone,
    ran: &mut Ran,
) -> Result<(), Failure> {
    let Some(source) = zone.source() else { return Ok(()) };
    let (expires, next_run) = (!source.expired && source.expires_at <= then.now, source.next_run);
    if expires {
        expire(then, &mut zone)?;
        ran.fired.push(Fired { at: then.now, object: zone.name.to_string(), deed: Deed::DnsZoneExpired });
    }
    let fetches = next_run <= cx.now && zone.state == DnsZoneState::Active;
    if fetches {
        ran.axfrs.push(hand_out(cx, &mut zone)?);
    }
    if expires || fetches {
        cx.store.update_dns_zone(&zone)?;
    }
    remind_of_expiry(cx, &zone)
}

/// Hands a zone out to be fetched. Should its end never be recorded, it is handed out again after its retry time.
fn hand_out(cx: &Writing<'_>, zone: &mut DnsZone) -> Result<AxfrRequest, Failure> {
    let next_run = cx.policies.house.dns.ask_again(cx.now, zone.soa.retry);
    let (id, serial) = (zone.id, Some(zone.serial).filter(|serial| serial.0 != 0));
    let (name, owner) = (zone.name.clone(), cx.clid(zone.owner)?);
    let source = zone.source_mut().ok_or_else(|| Fault::internal("a primary zone is not fetched"))?;
    (source.asked_at, source.next_run) = (Some(cx.now), next_run);
    cx.store.remind(&Due::new(next_run, Job::DnsZone, id.into()))?;
    Ok(AxfrRequest { zone: id, name, owner, primary: source.primary, serial })
}

/// A zone may expire before its primary is to be asked again.
fn remind_of_expiry(cx: &Writing<'_>, zone: &DnsZone) -> Result<(), Failure> {
    let Some(source) = zone.source().filter(|source| !source.expired) else { return Ok(()) };
    if source.expires_at <= source.next_run {
        cx.store.remind(&Due::new(source.expires_at, Job::DnsZone, zone.id.into()))?;
    }
    Ok(())
}

/// In milliseconds.
const A_MINUTE: i64 = 60_000;
