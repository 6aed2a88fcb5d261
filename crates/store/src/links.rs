//! Which contacts and hosts a domain uses.
//!
//! A domain's own lists are documents in its row. The other way round each link is a row under its contact or host;
//! these carry the foreign keys, so what is in use stays. Both are written together, from the change of the lists.

use engine::model::{AccountId, ContactId, DomainId, DomainName, HostId, Role};
use engine::ports::store::Result;

use crate::columns::Columns;
use crate::document;
use crate::lists::{Lengths, all_of, for_each};
use crate::sql::Sql;
use crate::tables::{Tables, values};

/// The contacts and hosts of one domain, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Links {
    pub(crate) contacts: Vec<(Role, ContactId)>,
    pub(crate) hosts: Vec<HostId>,
}

/// The two lists as they stand in their columns.
pub(crate) struct Documents {
    pub(crate) contacts: Option<String>,
    pub(crate) hosts: Option<String>,
}

impl Links {
    /// Links to some contacts and hosts, of which each may be named several times.
    pub(crate) fn new(contacts: &[(Role, ContactId)], hosts: &[HostId]) -> Self {
        let mut links = Self::default();
        add_new(&mut links.contacts, contacts);
        add_new(&mut links.hosts, hosts);
        links
    }

    /// The links of a domain; none if there is no such domain.
    pub(crate) fn of(sql: &impl Sql, domain: DomainId) -> Result<Self> {
        Ok(sql.one(SELECT, values![domain], links)?.unwrap_or_default())
    }

    /// The links of several domains, of those that exist.
    pub(crate) fn of_all(sql: &impl Sql, domains: &[DomainId]) -> Result<Vec<(DomainId, Self)>> {
        all_of(sql, SELECT_ALL, domains.iter().copied(), |columns| Ok((columns.read()?, links(columns)?)))
    }

    pub(crate) fn documents(&self) -> Result<Documents> {
        let contacts: Vec<_> = self.contacts.iter().map(|&(role, id)| (role as i64, id.0)).collect();
        let hosts: Vec<_> = self.hosts.iter().map(|id| id.0).collect();
        Ok(Documents { contacts: document::list(&contacts)?, hosts: document::list(&hosts)? })
    }
}

impl<C: Sql> Tables<C> {
    /// Gives a domain other links than it had.
    pub(crate) fn relink(
        &self,
        domain: DomainId,
        sponsor: AccountId,
        before: &Links,
        after: &Links,
    ) -> Result<()> {
        self.write_links(domain, after)?;
        self.follow_links(domain, sponsor, before, after)
    }

    /// Follows a change of a domain's lists from the side of contacts and hosts.
    pub(crate) fn follow_links(
        &self,
        domain: DomainId,
        sponsor: AccountId,
        before: &Links,
        after: &Links,
    ) -> Result<()> {
        for &(role, contact) in missing_in(&before.contacts, &after.contacts) {
            self.update(LINK_CONTACT, values![contact, domain, role as i64])?;
        }
        for &host in missing_in(&before.hosts, &after.hosts) {
            self.update(LINK_HOST, values![host, sponsor, domain])?;
        }
        for &(role, contact) in missing_in(&after.contacts, &before.contacts) {
            self.update(UNLINK_CONTACT, values![contact, domain, role as i64])?;
        }
        for &host in missing_in(&after.hosts, &before.hosts) {
            self.update(UNLINK_HOST, values![host, sponsor, domain])?;
        }
        Ok(())
    }

    /// Takes a host out of the lists of all domains, and names these by sponsor.
    pub(crate) fn unlink_everywhere(&self, host: HostId) -> Result<Vec<(AccountId, Vec<DomainName>)>> {
        let users: Vec<(AccountId, DomainId, DomainName)> =
            self.sql.all(SELECT_USERS, values![host], |columns| {
                Ok((columns.read()?, columns.read()?, columns.read()?))
            })?;
        self.sql.execute(UNLINK_EVERYWHERE, values![host])?;
        let mut left: Vec<(AccountId, Vec<DomainName>)> = Vec::new();
        for (sponsor, domain, name) in users {
            let mut links = Links::of(&self.sql, domain)?;
            links.hosts.retain(|linked| *linked != host);
            self.write_links(domain, &links)?;
            match left.last_mut().filter(|(last, _)| *last == sponsor) {
                Some((_, names)) => names.push(name),
                None => left.push((sponsor, vec![name])),
            }
        }
        Ok(left)
    }

    fn write_links(&self, domain: DomainId, links: &Links) -> Result<()> {
        let documents = links.documents()?;
        self.update(UPDATE, values![documents.contacts.as_ref(), documents.hosts.as_ref(), domain])
    }
}

/// Adds the items that are not there yet.
pub(crate) fn add_new<T: Copy + PartialEq>(list: &mut Vec<T>, items: &[T]) {
    for item in items {
        if !list.contains(item) {
            list.push(*item);
        }
    }
}

/// The items of the second list that the first lacks.
fn missing_in<'l, T: PartialEq>(list: &'l [T], items: &'l [T]) -> impl Iterator<Item = &'l T> {
    items.iter().filter(|item| !list.contains(item))
}

fn links(columns: &mut Columns<'_>) -> Result<Links> {
    let contacts: Option<Vec<(usize, i64)>> = columns.optional_document()?;
    let contacts = contacts.unwrap_or_default().into_iter();
    let contacts = contacts.map(|(role, id)| Some((*Role::ALL.get(role)?, ContactId(id))));
    let contacts = contacts.collect::<Option<_>>().ok_or_else(|| columns.nonsense("no role"))?;
    let hosts: Option<Vec<i64>> = columns.optional_document()?;
    Ok(Links { contacts, hosts: hosts.unwrap_or_default().into_iter().map(HostId).collect() })
}

const SELECT: &str = "SELECT contacts, hosts FROM domain WHERE id = $1";
const SELECT_ALL: &Lengths = for_each!("SELECT id, contacts, hosts FROM domain WHERE id = ");
const UPDATE: &str = "UPDATE domain SET contacts = $1, hosts = $2 WHERE id = $3";
const LINK_CONTACT: &str = "INSERT INTO domain_contact (contact_id, domain_id, role) VALUES ($1, $2, $3)";
const UNLINK_CONTACT: &str =
    "DELETE FROM domain_contact WHERE contact_id = $1 AND domain_id = $2 AND role = $3";
const LINK_HOST: &str = "INSERT INTO domain_host (host_id, sponsor, domain_id) VALUES ($1, $2, $3)";
const UNLINK_HOST: &str = "DELETE FROM domain_host WHERE host_id = $1 AND sponsor = $2 AND domain_id = $3";
const SELECT_USERS: &str = "SELECT l.sponsor, l.domain_id, d.name FROM domain_host l JOIN domain d ON d.id = l.domain_id \
     WHERE l.host_id = $1 ORDER BY l.sponsor, l.domain_id";
const UNLINK_EVERYWHERE: &str = "DELETE FROM domain_host WHERE host_id = $1";
