use super::{Result, Slice};
use crate::model::{AccountId, DomainId, DomainName, NamePattern, ObjectId, Transfer};

/// Reads transfers.
pub trait Transfers {
    /// The latest transfer of an object.
    fn transfer(&self, object: ObjectId) -> Result<Option<Transfer>>;

    /// Every transfer of an object, oldest first.
    fn transfers_of(&self, object: ObjectId) -> Result<Vec<Transfer>>;

    /// Pending transfers of domains whose names fit, to an account (`incoming`) or from it, by the age of the domains.
    fn pending_transfers(
        &self,
        party: AccountId,
        incoming: bool,
        pattern: &NamePattern,
        slice: &Slice<DomainId>,
    ) -> Result<Vec<(DomainName, Transfer)>>;

    /// How many of those there are.
    fn count_pending_transfers(&self, party: AccountId, incoming: bool, pattern: &NamePattern)
    -> Result<u64>;
}

/// Writes transfers.
pub trait TransfersMut: Transfers {
    /// Records the latest transfer of an object. One that had ended before becomes history.
    fn put_transfer(&self, transfer: &Transfer) -> Result<()>;
}
