use outcomes::{Field, Operation as Name, Outcome};

use super::ownership;
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{Handle, Status},
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

        cx.record(Self::NAME, contact.id.into(), self.handle.as_str())?;
        match cx.store.delete_contact(&contact)? {
            Deleted::Yes => {
                quarantine::begin(cx, Kind::FormerContact, contact.id.into(), self.handle.as_str())?;
                Ok(Done::new(Outcome::ContactDeleted, ()))
            }
            Deleted::InUse => {
                Err(Refusal::new(Outcome::ContactLinked).at(Field::ContactId).value(&self.handle).into())
            }
        }
    }
}
