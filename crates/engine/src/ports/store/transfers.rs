use super::Result;
use crate::model::{ObjectId, Transfer};

/// Reads transfers.
pub trait Transfers {
    /// The latest transfer of an object.
    fn transfer(&self, object: ObjectId) -> Result<Option<Transfer>>;
}

/// Writes transfers.
pub trait TransfersMut: Transfers {
    /// Records the latest transfer of an object, in place of an earlier one.
    fn put_transfer(&self, transfer: &Transfer) -> Result<()>;
}
