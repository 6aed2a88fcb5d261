use super::{Deleted, Inserted, Result, Slice};
use crate::model::{AccountId, Contact, ContactId, ContactUse, Details, DomainId, Handle, NamePattern, Role};

/// Reads contacts.
pub trait Contacts {
    /// The contact with a handle.
    fn contact(&self, handle: &Handle) -> Result<Option<Contact>>;

    /// The contact with an id.
    fn contact_by_id(&self, id: ContactId) -> Result<Option<Contact>>;

    /// Those that have one of some ids, in any order. One statement.
    fn contacts(&self, ids: &[ContactId]) -> Result<Vec<Contact>>;

    /// For which of a sponsor's domains a contact is what, by domain and role.
    fn contact_uses(
        &self,
        contact: ContactId,
        sponsor: AccountId,
        slice: &Slice<(DomainId, Role)>,
    ) -> Result<Vec<ContactUse>>;

    /// How often a contact is something for a sponsor's domains.
    fn count_contact_uses(&self, contact: ContactId, sponsor: AccountId) -> Result<u64>;

    /// The ids of those handles that exist, in any order. One statement for all.
    fn contact_ids(&self, handles: &[Handle]) -> Result<Vec<(Handle, ContactId)>>;

    /// The handles of contacts, in any order; of those that exist. One statement for all.
    fn contact_handles(&self, ids: &[ContactId]) -> Result<Vec<(ContactId, Handle)>>;

    /// The oldest contact of a sponsor that says the same.
    fn same_contact(&self, sponsor: AccountId, details: &Details) -> Result<Option<Contact>>;

    /// Contacts that an account sponsors and whose handles fit, by age.
    fn owned_contacts(
        &self,
        owner: AccountId,
        pattern: &NamePattern,
        slice: &Slice<ContactId>,
    ) -> Result<Vec<Contact>>;

    /// How many of those there are.
    fn count_owned_contacts(&self, owner: AccountId, pattern: &NamePattern) -> Result<u64>;

    /// Whether a domain or a set of name servers uses a contact.
    fn contact_is_linked(&self, id: ContactId) -> Result<bool>;

    /// Whether a contact was opened to an account that does not sponsor it.
    fn contact_is_open_to(&self, id: ContactId, account: AccountId) -> Result<bool>;
}

/// Writes contacts.
pub trait ContactsMut: Contacts {
    /// Adds a contact unless its handle is taken.
    fn insert_contact(&self, contact: &Contact) -> Result<Inserted>;

    /// Replaces a contact's row; id, handle, creator and date of creation stay.
    fn update_contact(&self, contact: &Contact) -> Result<()>;

    /// Gives a contact another handle. `Taken` if it is in use. `before` is the one it had.
    fn rename_contact(&self, contact: &Contact, before: &Handle) -> Result<Inserted>;

    /// Removes a contact unless something uses it.
    fn delete_contact(&self, contact: &Contact) -> Result<Deleted>;

    /// Opens a contact to an account, which may see and change everything from now on.
    fn open_contact(&self, id: ContactId, account: AccountId) -> Result<()>;

    /// Closes a contact to all accounts it was opened to.
    fn close_contact(&self, id: ContactId) -> Result<()>;
}
