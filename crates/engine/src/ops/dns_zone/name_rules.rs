//! Which names a DNS zone may have.

use outcomes::{Field, Outcome};

use crate::{
    Refusal,
    model::DomainName,
    policy::{Place, Policies},
};

/// Unless the house allows any name, a zone has one that could be registered: who answers for a name below or above
/// that would answer for names of others.
///
/// # Errors
/// `zone_unknown`, `name_not_registrable`.
pub(super) fn check(policies: &Policies, name: &DomainName, field: Field) -> Result<(), Refusal> {
    if policies.house.dns.any_name {
        return Ok(());
    }
    let refused = |outcome| Refusal::new(outcome).at(field).value(name);
    match policies.place(name) {
        Place::Registrable(_) => Ok(()),
        Place::Below(zone) | Place::Apex(zone) => {
            Err(refused(Outcome::NameNotRegistrable).fact("zone", &zone.name))
        }
        Place::Elsewhere => Err(refused(Outcome::ZoneUnknown)),
    }
}
