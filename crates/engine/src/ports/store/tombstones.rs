use super::{Kind, Result};
use crate::model::{ObjectId, Tombstone};

/// Reads which names of deleted objects are not free yet.
pub trait Tombstones {
    /// Whether a name is in quarantine; `kind` is that of the tombstone.
    fn in_quarantine(&self, kind: Kind, name: &str) -> Result<bool>;

    /// The tombstone of an object that is gone.
    fn tombstone(&self, object: ObjectId) -> Result<Option<Tombstone>>;
}

/// Writes which names of deleted objects are not free yet.
pub trait TombstonesMut: Tombstones {
    /// Puts a name into quarantine, in the place of an earlier tombstone with the same name.
    fn put_tombstone(&self, tombstone: &Tombstone) -> Result<()>;

    /// Ends the quarantine of a name.
    fn remove_tombstone(&self, tombstone: &Tombstone) -> Result<()>;
}
