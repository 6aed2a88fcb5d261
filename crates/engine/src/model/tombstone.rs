//! Names of objects that are gone.

use super::{Instant, ObjectId};
use crate::ports::store::Kind;

/// What is left of a deleted contact or set of name servers for a while: its name, which nobody can have meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tombstone {
    /// The object that is gone.
    pub object: ObjectId,
    /// Which kind of tombstone it is: [`Kind::FormerContact`] or [`Kind::FormerNsset`].
    pub kind: Kind,
    /// The name it had.
    pub name: String,
    /// When the name is free.
    pub until: Instant,
}
