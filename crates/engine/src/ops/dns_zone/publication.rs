//! Publishing the rows of a primary zone.

use outcomes::Operation as Name;

use super::draft::remind_to_commit;
use crate::{
    Failure, Fault, Writing,
    model::{DnsRecord, DnsZone},
};

/// Publishes the rows as they are now, as one version with a new serial, and writes the zone's row. Costs as much as
/// was changed since the last version.
///
/// # Errors
/// A fault of the store.
pub(super) fn publish(cx: &Writing<'_>, zone: &mut DnsZone) -> Result<(), Fault> {
    zone.serial = zone.serial.next(cx.now);
    zone.changed = false;
    (zone.committed_at, zone.reloaded_at) = (Some(cx.now), Some(cx.now));
    cx.store.publish_dns_rows(zone.id, &DnsRecord::at_apex(zone))?;
    cx.store.update_dns_zone(zone)
}

/// Publishes what was changed and not committed, if the last change is long enough ago. `false` if there is nothing to
/// publish yet.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn auto_commit(cx: &Writing<'_>, mut zone: DnsZone) -> Result<bool, Failure> {
    let Some(changed_at) = zone.changed_at.filter(|_| zone.changed && zone.auto_commit) else {
        return Ok(false);
    };
    if cx.policies.house.dns.commit_due(changed_at) > cx.now {
        remind_to_commit(cx, &zone)?;
        return Ok(false);
    }
    publish(cx, &mut zone)?;
    cx.record(Name::DnsZoneAutoCommit, zone.id.into(), zone.name.as_str())?;
    Ok(true)
}
