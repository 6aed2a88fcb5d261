use super::{Deleted, Inserted, Result, Slice};
use crate::model::{AccountId, DomainId, DomainName, Host, HostId, HostRef, Instant, NamePattern};

/// Reads hosts.
pub trait Hosts {
    /// The host with a name.
    fn host(&self, name: &DomainName) -> Result<Option<Host>>;

    /// The host with an id.
    fn host_by_id(&self, id: HostId) -> Result<Option<Host>>;

    /// The hosts of those names that exist, in any order. One statement for all.
    fn hosts(&self, names: &[DomainName]) -> Result<Vec<Host>>;

    /// The same, with no more than a delegation needs.
    fn host_refs(&self, names: &[DomainName]) -> Result<Vec<HostRef>>;

    /// Whether a domain is delegated to a host.
    fn host_is_linked(&self, id: HostId) -> Result<bool>;

    /// Whether a domain of another sponsor is delegated to a host.
    fn host_is_linked_beyond(&self, id: HostId, sponsor: AccountId) -> Result<bool>;

    /// Hosts that an account sponsors and whose names fit, by name.
    fn owned_hosts(
        &self,
        owner: AccountId,
        pattern: &NamePattern,
        slice: &Slice<DomainName>,
    ) -> Result<Vec<Host>>;

    /// How many of those there are.
    fn count_owned_hosts(&self, owner: AccountId, pattern: &NamePattern) -> Result<u64>;

    /// The names of the hosts inside a domain, sorted.
    fn subordinate_hosts(&self, domain: DomainId) -> Result<Vec<DomainName>>;
}

/// Writes hosts.
pub trait HostsMut: Hosts {
    /// Adds a host unless its name is taken.
    fn insert_host(&self, host: &Host) -> Result<Inserted>;

    /// Replaces a host's row; id, creator and date of creation stay. `Taken` if the name changed to one in use.
    /// `before` is the name it had.
    fn update_host(&self, host: &Host, before: &DomainName) -> Result<Inserted>;

    /// Removes a host unless a domain is delegated to it.
    fn delete_host(&self, host: &Host) -> Result<Deleted>;

    /// Takes a host out of every delegation, and names the domains that had it by sponsor.
    fn unlink_host(&self, id: HostId) -> Result<Vec<(AccountId, Vec<DomainName>)>>;

    /// Gives all hosts inside a domain to a new sponsor.
    fn move_hosts(&self, domain: DomainId, sponsor: AccountId, at: Instant) -> Result<()>;
}
