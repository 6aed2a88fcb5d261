//! Which contacts and hosts a domain uses.
//!
//! A domain's own lists are documents in its row. The other way round there is a count: how often a contact is used,
//! and a host by the domains of one sponsor. The counts carry the foreign keys, so what is in use stays.

use engine::model::{AccountId, ContactId, DomainId, HostId, Role};
use engine::ports::store::Result;

use crate::columns::Columns;
use crate::document;
use crate::sql::{Sql, Value};
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
        let documents = after.documents()?;
        self.update(UPDATE, values![documents.contacts.as_ref(), documents.hosts.as_ref(), domain])?;
        self.recount(sponsor, before, after)
    }

    /// Follows a change of links in the counts.
    pub(crate) fn recount(&self, sponsor: AccountId, before: &Links, after: &Links) -> Result<()> {
        for &(_, contact) in missing_in(&before.contacts, &after.contacts) {
            self.count(USE_CONTACT, values![contact])?;
        }
        for &host in missing_in(&before.hosts, &after.hosts) {
            self.count(USE_HOST, values![host, sponsor])?;
        }
        for &(_, contact) in missing_in(&after.contacts, &before.contacts) {
            self.discount(LEAVE_CONTACT, FORGET_CONTACT, values![contact])?;
        }
        for &host in missing_in(&after.hosts, &before.hosts) {
            self.discount(LEAVE_HOST, FORGET_HOST, values![host, sponsor])?;
        }
        Ok(())
    }

    fn count(&self, sql: &'static str, values: &[Value<'_>]) -> Result<()> {
        self.sql.execute(sql, values).map(drop)
    }

    /// Counts one use less; the last one takes the row along.
    fn discount(&self, leave: &'static str, forget: &'static str, values: &[Value<'_>]) -> Result<()> {
        match self.sql.execute(leave, values)? {
            0 => self.update(forget, values),
            _ => Ok(()),
        }
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
const UPDATE: &str = "UPDATE domain SET contacts = $1, hosts = $2 WHERE id = $3";
const USE_CONTACT: &str = "INSERT INTO contact_use (contact_id, uses) VALUES ($1, 1) \
     ON CONFLICT (contact_id) DO UPDATE SET uses = contact_use.uses + 1";
const LEAVE_CONTACT: &str = "UPDATE contact_use SET uses = uses - 1 WHERE contact_id = $1 AND uses > 1";
const FORGET_CONTACT: &str = "DELETE FROM contact_use WHERE contact_id = $1";
const USE_HOST: &str = "INSERT INTO host_use (host_id, sponsor, uses) VALUES ($1, $2, 1) \
     ON CONFLICT (host_id, sponsor) DO UPDATE SET uses = host_use.uses + 1";
const LEAVE_HOST: &str =
    "UPDATE host_use SET uses = uses - 1 WHERE host_id = $1 AND sponsor = $2 AND uses > 1";
const FORGET_HOST: &str = "DELETE FROM host_use WHERE host_id = $1 AND sponsor = $2";
