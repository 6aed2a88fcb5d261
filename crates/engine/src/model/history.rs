//! History: who changed what, when, by which request.

use super::{AccountId, Instant, ObjectId, OperationId};

/// One change of one object, written in the transaction that made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    /// The request; with it the server can tell whether a commit of unknown result happened.
    pub operation: OperationId,
    /// When.
    pub at: Instant,
    /// On whose behalf.
    pub account: AccountId,
    /// The operation's name in the catalogue.
    pub action: &'static str,
    /// The object changed.
    pub object: ObjectId,
    /// The object's name at that time.
    pub name: String,
    /// The client's own id of the request, if it sent one.
    pub client_id: Option<String>,
}
