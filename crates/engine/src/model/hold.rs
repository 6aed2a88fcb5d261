//! Money that is set aside.

use super::{AccountId, EntryKind, Fee, HoldId, Instant, ObjectId, OperationId, PartyId};

/// Money of an account that is set aside for something not decided yet: it is the account's still, but it cannot be
/// spent on anything else. It ends once, by being settled or by being released, and whoever ends it gives it away;
/// it cannot be copied.
#[derive(Debug, PartialEq, Eq)]
pub struct Hold {
    /// Its id.
    pub id: HoldId,
    /// The operation that placed it.
    pub operation: OperationId,
    /// When that was.
    pub at: Instant,
    /// Whose money it is.
    pub account: AccountId,
    /// For whom the invoice will be made; `None` if it was placed before there were invoices.
    pub party: Option<PartyId>,
    /// What it will be paid for.
    pub kind: EntryKind,
    /// How much, at the price and the rate of tax of that time.
    pub fee: Fee,
    /// The object it will be paid for.
    pub object: ObjectId,
    /// The years it will pay for.
    pub years: u8,
}

/// An open hold as a statement shows it.
#[derive(Debug, PartialEq, Eq)]
pub struct HeldLine {
    /// The hold.
    pub hold: Hold,
    /// The name that its object had then.
    pub name: Option<String>,
}
