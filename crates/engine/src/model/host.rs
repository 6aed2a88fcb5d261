//! Host objects: name servers (RFC 5732).

use super::{AccountId, DomainId, DomainName, HostAddress, HostId, Instant, Statuses};

/// A host object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    /// Its id, never used again. It stays when the host is renamed.
    pub id: HostId,
    /// Its name, unique among hosts.
    pub name: DomainName,
    /// The registered domain it lies in; `None` for a host outside our zones.
    pub superordinate: Option<DomainId>,
    /// Who may change it. Follows the superordinate domain.
    pub sponsor: AccountId,
    /// Who created it.
    pub creator: AccountId,
    /// When it was created.
    pub created_at: Instant,
    /// Who changed it last.
    pub updater: Option<AccountId>,
    /// When it was changed last.
    pub updated_at: Option<Instant>,
    /// When it last came to a new sponsor.
    pub transferred_at: Option<Instant>,
    /// Statuses that are stored; `ok` and `linked` are computed.
    pub statuses: Statuses,
    /// Glue. Only a host inside our zones has any.
    pub addresses: Vec<HostAddress>,
}

/// What has to be known of a host that a domain is to use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostRef {
    /// Its name.
    pub name: DomainName,
    /// Its id.
    pub id: HostId,
    /// Whether it lies in our zones and has no address: nobody could reach it.
    pub lacks_glue: bool,
}

impl Host {
    /// Notes who changed it, and when.
    pub fn touch(&mut self, by: AccountId, at: Instant) {
        (self.updater, self.updated_at) = (Some(by), Some(at));
    }
}
