//! Notices: what an account has to hear of.

use super::{AccountId, Instant, NoticeId, TransferState};

/// A notice in an account's queue. Protocols render it in their own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its id; grows with time within a queue.
    pub id: NoticeId,
    /// Whose queue it is in.
    pub account: AccountId,
    /// When it was put there.
    pub at: Instant,
    /// What happened.
    pub event: Event,
}

/// What happened. Names are kept as they were at that time, because the objects may be gone when the notice is read.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// A transfer of a domain was requested or ended.
    DomainTransfer {
        /// The domain.
        name: String,
        /// Its progress.
        transfer: TransferReport,
    },
    /// A transfer of a contact was requested or ended.
    ContactTransfer {
        /// The contact's handle.
        handle: String,
        /// Its progress.
        transfer: TransferReport,
    },
}

/// A transfer's progress, as both sides hear of it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct TransferReport {
    /// Where it stands.
    pub state: TransferState,
    /// Who asked.
    pub gaining: String,
    /// When it was asked for.
    pub requested_at: Instant,
    /// Who has to answer, or answered.
    pub losing: String,
    /// When it was answered or will be.
    pub acts_at: Instant,
    /// When the domain will expire, if the transfer changes that.
    pub expires_at: Option<Instant>,
}

impl Event {
    /// The event as one English sentence.
    pub fn sentence(&self) -> String {
        let (object, transfer) = match self {
            Self::DomainTransfer { name, transfer } => (format!("domain {name}"), transfer),
            Self::ContactTransfer { handle, transfer } => (format!("contact {handle}"), transfer),
        };
        let what = match transfer.state {
            TransferState::Pending => "was requested",
            TransferState::ClientApproved => "was approved",
            TransferState::ClientCancelled => "was cancelled",
            TransferState::ClientRejected => "was rejected",
            TransferState::ServerApproved => "was approved by the server",
            TransferState::ServerCancelled => "was cancelled by the server",
        };
        format!("Transfer of {object} from {} to {} {what}", transfer.losing, transfer.gaining)
    }
}
