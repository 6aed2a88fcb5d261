//! The zone that a request is for, where its objects lie in none.

use std::sync::Arc;

use outcomes::{Field, Outcome};

use crate::{
    Refusal,
    model::DomainName,
    policy::{NssetPolicy, Policies, Zone},
};

/// The zone with a name.
///
/// # Errors
/// `zone_unknown`.
pub(super) fn named<'a>(policies: &'a Policies, name: &DomainName) -> Result<&'a Arc<Zone>, Refusal> {
    policies.zone(name).ok_or_else(|| Refusal::new(Outcome::ZoneUnknown).at(Field::Zone).value(name))
}

/// The zone with a name, which has contacts.
///
/// # Errors
/// `zone_unknown`, `contacts_unsupported`.
pub(super) fn with_contacts<'a>(policies: &'a Policies, name: &DomainName) -> Result<&'a Arc<Zone>, Refusal> {
    let zone = named(policies, name)?;
    if zone.has_contacts() {
        return Ok(zone);
    }
    Err(Refusal::new(Outcome::ContactsUnsupported).at(Field::Zone).fact("zone", name))
}

/// The zone with a name, which has sets of name servers, and what it asks of them.
///
/// # Errors
/// `zone_unknown`, `nssets_unsupported`.
pub(super) fn with_nssets<'a>(
    policies: &'a Policies,
    name: &DomainName,
) -> Result<(&'a Arc<Zone>, &'a NssetPolicy), Refusal> {
    let zone = named(policies, name)?;
    let unsupported = || Refusal::new(Outcome::NssetsUnsupported).at(Field::Zone).fact("zone", name);
    Ok((zone, zone.nssets.as_ref().ok_or_else(unsupported)?))
}
