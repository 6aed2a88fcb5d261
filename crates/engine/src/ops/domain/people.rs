//! Contacts that are told whole with a domain, for protocols that have no contacts as objects.

use crate::{
    Command, Failure, Writing,
    model::{Details, Handle, HandleForm, Role, Secret},
    ops::contact,
};

/// Somebody with a role in a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The role.
    pub role: Role,
    /// Name, address and the like; what of it a zone wants is checked as of any contact.
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

/// The contacts of these people: those of the actor's that say the same, and new ones for the rest. Each is an operation of its
/// own in the same transaction, as each has an entry in the history.
pub(super) fn contacts_of(cx: &mut Writing<'_>, people: &[Person]) -> Result<Vec<(Role, Handle)>, Failure> {
    let contact = |person: &Person| {
        let created = person.contact().run(&mut cx.at(cx.now))?.answer;
        Ok((person.role, created.handle))
    };
    people.iter().map(contact).collect()
}
