//! Trades: changes of the registrant that are paid for.

use super::{AccountId, Asked, DomainId, Handle, Instant, TransferState};

/// The latest trade of a domain. Its states are those of a transfer: whoever asked may approve or cancel it, and the
/// server decides when its time is up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trade {
    /// Which domain.
    pub domain: DomainId,
    /// Where it stands.
    pub state: TransferState,
    /// Who asked.
    pub account: AccountId,
    /// When it was asked for.
    pub requested_at: Instant,
    /// When it ended or, while it is pending, when the server will decide.
    pub acts_at: Instant,
    /// The registrant before, if there was one.
    pub from: Option<Handle>,
    /// The registrant that is wanted.
    pub to: Handle,
    /// The request, so that its end can name it.
    pub asked: Option<Asked>,
}
