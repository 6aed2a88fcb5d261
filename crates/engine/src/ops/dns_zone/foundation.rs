//! What a new DNS zone begins with, whether it is added or copied.

use outcomes::{Field, Outcome};

use super::{ownership::zones_allowed, purge::purge};
use crate::{
    Context, Failure, Refusal, Writing,
    model::{
        DnsLock, DnsSigning, DnsZone, DnsZoneId, DnsZoneKind, DnsZoneState, DomainName, NamePattern, Serial,
    },
    ports::{
        Port,
        store::{Inserted, Snapshot},
    },
};

/// A zone of the actor as it is before anything is published.
pub(super) fn new_zone(
    cx: &Writing<'_>,
    name: &DomainName,
    kind: DnsZoneKind,
    name_servers: &[DomainName],
) -> DnsZone {
    let rules = &cx.policies.house.dns;
    let name_servers = if name_servers.is_empty() { &rules.name_servers } else { name_servers };
    DnsZone {
        id: DnsZoneId(cx.object_id()),
        name: name.clone(),
        owner: cx.actor.id(),
        kind,
        state: DnsZoneState::Active,
        lock: DnsLock::None,
        signing: DnsSigning::Unsigned,
        soa: rules.soa(name_servers),
        name_servers: name_servers.to_owned(),
        serial: Serial::default(),
        rows: 0,
        changed: false,
        auto_commit: true,
        added_at: cx.now,
        changed_at: None,
        committed_at: None,
        reloaded_at: None,
        disabled_at: None,
        enabled_at: None,
        deleted_at: None,
    }
}

/// Puts a new zone into the store. One that the actor deleted before under the same name goes for good.
///
/// # Errors
/// `dns_zone_taken`, `dns_zones_too_many`; the trouble that was ordered at the name servers.
pub(super) fn found(cx: &Writing<'_>, zone: &DnsZone, field: Field) -> Result<(), Failure> {
    if let Some(before) = require_untaken(cx, &zone.name, field)? {
        purge(cx, &before)?;
    }
    let most = zones_allowed(&cx.actor.account, &cx.policies.house.dns);
    if cx.store.count_dns_zones(zone.owner, &NamePattern::any())? >= u64::from(most) {
        return Err(Refusal::new(Outcome::DnsZonesTooMany).at(field).fact("count", most).into());
    }
    cx.reach(Port::NameServers)?;
    match cx.store.insert_dns_zone(zone)? {
        Inserted::Yes => Ok(()),
        Inserted::Taken => Err(taken(&zone.name, field).into()),
    }
}

/// The zone that the actor deleted before under a name, whose place another can take.
///
/// # Errors
/// `dns_zone_taken`.
pub(super) fn require_untaken<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    name: &DomainName,
    field: Field,
) -> Result<Option<DnsZone>, Failure> {
    let before = cx.store.dns_zone(name)?;
    let is_free = |before: &DnsZone| before.owner == cx.actor.id() && before.state == DnsZoneState::Deleted;
    if before.as_ref().is_none_or(is_free) { Ok(before) } else { Err(taken(name, field).into()) }
}

fn taken(name: &DomainName, field: Field) -> Refusal {
    Refusal::new(Outcome::DnsZoneTaken).at(field).value(name)
}
