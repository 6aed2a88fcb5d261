//! What a row may say, and what may stand beside it.

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Refusal,
    model::{DnsRow, DnsRowId, DnsZone, Rdata, RecordType, RowName},
    policy::DnsRules,
    ports::store::Snapshot,
};

/// The row of a zone with an id.
///
/// # Errors
/// `dns_row_unknown`.
pub(super) fn find<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    zone: &DnsZone,
    id: DnsRowId,
) -> Result<DnsRow, Failure> {
    let unknown =
        || Refusal::new(Outcome::DnsRowUnknown).at(Field::DnsRowId).value(id.0).fact("zone", &zone.name);
    cx.store.dns_row(zone.id, id)?.ok_or_else(|| unknown().into())
}

/// # Errors
/// `dns_ttl_out_of_range`.
pub(super) fn check_ttl(ttl: u32, rules: &DnsRules) -> Result<(), Refusal> {
    if rules.ttl.holds(ttl as usize) {
        return Ok(());
    }
    Err(Refusal::new(Outcome::DnsTtlOutOfRange).at(Field::DnsTtl).value(ttl).fact("range", rules.ttl))
}

/// A CNAME stands alone, and not at the zone itself (RFC 1034 section 3.6.2).
///
/// # Errors
/// `dns_cname_conflict`.
pub(super) fn check_cname<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    zone: &DnsZone,
    name: &RowName,
    kind: RecordType,
) -> Result<(), Failure> {
    let conflict = |rule| {
        let refusal = Refusal::new(Outcome::DnsCnameConflict).at(Field::DnsRowName).value(name);
        Err(refusal.fact("type", kind).fact("rule", rule).into())
    };
    if kind != RecordType::Cname {
        let other = cx.store.some_dns_row(zone.id, name, Some(RecordType::Cname))?;
        return if other.is_none() { Ok(()) } else { conflict("there is a CNAME") };
    }
    if name.is_apex() {
        return conflict("the zone itself has other records");
    }
    let other = cx.store.some_dns_row(zone.id, name, None)?;
    if other.is_none() { Ok(()) } else { conflict("there are other rows") }
}

/// The TTL of a new row: that of the others of its name and type if it names none.
///
/// # Errors
/// `dns_ttl_differs`.
pub(super) fn shared_ttl<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    zone: &DnsZone,
    name: &RowName,
    kind: RecordType,
    wanted: Option<u32>,
) -> Result<u32, Failure> {
    let Some(other) = cx.store.some_dns_row(zone.id, name, Some(kind))? else {
        return Ok(wanted.unwrap_or(cx.policies.house.dns.default_ttl));
    };
    match wanted.filter(|ttl| *ttl != other.ttl) {
        None => Ok(other.ttl),
        Some(ttl) => Err(Refusal::new(Outcome::DnsTtlDiffers)
            .at(Field::DnsTtl)
            .value(ttl)
            .fact("ttl", other.ttl)
            .into()),
    }
}

/// Another row says the same.
pub(in crate::ops) fn taken(zone: &DnsZone, name: &RowName, rdata: &Rdata) -> Refusal {
    about(Outcome::DnsRowTaken, zone, name, rdata)
}

/// No row says this.
pub(in crate::ops) fn absent(zone: &DnsZone, name: &RowName, rdata: &Rdata) -> Refusal {
    about(Outcome::DnsRowUnknown, zone, name, rdata)
}

fn about(outcome: Outcome, zone: &DnsZone, name: &RowName, rdata: &Rdata) -> Refusal {
    let row = format!("{name} {} {}", rdata.kind(), rdata.text());
    Refusal::new(outcome).at(Field::DnsRdata).value(row).fact("zone", &zone.name)
}
