use super::{Deleted, Inserted, Result, Slice};
use crate::model::{
    AccountId, ContactId, Domain, DomainId, DomainLinks, DomainName, HostId, Instant, LinkedContact,
    LinkedHost, NamePattern, Role, Tag,
};

/// Reads domains.
pub trait Domains {
    /// The domain with a name.
    fn domain(&self, name: &DomainName) -> Result<Option<Domain>>;

    /// The domains with some names, in any order. As few statements as the database allows.
    fn domains_named(&self, names: &[DomainName]) -> Result<Vec<Domain>>;

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

    /// Domains that an account sponsors, in an order (and whether the greatest comes first).
    fn owned_domains(
        &self,
        filter: &DomainFilter<'_>,
        order: (DomainOrder, bool),
        slice: &Slice<DomainKey>,
    ) -> Result<Vec<Domain>>;

    /// How many domains an account sponsors that fit.
    fn count_owned_domains(&self, filter: &DomainFilter<'_>) -> Result<u64>;

    /// The contacts and hosts of several domains, in any order. As many statements for all as for one.
    fn links_of(&self, ids: &[DomainId]) -> Result<Vec<(DomainId, DomainLinks)>>;

    /// The labels of a domain, sorted.
    fn tags_of(&self, id: DomainId) -> Result<Vec<Tag>>;

    /// The labels of several domains, sorted by domain and label. As few statements as the database allows.
    fn tags_of_all(&self, ids: &[DomainId]) -> Result<Vec<(DomainId, Tag)>>;

    /// How many domains there are.
    fn count_domains(&self) -> Result<u64>;

    /// How many domains with this id or a higher one an account sponsors: those registered since then.
    fn count_domains_since(&self, owner: AccountId, first: DomainId) -> Result<u64>;
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

    /// Replaces a domain's row; id, name, zone and creator stay.
    fn update_domain(&self, domain: &Domain) -> Result<()>;

    /// Adds contacts to a domain; those it has already in the role are left alone.
    fn link_contacts(&self, id: DomainId, contacts: &[(Role, ContactId)]) -> Result<()>;

    /// Removes contacts from a domain.
    fn unlink_contacts(&self, id: DomainId, contacts: &[(Role, ContactId)]) -> Result<()>;

    /// Adds hosts to a domain; those it has already are left alone.
    fn link_hosts(&self, id: DomainId, hosts: &[HostId]) -> Result<()>;

    /// Removes hosts from a domain.
    fn unlink_hosts(&self, id: DomainId, hosts: &[HostId]) -> Result<()>;

    /// Labels a domain of a sponsor.
    fn add_tags(&self, id: DomainId, sponsor: AccountId, tags: &[Tag]) -> Result<()>;

    /// Takes all labels from a domain.
    fn remove_tags(&self, id: DomainId) -> Result<()>;

    /// Removes a domain with its links, labels, transfers and trade, unless hosts lie inside it.
    fn delete_domain(&self, domain: &Domain) -> Result<Deleted>;
}

/// Which domains of an account are meant.
#[derive(Clone, Copy, Debug)]
pub struct DomainFilter<'a> {
    /// Who sponsors them.
    pub owner: AccountId,
    /// Their names fit.
    pub pattern: &'a NamePattern,
    /// They lie in a zone.
    pub zone: Option<&'a DomainName>,
    /// They expire at this moment or later.
    pub expires_from: Instant,
    /// They expire before this moment.
    pub expires_before: Instant,
    /// They are deleted and not yet released, or not.
    pub is_deleted: Option<bool>,
    /// A status keeps them out of the DNS, or none does.
    pub is_held: Option<bool>,
    /// They are labelled so.
    pub tag: Option<&'a Tag>,
}

/// What domains are sorted by. What is alike is sorted by age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DomainOrder {
    /// Their names.
    Name,
    /// Their age.
    Created,
    /// The moment of the last change, which is that of the creation where there was none.
    Updated,
    /// The end of the registration.
    Expiry,
}

/// Where a domain stands, whatever the order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DomainKey {
    /// Its id.
    pub id: DomainId,
    /// Its name.
    pub name: DomainName,
    /// When it was changed last, or created.
    pub updated_at: Instant,
    /// When its registration ends.
    pub expires_at: Instant,
}

impl DomainKey {
    /// The place of a domain.
    pub fn of(domain: &Domain) -> Self {
        Self {
            id: domain.id,
            name: domain.name.clone(),
            updated_at: domain.updated_at.unwrap_or(domain.created_at),
            expires_at: domain.expires_at,
        }
    }
}
