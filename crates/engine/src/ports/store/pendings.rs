use super::Result;
use crate::model::{ObjectId, Pending};

/// Reads requests that end by themselves.
pub trait Pendings {
    /// The request with an id.
    fn pending(&self, id: ObjectId) -> Result<Option<Pending>>;
}

/// Writes requests that end by themselves.
pub trait PendingsMut: Pendings {
    /// Adds one.
    fn insert_pending(&self, pending: &Pending) -> Result<()>;

    /// Removes one that has ended.
    fn remove_pending(&self, id: ObjectId) -> Result<()>;
}
