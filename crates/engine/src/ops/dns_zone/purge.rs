//! The end of a deleted DNS zone: its name becomes free.

use outcomes::Operation as Name;

use crate::{Fault, Writing, model::DnsZone};

/// Removes what is left of a deleted zone.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn purge(cx: &Writing<'_>, zone: &DnsZone) -> Result<(), Fault> {
    cx.record(Name::DnsZonePurge, zone.id.into(), zone.name.as_str())?;
    cx.store.delete_dns_zone(zone.id)
}
