//! Where a transfer stands, in columns.

use engine::model::{TransferReport, TransferState};

use crate::columns::Columns;
use crate::times::moment;

/// A transfer of a domain.
pub(super) fn of(domain: &str, transfer: &TransferReport) -> Columns {
    Columns::new()
        .one("domain", domain)
        .one("transfer status", state(transfer.state))
        .one("requested date", moment(transfer.requested_at))
        .one("execute date", moment(transfer.acts_at))
        .one("requesting registrar", transfer.gaining.as_str())
        .one("current registrar", transfer.losing.as_str())
}

/// What happened in it so far, a line each.
pub(super) fn log(transfer: &TransferReport) -> Vec<String> {
    let TransferReport { gaining, losing, .. } = transfer;
    let asked = format!("{} requested by {gaining} from {losing}", moment(transfer.requested_at));
    let ended = format!("{} {}", moment(transfer.acts_at), transfer.state.name());
    let is_over = transfer.state != TransferState::Pending;
    std::iter::once(asked).chain(is_over.then_some(ended)).collect()
}

/// The word for a state.
pub(super) const fn state(state: TransferState) -> &'static str {
    match state {
        TransferState::Pending => "PENDING",
        TransferState::ClientApproved | TransferState::ServerApproved => "SUCCESSFUL",
        TransferState::ClientRejected | TransferState::ClientCancelled | TransferState::ServerCancelled => {
            "FAILED"
        }
    }
}
