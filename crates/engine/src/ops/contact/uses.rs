use outcomes::{Operation as Name, Outcome};

use super::find_own;
use crate::{
    Done, Failure, Fault, Operation, Query, Reading,
    listing::Listing,
    model::{AccountId, ContactId, ContactUse, DomainId, Handle, Page, Role, Window},
    ports::store::{Slice, Snapshot},
};

/// Lists the domains of the actor that have a contact, once for each role that it has for them, the oldest domain first.
///
/// Changes, bills and notifies nothing. Checks, in this order: whether the contact exists, the sponsor.
#[derive(Clone, Debug)]
pub struct Uses {
    /// The contact.
    pub handle: Handle,
    /// Which part of the list.
    pub window: Window,
}

impl Operation for Uses {
    type Answer = Page<ContactUse>;
    const NAME: Name = Name::ContactUses;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::DomainsListed, Outcome::ContactUnknown, Outcome::NotSponsor];

    fn object(&self) -> &str {
        self.handle.as_str()
    }
}

impl Query for Uses {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Page<ContactUse>>, Failure> {
        let contact = find_own(cx, &self.handle)?;
        let page = cx.page(&Used { contact: contact.id, sponsor: cx.actor.id() }, self.window)?;
        Ok(Done::new(Outcome::DomainsListed, page))
    }
}

/// What a contact is used for by a sponsor.
#[derive(Hash)]
struct Used {
    contact: ContactId,
    sponsor: AccountId,
}

impl Listing for Used {
    type Row = ContactUse;
    type Key = (DomainId, Role);

    fn key(row: &ContactUse) -> Self::Key {
        (row.domain, row.role)
    }

    fn slice(&self, store: &dyn Snapshot, slice: &Slice<Self::Key>) -> Result<Vec<ContactUse>, Fault> {
        store.contact_uses(self.contact, self.sponsor, slice)
    }

    fn count(&self, store: &dyn Snapshot) -> Result<u64, Fault> {
        store.count_contact_uses(self.contact, self.sponsor)
    }
}
