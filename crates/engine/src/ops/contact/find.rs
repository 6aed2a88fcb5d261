use outcomes::{Field, Operation as Name, Outcome};

use super::{ContactView, Info};
use crate::{
    Done, Failure, Operation, Query, Reading, Refusal,
    model::{Contact, ContactId},
    ops::access::require_sponsor,
};

/// Shows a contact that is known by its id, to its sponsor, with the persons that speak for it.
///
/// Changes, bills and notifies nothing. Checks, in this order: whether it exists, the sponsor.
#[derive(Clone, Copy, Debug)]
pub struct Find {
    /// The id.
    pub id: ContactId,
}

/// A contact with the persons that speak for it.
#[derive(Clone, Debug)]
pub struct RegistrantView {
    /// The contact.
    pub view: ContactView,
    /// Kind (`admin` or `billing`), place, and who stands there; the first person is the contact itself.
    pub persons: Vec<(String, u8, Contact)>,
}

impl Operation for Find {
    type Answer = RegistrantView;
    const NAME: Name = Name::ContactFind;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::ContactFound, Outcome::ContactUnknown, Outcome::NotSponsor];
}

impl Query for Find {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<RegistrantView>, Failure> {
        let unknown = || Refusal::new(Outcome::ContactUnknown).at(Field::ContactId).value(self.id.0);
        let contact = cx.store.contact_by_id(self.id)?.ok_or_else(unknown)?;
        require_sponsor(cx, contact.sponsor, contact.handle.as_str())?;
        let mut persons = Vec::new();
        for (kind, place, id) in cx.store.persons(self.id)? {
            persons.extend(cx.store.contact_by_id(id)?.map(|person| (kind, place, person)));
        }
        let info = Info { handle: contact.handle, zone: None, proof: None };
        Ok(info.run(cx)?.map(|view| RegistrantView { view, persons }))
    }
}
