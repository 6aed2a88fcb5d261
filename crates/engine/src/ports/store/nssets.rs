use super::{Deleted, Inserted, Result};
use crate::model::{Nsset, NssetId, NssetName};

/// Reads sets of name servers.
pub trait Nssets {
    /// The set with a name.
    fn nsset(&self, name: &NssetName) -> Result<Option<Nsset>>;

    /// The set with an id.
    fn nsset_by_id(&self, id: NssetId) -> Result<Option<Nsset>>;

    /// Whether a domain is delegated to a set.
    fn nsset_is_linked(&self, id: NssetId) -> Result<bool>;
}

/// Writes sets of name servers.
pub trait NssetsMut: Nssets {
    /// Adds a set unless its name is taken.
    fn insert_nsset(&self, nsset: &Nsset) -> Result<Inserted>;

    /// Replaces a set's row and its links to contacts; id, name, creator and date of creation stay.
    fn update_nsset(&self, nsset: &Nsset) -> Result<()>;

    /// Removes a set with its links and its transfer, unless a domain is delegated to it.
    fn delete_nsset(&self, nsset: &Nsset) -> Result<Deleted>;
}
