use super::{Inserted, Result};
use crate::model::{AccountId, CustomerId, DomainName, Invitation, NetworkRecord, Protection, ProtectionId};

/// Reads protection services, and what the network in this system has on record.
pub trait Protections {
    /// The service for a name.
    fn protection(&self, name: &DomainName) -> Result<Option<Protection>>;

    /// The service with an id.
    fn protection_by_id(&self, id: ProtectionId) -> Result<Option<Protection>>;

    /// The services that are an account's own, and those whose invitation it accepted; by name.
    fn protections_of(&self, account: AccountId) -> Result<Vec<Protection>>;

    /// An account's services that are templates, by name.
    fn templates_of(&self, account: AccountId) -> Result<Vec<Protection>>;

    /// The invitation of an account to a service.
    fn invitation(&self, protection: ProtectionId, guest: AccountId) -> Result<Option<Invitation>>;

    /// What the network has on record for a customer's name.
    fn network_record(&self, customer: CustomerId, name: &DomainName) -> Result<Option<NetworkRecord>>;
}

/// Writes protection services, and what the network in this system has on record.
pub trait ProtectionsMut: Protections {
    /// Adds a service unless there is one for the name.
    fn insert_protection(&self, protection: &Protection) -> Result<Inserted>;

    /// Replaces a service's row; id, name, account and date of creation stay.
    fn update_protection(&self, protection: &Protection) -> Result<()>;

    /// Removes a service with its invitations.
    fn delete_protection(&self, id: ProtectionId) -> Result<()>;

    /// Records an invitation, in place of an earlier one.
    fn put_invitation(&self, invitation: &Invitation) -> Result<()>;

    /// Takes an invitation away. `false` if it was not there any more.
    fn remove_invitation(&self, protection: ProtectionId, guest: AccountId) -> Result<bool>;

    /// Puts on the network's record what it knows of a customer's name, in place of what was there.
    fn put_network_record(&self, record: &NetworkRecord) -> Result<()>;

    /// Takes a customer's name off the network's record. `false` if it was not there any more.
    fn remove_network_record(&self, customer: CustomerId, name: &DomainName) -> Result<bool>;
}
