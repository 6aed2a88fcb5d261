//! What is owed to accounts.

use super::{AccountId, Instant, Money, ObjectId, OperationId};

/// A payment that has to be given back, because what was paid for did not come to pass, and could not be yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    /// The operation that was paid for.
    pub operation: OperationId,
    /// Whose money it is.
    pub account: AccountId,
    /// How much.
    pub amount: Money,
    /// The object it was paid for.
    pub object: ObjectId,
    /// The object's name.
    pub name: String,
    /// Since when it is owed.
    pub since: Instant,
}
