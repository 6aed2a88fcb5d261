use super::{Deleted, Inserted, Result};
use crate::model::{Contact, ContactId, Handle};

/// Reads contacts.
pub trait Contacts {
    /// The contact with a handle.
    fn contact(&self, handle: &Handle) -> Result<Option<Contact>>;

    /// The contact with an id.
    fn contact_by_id(&self, id: ContactId) -> Result<Option<Contact>>;

    /// The ids of those handles that exist, in any order. One statement for all.
    fn contact_ids(&self, handles: &[Handle]) -> Result<Vec<(Handle, ContactId)>>;

    /// Whether a domain uses a contact.
    fn contact_is_linked(&self, id: ContactId) -> Result<bool>;
}

/// Writes contacts.
pub trait ContactsMut: Contacts {
    /// Adds a contact unless its handle is taken.
    fn insert_contact(&self, contact: &Contact) -> Result<Inserted>;

    /// Replaces a contact's row; id, handle, creator and date of creation stay.
    fn update_contact(&self, contact: &Contact) -> Result<()>;

    /// Removes a contact unless a domain uses it.
    fn delete_contact(&self, contact: &Contact) -> Result<Deleted>;
}
