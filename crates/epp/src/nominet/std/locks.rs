//! `std-locks-1.0`: locks of domains and contacts.

use engine::{
    Field, Outcome, Refusal, Refusals,
    model::DomainName,
    ops::{contact, domain},
};

use super::fork::handle;
use crate::nominet::{
    commands::Reading,
    fields::{Fields, domain_name},
    request::Request,
};

/// Reads `<l:lock>`.
///
/// # Errors
/// Faults against the schema; every bad value; `lock_type_unknown`.
pub(in crate::nominet) fn parse_lock(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    parse(reading, true)
}

/// Reads `<l:unlock>`.
///
/// # Errors
/// As [`parse_lock`].
pub(in crate::nominet) fn parse_unlock(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    parse(reading, false)
}

fn parse(reading: &Reading<'_, '_, '_>, is_set: bool) -> Result<Request, Refusals> {
    let kind = reading.object.attribute("type").unwrap_or_default();
    let mut fields = Fields::of(reading.object);
    if let Some(contact) = fields.take("contactId") {
        let kind = contact_lock(kind)?;
        return Ok(Request::quiet(contact::Lock {
            handle: handle(contact, Field::ContactId)?,
            kind,
            is_set,
        }));
    }
    let name = domain_name(fields.take("domainName"))?;
    fields.end()?;
    domain_lock(kind, &name, is_set).map(Request::quiet)
}

/// The lock of a contact that a word names.
///
/// # Errors
/// `lock_type_unknown`.
pub(in crate::nominet) fn contact_lock(kind: &str) -> Result<contact::LockKind, Refusal> {
    match kind {
        "investigation" => Ok(contact::LockKind::Investigation),
        "opt-out" => Ok(contact::LockKind::OptOut),
        other => Err(unknown(other, "contacts")),
    }
}

/// The lock of a domain that a word names.
///
/// # Errors
/// `lock_type_unknown`; a bad name.
pub(in crate::nominet) fn domain_lock(
    kind: &str,
    name: &str,
    is_set: bool,
) -> Result<domain::Lock, Refusals> {
    if kind != "investigation" {
        return Err(unknown(kind, "domains").into());
    }
    let name = DomainName::parse(name).map_err(|refusal| refusal.at(Field::DomainName))?;
    Ok(domain::Lock { name, is_set })
}

fn unknown(kind: &str, object: &'static str) -> Refusal {
    Refusal::new(Outcome::LockTypeUnknown).at(Field::LockType).value(kind).fact("object", object)
}
