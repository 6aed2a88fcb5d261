//! Finding the DNS zone that a request is about, and whether it may be touched.

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Refusal,
    model::{Account, DnsLock, DnsSource, DnsZone, DnsZoneState, DomainName},
    policy::DnsRules,
    ports::store::Snapshot,
};

/// The actor's zone with a name.
///
/// # Errors
/// `dns_zone_unknown`, `dns_zone_foreign`, `dns_zone_is_deleted`.
pub(super) fn find_own<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    name: &DomainName,
) -> Result<DnsZone, Failure> {
    let zone = cx.store.dns_zone(name)?.ok_or_else(|| refused(Outcome::DnsZoneUnknown, name))?;
    if zone.owner != cx.actor.id() {
        return Err(refused(Outcome::DnsZoneForeign, name).into());
    }
    if zone.state == DnsZoneState::Deleted {
        return Err(refused(Outcome::DnsZoneIsDeleted, name).into());
    }
    Ok(zone)
}

/// The same, if it is not locked.
///
/// # Errors
/// As of [`find_own`], and `dns_zone_locked`.
pub(in crate::ops) fn find_changeable<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    name: &DomainName,
) -> Result<DnsZone, Failure> {
    let zone = find_own(cx, name)?;
    match zone.lock {
        DnsLock::None => Ok(zone),
        DnsLock::User => Err(refused(Outcome::DnsZoneLocked, name).into()),
    }
}

/// # Errors
/// `dns_zone_is_secondary`.
pub(in crate::ops) fn require_primary(zone: &DnsZone) -> Result<(), Refusal> {
    if zone.source().is_none() { Ok(()) } else { Err(refused(Outcome::DnsZoneIsSecondary, &zone.name)) }
}

/// Where a secondary zone comes from.
///
/// # Errors
/// `dns_zone_is_primary`.
pub(super) fn require_source(zone: &mut DnsZone) -> Result<&mut DnsSource, Refusal> {
    let refusal = refused(Outcome::DnsZoneIsPrimary, &zone.name);
    zone.source_mut().ok_or(refusal)
}

/// How many rows a zone of an account may have.
pub(in crate::ops) fn rows_allowed(account: &Account, rules: &DnsRules) -> u32 {
    account.terms.dns.rows.unwrap_or(rules.most_rows)
}

/// How many zones an account may have.
pub(super) fn zones_allowed(account: &Account, rules: &DnsRules) -> u32 {
    account.terms.dns.zones.unwrap_or(rules.most_zones)
}

fn refused(outcome: Outcome, name: &DomainName) -> Refusal {
    Refusal::new(outcome).at(Field::DnsZoneName).value(name)
}
