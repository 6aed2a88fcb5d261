//! Changes that are not published yet.

use crate::{
    Fault, Writing,
    model::{DnsZone, Due, Job},
};

/// Notes that what the zone publishes was changed, and writes its row. The first change after a commit leaves the
/// reminder to publish them all; if more follow, that one leaves the next.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn touch(cx: &Writing<'_>, zone: &mut DnsZone) -> Result<(), Fault> {
    let is_first = !zone.changed;
    (zone.changed, zone.changed_at) = (true, Some(cx.now));
    cx.store.update_dns_zone(zone)?;
    if is_first { remind_to_commit(cx, zone) } else { Ok(()) }
}

/// Leaves the reminder to publish what was changed, if that happens by itself.
///
/// # Errors
/// A fault of the store.
pub(super) fn remind_to_commit(cx: &Writing<'_>, zone: &DnsZone) -> Result<(), Fault> {
    let Some(changed_at) = zone.changed_at.filter(|_| zone.changed && zone.auto_commit) else {
        return Ok(());
    };
    let at = cx.policies.house.dns.commit_due(changed_at);
    cx.store.remind(&Due::new(at, Job::DnsZone, zone.id.into()))
}
