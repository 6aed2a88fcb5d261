//! Requests that were accepted and end by themselves.

use super::{AccountId, Asked, Instant, ObjectId};

/// A request that waits for nothing but its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// Its own id; also that of its reminder.
    pub id: ObjectId,
    /// Whose it is.
    pub account: AccountId,
    /// When it came.
    pub at: Instant,
    /// The request.
    pub asked: Asked,
}
