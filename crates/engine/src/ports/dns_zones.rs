use super::store::{Result, Snapshot};
use crate::model::{AccountId, DomainName};

/// Knows who keeps the DNS of names.
pub trait DnsZones: Send + Sync {
    /// Who keeps the DNS of a registered name.
    ///
    /// # Errors
    /// A fault of the store.
    fn keeper(&self, store: &dyn Snapshot, registered: &DomainName) -> Result<DnsKeeper>;
}

/// Who keeps the DNS of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DnsKeeper {
    /// We do, for an account.
    Account(AccountId),
    /// Somebody whom we do not know.
    Elsewhere,
}
