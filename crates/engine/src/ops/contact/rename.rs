use outcomes::{Field, Operation as Name, Outcome};

use super::ownership;
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{Handle, Status},
    ops::access::require_free,
    ports::store::Inserted,
};

/// Gives a contact another handle. Its links stay.
///
/// Changes: the handle. Bills and notifies nothing. Checks, in this order: whether the contact exists, the sponsor, the
/// statuses, whether the new handle is taken.
#[derive(Clone, Debug)]
pub struct Rename {
    /// The handle.
    pub handle: Handle,
    /// The new one.
    pub new: Handle,
}

impl Operation for Rename {
    type Answer = ();
    const NAME: Name = Name::ContactRename;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::ContactRenamed,
        Outcome::ContactUnknown,
        Outcome::NotSponsor,
        Outcome::StatusProhibits,
        Outcome::ContactTaken,
    ];

    fn object(&self) -> &str {
        self.handle.as_str()
    }
}

impl Command for Rename {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mut contact = ownership::find_own(cx, &self.handle)?;
        require_free(&contact.statuses, Status::BARS_UPDATE, self.handle.as_str())?;
        contact.handle = self.new.clone();
        contact.touch(cx.actor.id(), cx.now);
        if cx.store.rename_contact(&contact, &self.handle)? == Inserted::Taken {
            return Err(Refusal::new(Outcome::ContactTaken).at(Field::NewContactId).value(&self.new).into());
        }
        cx.store.update_contact(&contact)?;
        cx.record(Self::NAME, contact.id.into(), self.new.as_str())?;
        Ok(Done::new(Outcome::ContactRenamed, ()))
    }
}
