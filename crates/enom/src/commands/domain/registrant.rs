//! The registrant, and what only some zones want to know of it.

use engine::Failure;
use engine::model::{Details, DomainName, Role};
use engine::ops::domain::{Dossier, Person};

use crate::attributes::{Told, asked};
use crate::call::Call;
use crate::params::Params;

/// Reads the extended attributes that the zone of a domain asks for.
pub(in crate::commands) fn told(call: &Call<'_>, params: &mut Params, domain: &DomainName) -> Told {
    call.zone_of(domain).map(|zone| Told::read(params, zone)).unwrap_or_default()
}

/// Adds them to the registrant of a new domain.
pub(in crate::commands) fn add(told: Told, people: &mut [Person]) {
    if let Some(registrant) = people.iter_mut().find(|person| person.role == Role::Registrant) {
        told.add_to(&mut registrant.details);
    }
}

/// Adds them to the registrant that takes the place of a domain's present one, or changes that in nothing else. What was not
/// told stays as it is, as long as it is of the same holder.
///
/// # Errors
/// `domain_unknown`, `not_sponsor`; a fault of the store.
pub(super) async fn amend(
    call: &Call<'_>,
    domain: &DomainName,
    told: Told,
    people: &mut Vec<Person>,
) -> Result<(), Failure> {
    let is_asked = call.zone_of(domain).is_some_and(|zone| !asked(zone).is_empty());
    let place = people.iter().position(|person| person.role == Role::Registrant);
    if !is_asked || (place.is_none() && told.is_empty()) {
        return Ok(());
    }
    let dossier = call.query(Dossier { name: domain.clone() }).await?.answer;
    let Some(present) = dossier.person(Role::Registrant) else {
        add(told, people);
        return Ok(());
    };
    let sent = place.map_or_else(|| present.details.clone(), |place| people.swap_remove(place).details);
    let details = of_same_holder(&present.details, &sent, &told);
    let details = details.unwrap_or_else(|| with(sent, told));
    people.push(Person { role: Role::Registrant, details });
    Ok(())
}

/// What was sent with what is known already; `None` if that is of another holder.
fn of_same_holder(present: &Details, sent: &Details, told: &Told) -> Option<Details> {
    let known = Details { particulars: present.particulars.clone(), ..sent.clone() };
    let details = with(known, told.clone());
    (details.holder_name() == present.holder_name()).then_some(details)
}

fn with(mut details: Details, told: Told) -> Details {
    told.add_to(&mut details);
    details
}
