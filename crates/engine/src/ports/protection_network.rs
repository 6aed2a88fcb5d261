use super::store::{Result, Snapshot, Transaction};
use crate::model::{CustomerId, DomainName, Instant, NetworkRecord};

/// The network that protects names: it keeps a record of its own for each, under the customer whose name it is.
///
/// A network in this system keeps its record in the transaction in which it is asked, so that it stands and falls with
/// what the engine writes; one elsewhere ignores the transaction.
pub trait ProtectionNetwork: Send + Sync {
    /// Whether it knows a customer.
    ///
    /// # Errors
    /// It cannot be asked.
    fn knows(&self, store: &dyn Snapshot, customer: CustomerId) -> Result<bool>;

    /// What it has on record for a customer's name.
    ///
    /// # Errors
    /// It cannot be asked.
    fn find(
        &self,
        store: &dyn Snapshot,
        customer: CustomerId,
        name: &DomainName,
    ) -> Result<Option<NetworkRecord>>;

    /// Puts a name on record. Asked again for the same service, because the answer was lost, it says that it is done.
    ///
    /// # Errors
    /// It cannot be asked.
    fn create(&self, store: &dyn Transaction, record: &NetworkRecord) -> Result<Reply>;

    /// Changes what is on record for a name: a renewal, another plan, the settings of a template.
    ///
    /// # Errors
    /// It cannot be asked.
    fn update(&self, store: &dyn Transaction, record: &NetworkRecord) -> Result<Reply>;

    /// Takes a name off the record.
    ///
    /// # Errors
    /// It cannot be asked.
    fn delete(&self, store: &dyn Transaction, customer: CustomerId, name: &DomainName) -> Result<Reply>;

    /// Points the DNS of a name to itself. Whoever keeps that DNS has to have permitted it.
    ///
    /// # Errors
    /// It cannot be asked.
    fn rewrite_dns(
        &self,
        store: &dyn Transaction,
        customer: CustomerId,
        name: &DomainName,
        now: Instant,
    ) -> Result<Reply>;

    /// Drops its copies of some paths of a name, or of all if none is named.
    ///
    /// # Errors
    /// It cannot be asked.
    fn purge(
        &self,
        store: &dyn Transaction,
        customer: CustomerId,
        name: &DomainName,
        paths: &[String],
        now: Instant,
    ) -> Result<Reply>;
}

/// What the network answers to something that it is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// It is done.
    Done,
    /// It has the name on record already, and not for this service.
    Exists,
    /// It has no such name on record.
    Missing,
    /// It will not.
    Refused,
}
