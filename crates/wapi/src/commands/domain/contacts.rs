//! Contacts that a request names.

use engine::model::{DomainName, Handle, Role};
use engine::ops::contact::Info;
use engine::policy::{Place, Zone};
use engine::{Failure, Field, Outcome, Refusal};

use super::registry::answered;
use crate::Call;
use crate::params::Params;

/// Reads the contacts of a request, as clients of the name's zone write handles.
pub(super) fn read(call: &Call<'_>, params: &mut Params, name: Option<&DomainName>) -> Vec<(Role, Handle)> {
    let zone = name.and_then(|name| zone_of(call, name));
    let parse = |text: &str| zone.map_or_else(|| Handle::parse(text), |zone| zone.handle(text));
    let owner = params.read("owner_c", Field::Registrant, parse).map(|handle| (Role::Registrant, handle));
    let admin = params.read("admin_c", Field::DomainContact, parse).map(|handle| (Role::Admin, handle));
    owner.into_iter().chain(admin).collect()
}

/// Whether the registry knows the contacts of a request, the owner first.
///
/// # Errors
/// `domain_contact_unknown`; `contact_lookup_failed` if the registry does not answer.
pub(super) async fn look_up(
    call: &Call<'_>,
    name: &DomainName,
    contacts: &[(Role, Handle)],
) -> Result<(), Failure> {
    // A zone without contacts refuses those that are named for what they are, not for what they are called.
    let Some(zone) = zone_of(call, name).filter(|zone| zone.has_contacts()) else { return Ok(()) };
    for (role, handle) in contacts {
        let refused = |outcome| Refusal::new(outcome).at(field_of(*role)).value(handle);
        let question = Info { handle: handle.clone(), zone: Some(zone.name.clone()), proof: None };
        let end = answered(call.query(question).await, refused(Outcome::ContactLookupFailed));
        end.map_err(|failure| match failure {
            Failure::Refused(why) if why.first().outcome == Outcome::ContactUnknown => {
                refused(Outcome::DomainContactUnknown).into()
            }
            other => other,
        })?;
    }
    Ok(())
}

/// The zone in which a name would be registered.
pub(super) fn zone_of<'a>(call: &'a Call<'_>, name: &DomainName) -> Option<&'a Zone> {
    match call.policies().place(name) {
        Place::Registrable(zone) => Some(zone),
        Place::Below(_) | Place::Apex(_) | Place::Elsewhere => None,
    }
}

fn field_of(role: Role) -> Field {
    if role == Role::Registrant { Field::Registrant } else { Field::DomainContact }
}
