use super::{Deleted, Inserted, Result};
use crate::model::{
    AccountId, ContactId, Domain, DomainId, DomainName, HostId, LinkedContact, LinkedHost, Role,
};

/// Reads domains.
pub trait Domains {
    /// The domain with a name.
    fn domain(&self, name: &DomainName) -> Result<Option<Domain>>;

    /// The domain with an id.
    fn domain_by_id(&self, id: DomainId) -> Result<Option<Domain>>;

    /// The contacts of a domain, by role and handle.
    fn domain_contacts(&self, id: DomainId) -> Result<Vec<LinkedContact>>;

    /// The host objects a domain is delegated to, by name.
    fn domain_hosts(&self, id: DomainId) -> Result<Vec<LinkedHost>>;

    /// Domains that an account sponsors, and those whose transfer to it is pending, by id; those after an id, at most so
    /// many. One statement, whose cost is that of what it answers.
    fn domains_of(&self, account: AccountId, after: DomainId, most: u32) -> Result<Vec<Domain>>;

    /// The domains that a contact serves in a role, by name.
    fn domains_with(&self, contact: ContactId, role: Role) -> Result<Vec<Domain>>;

    /// How many domains there are.
    fn count_domains(&self) -> Result<u64>;
}

/// Writes domains.
pub trait DomainsMut: Domains {
    /// Adds a domain with its contacts and hosts, unless its name is taken.
    fn insert_domain(
        &self,
        domain: &Domain,
        contacts: &[(Role, ContactId)],
        hosts: &[HostId],
    ) -> Result<Inserted>;

    /// Replaces a domain's row; id, name, zone, creator and date of creation stay.
    fn update_domain(&self, domain: &Domain) -> Result<()>;

    /// Adds contacts to a domain; those it has already in the role are left alone.
    fn link_contacts(&self, id: DomainId, contacts: &[(Role, ContactId)]) -> Result<()>;

    /// Removes contacts from a domain.
    fn unlink_contacts(&self, id: DomainId, contacts: &[(Role, ContactId)]) -> Result<()>;

    /// Adds hosts to a domain; those it has already are left alone.
    fn link_hosts(&self, id: DomainId, hosts: &[HostId]) -> Result<()>;

    /// Removes hosts from a domain.
    fn unlink_hosts(&self, id: DomainId, hosts: &[HostId]) -> Result<()>;

    /// Removes a domain with its links and its transfer, unless hosts lie inside it.
    fn delete_domain(&self, domain: &Domain) -> Result<Deleted>;
}
