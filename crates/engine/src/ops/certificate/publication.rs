//! What is published in the DNS zones of this system to show control of a name.

use crate::{
    Fault, Writing,
    model::{Control, ControlProof, DnsZone, DnsZoneState, DomainName, RecordType},
};

/// Whether the record that shows control of a name is published by the name servers of this system. What is published
/// elsewhere is confirmed by others: see `confirm_control.rs`.
///
/// # Errors
/// A fault of the store.
pub(super) fn is_published(cx: &Writing<'_>, control: &Control) -> Result<bool, Fault> {
    let ControlProof::Dns { token } = &control.proof else { return Ok(false) };
    let Some(zone) = zone_of(cx, control.name.domain())? else { return Ok(false) };
    let place = control.place().unwrap_or_default();
    let records = cx.store.dns_records(zone.id)?;
    Ok(records.iter().any(|record| {
        let is_there = record.kind == RecordType::Txt.number() && record.name.within(&zone.name) == place;
        is_there && text(&record.rdata) == token.as_bytes()
    }))
}

/// The published zone that a name lies in.
fn zone_of(cx: &Writing<'_>, name: &DomainName) -> Result<Option<DnsZone>, Fault> {
    let mut place = Some(name.clone());
    while let Some(candidate) = place {
        if let Some(zone) = cx.store.dns_zone(&candidate)? {
            return Ok(Some(zone).filter(|zone| zone.state == DnsZoneState::Active));
        }
        place = candidate.split_first().and_then(|(_, rest)| DomainName::parse(rest).ok());
    }
    Ok(None)
}

/// The first string of a TXT record (RFC 1035 section 3.3.14).
fn text(rdata: &[u8]) -> &[u8] {
    let Some((length, rest)) = rdata.split_first() else { return rdata };
    rest.get(..usize::from(*length)).unwrap_or_default()
}
