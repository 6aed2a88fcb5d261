//! Contacts that are told whole with a domain, for protocols that have no contacts as objects.

use outcomes::{Field, Outcome};

use crate::{
    Command, Failure, Findings, Refusal, Writing,
    model::{Details, Handle, HandleForm, Role, Secret},
    ops::contact::{self, check_for_zone, check_postal_codes},
    policy::Zone,
};

/// Somebody with a role in a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The role.
    pub role: Role,
    /// Name, address and the like.
    pub details: Details,
}

impl Person {
    fn contact(&self) -> contact::Create {
        contact::Create {
            handle: None,
            zone: None,
            details: self.details.clone(),
            authinfo: Secret::new(String::new()),
            form: HandleForm::Person,
            reuse: true,
        }
    }
}

/// Notes what a zone misses in what is said of people, or does not take: all that it asks for in the roles in which
/// it looks at contacts, and of everybody a postal code that is one of the country's. Nobody opts out of publication who
/// is known to be locked against that.
pub(super) fn check(zone: &Zone, people: &[Person], findings: &mut Findings) {
    for Person { role, details } in people {
        let mut found = Findings::new();
        if zone.contact.linked.contains(role) {
            check_for_zone(zone, details, &mut found);
        } else {
            check_postal_codes(zone, details, &mut found);
        }
        if details.particulars.opt_out && details.particulars.opt_out_locked {
            let refusal = Refusal::new(Outcome::OptOutLocked).at(Field::ContactOptOut);
            found.add(refusal.value(details.holder_name()));
        }
        findings.add_parts(field_of(*role), found);
    }
}

/// The field that somebody in a role is told in.
const fn field_of(role: Role) -> Field {
    match role {
        Role::Registrant => Field::Registrant,
        Role::Admin => Field::AdminContact,
        Role::Tech => Field::TechContact,
        Role::Billing => Field::BillingContact,
    }
}

/// The contacts of these people: those of the actor's that say the same, and new ones for the rest. Each is an
/// operation of its own in the same transaction, as each has an entry in the history.
pub(super) fn contacts_of(cx: &mut Writing<'_>, people: &[Person]) -> Result<Vec<(Role, Handle)>, Failure> {
    let contact = |person: &Person| {
        let created = person.contact().run(&mut cx.at(cx.now))?.answer;
        Ok((person.role, created.handle))
    };
    people.iter().map(contact).collect()
}
