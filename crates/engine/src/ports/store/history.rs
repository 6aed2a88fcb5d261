use super::Result;
use crate::model::{HistoryEntry, ObjectId, OperationId};

/// Reads history.
pub trait History {
    /// Whether an operation changed anything: the truth about a commit whose result is unknown.
    fn happened(&self, operation: OperationId) -> Result<bool>;

    /// The latest operation on record, if any; ids of operations only grow.
    fn last_operation(&self) -> Result<Option<OperationId>>;

    /// What happened to an object: (operation, name of the action), oldest first.
    fn history_of(&self, object: ObjectId) -> Result<Vec<(OperationId, String)>>;
}

/// Writes history.
pub trait HistoryMut: History {
    /// Records one change of one object.
    fn record(&self, entry: &HistoryEntry) -> Result<()>;
}
