//! Statuses that belong to the server, as the operator sets them outside any protocol.

use engine::model::{AccountId, HistoryEntry, Instant, ObjectId, OperationId, Status, Statuses};
use outcomes::Operation;

use super::Control;
use super::problem::Problem;

/// A status that is set or taken away.
pub(super) struct Change {
    status: Status,
    set: bool,
    operation: OperationId,
    at: Instant,
}

impl Change {
    /// Reads which status is meant.
    ///
    /// # Errors
    /// It is none of the server's.
    pub(super) fn of(control: &Control, status: &str, set: bool) -> Result<Self, Problem> {
        let status = server_status(status)?;
        Ok(Self { status, set, operation: control.office().new_id(), at: control.now() })
    }

    pub(super) fn make(&self, statuses: &mut Statuses) {
        match self.set {
            true => statuses.set(self.status, None),
            false => statuses.unset(self.status),
        }
    }

    /// What the object's history says of it.
    pub(super) fn entry(&self, action: Operation, object: ObjectId, name: &str) -> HistoryEntry {
        HistoryEntry {
            operation: self.operation,
            at: self.at,
            account: AccountId::SERVER,
            action: action.name(),
            object,
            name: name.to_owned(),
            client_id: None,
        }
    }
}

fn server_status(text: &str) -> Result<Status, Problem> {
    let ours = |status: &Status| status.name().starts_with("server");
    Status::parse(text).filter(ours).ok_or_else(|| {
        let names: Vec<_> =
            Status::ALL.iter().filter(|status| ours(status)).map(|status| status.name()).collect();
        Problem::value("status", text, format_args!("the server's statuses are {}", names.join(", ")))
    })
}
