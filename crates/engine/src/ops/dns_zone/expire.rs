//! A secondary DNS zone whose primary does not answer (RFC 1034 section 4.3.5).

use outcomes::Operation as Name;

use crate::{
    Fault, Writing,
    model::{DnsZone, Event},
    ops::notify::notify,
};

/// Gives a zone up: the name servers do not answer for it until its primary answers again. Its owner is told.
///
/// Changes the zone but leaves it to the caller to write its row.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn expire(cx: &Writing<'_>, zone: &mut DnsZone) -> Result<(), Fault> {
    let (owner, name) = (zone.owner, zone.name.to_string());
    let Some(source) = zone.source_mut() else { return Ok(()) };
    source.expired = true;
    let (primary, answered_at) = (source.primary.to_string(), source.answered_at);
    cx.record(Name::DnsZoneExpire, zone.id.into(), &name)?;
    notify(cx, owner, Event::DnsZoneExpired { name, primary, answered_at })
}
