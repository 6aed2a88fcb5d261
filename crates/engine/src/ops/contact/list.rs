use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Failure, Fault, Operation, Query, Reading,
    listing::Listing,
    model::{AccountId, Contact, ContactId, NamePattern, Page, Window},
    ports::store::{Slice, Snapshot},
};

/// Shows the contacts that the actor sponsors through a window, by age.
///
/// Changes, bills and notifies nothing. Checks nothing.
#[derive(Clone, Debug)]
pub struct List {
    /// Which handles.
    pub pattern: NamePattern,
    /// Which part of the list.
    pub window: Window,
}

impl Operation for List {
    type Answer = Page<Contact>;
    const NAME: Name = Name::ContactList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::ContactsListed];
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Self::Answer>, Failure> {
        let list = Owned { owner: cx.actor.id(), pattern: self.pattern.clone() };
        Ok(Done::new(Outcome::ContactsListed, cx.page(&list, self.window)?))
    }
}

/// The contacts of an account.
#[derive(Hash)]
struct Owned {
    owner: AccountId,
    pattern: NamePattern,
}

impl Listing for Owned {
    type Row = Contact;
    type Key = ContactId;

    fn key(row: &Contact) -> ContactId {
        row.id
    }

    fn slice(&self, store: &dyn Snapshot, slice: &Slice<ContactId>) -> Result<Vec<Contact>, Fault> {
        store.owned_contacts(self.owner, &self.pattern, slice)
    }

    fn count(&self, store: &dyn Snapshot) -> Result<u64, Fault> {
        store.count_owned_contacts(self.owner, &self.pattern)
    }
}
