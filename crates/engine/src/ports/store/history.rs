use super::{Result, Slice};
use crate::model::{AccountId, HistoryEntry, Instant, ObjectClass, ObjectId, OperationId, Pattern};

/// One change of one object, as it is read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryLine {
    /// The request.
    pub operation: OperationId,
    /// When.
    pub at: Instant,
    /// On whose behalf.
    pub account: AccountId,
    /// The operation's name in the catalogue.
    pub action: String,
    /// The object changed.
    pub object: ObjectId,
    /// The object's name at that time.
    pub name: String,
    /// The client's own id of the request, if it sent one.
    pub client_id: Option<String>,
}

/// Which deletions are listed: those of which all is true that is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DeletionFilter {
    /// On whose behalf the object was deleted.
    pub account: AccountId,
    /// It was of this class.
    pub class: Option<ObjectClass>,
    /// Its name fits.
    pub name: Option<Pattern>,
    /// It was deleted at this moment or later.
    pub from: Instant,
    /// It was deleted at this moment or earlier.
    pub until: Instant,
}

/// Reads history.
pub trait History {
    /// Whether an operation changed anything: the truth about a commit whose result is unknown.
    fn happened(&self, operation: OperationId) -> Result<bool>;

    /// The latest operation on record, if any; ids of operations only grow.
    fn last_operation(&self) -> Result<Option<OperationId>>;

    /// What happened to an object: (operation, name of the action), oldest first.
    fn history_of(&self, object: ObjectId) -> Result<Vec<(OperationId, String)>>;

    /// What an operation changed, by object.
    fn changes_by(&self, operation: OperationId) -> Result<Vec<HistoryLine>>;

    /// A slice of what happened to an object, oldest first.
    fn history_slice(&self, object: ObjectId, slice: &Slice<OperationId>) -> Result<Vec<HistoryLine>>;

    /// How many changes of an object are on record.
    fn count_history(&self, object: ObjectId) -> Result<u64>;

    /// A slice of what an account deleted, in the order in which it did.
    fn deleted_objects(
        &self,
        filter: &DeletionFilter,
        slice: &Slice<(OperationId, ObjectId)>,
    ) -> Result<Vec<HistoryLine>>;

    /// How many deletions fit.
    fn count_deleted_objects(&self, filter: &DeletionFilter) -> Result<u64>;

    /// Shows every change made from one moment to another, both included, in the order in which they were made.
    fn read_history(&self, from: Instant, to: Instant, see: &mut dyn FnMut(HistoryLine)) -> Result<()>;
}

/// Writes history.
pub trait HistoryMut: History {
    /// Records one change of one object.
    fn record(&self, entry: &HistoryEntry) -> Result<()>;
}
