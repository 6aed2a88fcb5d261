use outcomes::{Field, Operation as Name, Outcome};

use super::ownership;
use crate::{
    Command, Done, Failure, Fault, Operation, Refusal, Writing,
    model::{Contact, Handle, Status},
    ops::{access::require_free, quarantine},
    ports::store::{Deleted, Kind},
};

/// Deletes a contact (RFC 5733 section 3.2.2).
///
/// Changes: the contact is gone; its handle rests where a zone's policy wants that. Bills and notifies nothing. Checks,
/// in this order: whether it exists, the sponsor, the statuses, whether a domain or set of name servers uses it.
#[derive(Clone, Debug)]
pub struct Delete {
    /// The handle.
    pub handle: Handle,
}

impl Operation for Delete {
    type Answer = ();
    const NAME: Name = Name::ContactDelete;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::ContactDeleted,
        Outcome::ContactUnknown,
        Outcome::NotSponsor,
        Outcome::StatusProhibits,
        Outcome::PendingTransferProhibits,
        Outcome::ContactLinked,
    ];

    fn object(&self) -> &str {
        self.handle.as_str()
    }
}

impl Command for Delete {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let contact = ownership::find_own(cx, &self.handle)?;
        require_free(&contact.statuses, Status::BARS_DELETE, self.handle.as_str())?;

        match remove(cx, &contact, Self::NAME)? {
            Deleted::Yes => Ok(Done::new(Outcome::ContactDeleted, ())),
            Deleted::InUse => {
                Err(Refusal::new(Outcome::ContactLinked).at(Field::ContactId).value(&self.handle).into())
            }
        }
    }
}

/// Removes a contact unless something uses it, and lets its handle rest.
///
/// # Errors
/// A fault of the store.
pub(super) fn remove(cx: &Writing<'_>, contact: &Contact, action: Name) -> Result<Deleted, Fault> {
    let (id, handle) = (contact.id.into(), contact.handle.as_str());
    let deleted = cx.store.delete_contact(contact)?;
    if deleted == Deleted::Yes {
        cx.record(action, id, handle)?;
        quarantine::begin(cx, Kind::FormerContact, id, handle)?;
    }
    Ok(deleted)
}
