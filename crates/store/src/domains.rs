//! Domains and their links to contacts and hosts.

use std::collections::{BTreeSet, HashMap};

use engine::Fault;
use engine::model::{
    AccountId, ContactId, Domain, DomainId, DomainLinks, DomainName, Handle, HostAttribute, HostId,
    LinkedContact, LinkedHost, Role, Tag,
};
use engine::ports::store::{
    Contacts, Deleted, DomainFilter, DomainKey, DomainOrder, Domains, DomainsMut, Inserted, Kind, Result,
    Slice,
};

use crate::columns::{self, Columns};
use crate::document::{self, StoredAttribute};
use crate::links::{self, Links};
use crate::lists::{Lengths, all_of, for_each, pairs_of};
use crate::portfolios;
use crate::sql::{Attempt, Sql};
use crate::tables::{Tables, values};

impl<C: Sql> Domains for Tables<C> {
    fn domain(&self, name: &DomainName) -> Result<Option<Domain>> {
        self.sql.one(SELECT_BY_NAME, values![name], domain)
    }

    fn domains_named(&self, names: &[DomainName]) -> Result<Vec<Domain>> {
        all_of(&self.sql, SELECT_BY_NAMES, names, domain)
    }

    fn domain_by_id(&self, id: DomainId) -> Result<Option<Domain>> {
        self.sql.one(SELECT_BY_ID, values![id], domain)
    }

    fn domain_contacts(&self, id: DomainId) -> Result<Vec<LinkedContact>> {
        let links = Links::of(&self.sql, id)?.contacts;
        let ids: Vec<ContactId> = links.iter().map(|(_, contact)| *contact).collect();
        linked_contacts(&links, &self.contact_handles(&ids)?)
    }

    fn domain_hosts(&self, id: DomainId) -> Result<Vec<LinkedHost>> {
        let links = Links::of(&self.sql, id)?.hosts;
        linked_hosts(&links, &pairs_of(&self.sql, SELECT_NAMES, links.iter().copied())?)
    }

    fn domains_of(&self, account: AccountId, after: DomainId, most: u32) -> Result<Vec<Domain>> {
        self.sql.all(SELECT_OF, values![account, after, i64::from(most)], domain)
    }

    fn domains_with(&self, contact: ContactId, role: Role) -> Result<Vec<Domain>> {
        self.sql.all(SELECT_WITH, values![contact, role], domain)
    }

    fn owned_domains(
        &self,
        filter: &DomainFilter<'_>,
        order: (DomainOrder, bool),
        slice: &Slice<DomainKey>,
    ) -> Result<Vec<Domain>> {
        portfolios::slice(self, filter, order, slice)
    }

    fn count_owned_domains(&self, filter: &DomainFilter<'_>) -> Result<u64> {
        portfolios::count(self, filter)
    }

    fn links_of(&self, ids: &[DomainId]) -> Result<Vec<(DomainId, DomainLinks)>> {
        let all = Links::of_all(&self.sql, ids)?;
        let contacts = distinct(all.iter().flat_map(|(_, links)| &links.contacts).map(|(_, id)| *id));
        let hosts = distinct(all.iter().flat_map(|(_, links)| &links.hosts).copied());
        let (contacts, hosts) =
            (self.contact_handles(&contacts)?, pairs_of(&self.sql, SELECT_NAMES, hosts.iter().copied())?);
        let name = |links: &Links| {
            let contacts = linked_contacts(&links.contacts, &contacts)?;
            Ok(DomainLinks { contacts, hosts: linked_hosts(&links.hosts, &hosts)? })
        };
        all.iter().map(|(id, links)| Ok((*id, name(links)?))).collect()
    }

    fn tags_of(&self, id: DomainId) -> Result<Vec<Tag>> {
        self.sql.all(SELECT_TAGS, values![id], columns::only)
    }

    fn tags_of_all(&self, ids: &[DomainId]) -> Result<Vec<(DomainId, Tag)>> {
        let mut tags = pairs_of(&self.sql, SELECT_ALL_TAGS, ids.iter().copied())?;
        tags.sort_unstable();
        Ok(tags)
    }

    fn count_domains(&self) -> Result<u64> {
        Ok(self.sql.one(COUNT, &[], columns::only)?.unwrap_or_default())
    }

    fn count_domains_since(&self, owner: AccountId, first: DomainId) -> Result<u64> {
        Ok(self.sql.one(COUNT_SINCE, values![owner, first], columns::only)?.unwrap_or_default())
    }
}

impl<C: Sql> DomainsMut for Tables<C> {
    fn insert_domain(
        &self,
        domain: &Domain,
        contacts: &[(Role, ContactId)],
        hosts: &[HostId],
    ) -> Result<Inserted> {
        let links = Links::new(contacts, hosts);
        let inserted = insert_row(self, domain, &links)?;
        if inserted == Inserted::Yes {
            self.follow_links(domain.id, domain.sponsor, &Links::default(), &links)?;
        }
        Ok(inserted)
    }

    fn update_domain(&self, domain: &Domain) -> Result<()> {
        let documents = Documents::of(domain)?;
        self.move_uses(domain)?;
        self.update(
            UPDATE,
            values![
                domain.sponsor,
                domain.created_at,
                domain.updater,
                domain.updated_at,
                domain.expires_at,
                domain.renewal,
                domain.time_out,
                domain.transferred_at,
                domain.statuses.bits(),
                documents.status_notes.as_ref(),
                domain.authinfo.as_ref(),
                domain.nsset,
                documents.host_attributes.as_ref(),
                documents.dnssec.as_ref(),
                documents.grace.as_ref(),
                documents.redemption.as_ref(),
                domain.id,
            ],
        )
    }

    fn link_contacts(&self, id: DomainId, contacts: &[(Role, ContactId)]) -> Result<()> {
        self.change_links(id, |links| links::add_new(&mut links.contacts, contacts))
    }

    fn unlink_contacts(&self, id: DomainId, contacts: &[(Role, ContactId)]) -> Result<()> {
        self.change_links(id, |links| links.contacts.retain(|link| !contacts.contains(link)))
    }

    fn link_hosts(&self, id: DomainId, hosts: &[HostId]) -> Result<()> {
        self.change_links(id, |links| links::add_new(&mut links.hosts, hosts))
    }

    fn unlink_hosts(&self, id: DomainId, hosts: &[HostId]) -> Result<()> {
        self.change_links(id, |links| links.hosts.retain(|host| !hosts.contains(host)))
    }

    fn add_tags(&self, id: DomainId, sponsor: AccountId, tags: &[Tag]) -> Result<()> {
        tags.iter().try_for_each(|tag| self.update(INSERT_TAG, values![id, tag, sponsor]))
    }

    fn remove_tags(&self, id: DomainId) -> Result<()> {
        self.sql.execute(DELETE_TAGS, values![id]).map(drop)
    }

    fn delete_domain(&self, domain: &Domain) -> Result<Deleted> {
        let (sponsor, links) = (self.sponsor(domain.id)?, Links::of(&self.sql, domain.id)?);
        if self.sql.attempt(DELETE, values![domain.id])? == Attempt::InUse {
            return Ok(Deleted::InUse);
        }
        self.follow_links(domain.id, sponsor, &links, &Links::default())?;
        for sql in [DELETE_TRANSFER, DELETE_PAST_TRANSFERS, DELETE_TRADE, DELETE_TAGS] {
            self.sql.execute(sql, values![domain.id])?;
        }
        self.name_removed(Kind::Domain, domain.name.as_str());
        Ok(Deleted::Yes)
    }
}

impl<C: Sql> Tables<C> {
    fn sponsor(&self, id: DomainId) -> Result<AccountId> {
        let sponsor = self.sql.one(SELECT_SPONSOR, values![id], columns::only)?;
        sponsor.ok_or_else(|| gone("domain", id.0))
    }

    fn change_links(&self, id: DomainId, change: impl FnOnce(&mut Links)) -> Result<()> {
        let before = Links::of(&self.sql, id)?;
        let mut after = before.clone();
        change(&mut after);
        if after == before {
            return Ok(());
        }
        self.relink(id, self.sponsor(id)?, &before, &after)
    }

    /// Puts a domain's uses of hosts under its new sponsor, if it is about to get one.
    fn move_uses(&self, domain: &Domain) -> Result<()> {
        let before = self.sponsor(domain.id)?;
        if before == domain.sponsor {
            return Ok(());
        }
        let links = Links::of(&self.sql, domain.id)?;
        let (hosts, none) = (Links { contacts: Vec::new(), ..links }, Links::default());
        self.follow_links(domain.id, before, &hosts, &none)?;
        self.follow_links(domain.id, domain.sponsor, &none, &hosts)
    }
}

/// Contacts by role and handle.
fn linked_contacts(
    links: &[(Role, ContactId)],
    handles: &[(ContactId, Handle)],
) -> Result<Vec<LinkedContact>> {
    let handles: HashMap<_, _> = handles.iter().map(|(id, handle)| (*id, handle)).collect();
    let named = |(role, id): &(Role, ContactId)| {
        let handle = handles.get(id).ok_or_else(|| gone("contact", id.0))?;
        Ok(LinkedContact { role: *role, id: *id, handle: (*handle).clone() })
    };
    let mut found: Vec<LinkedContact> = links.iter().map(named).collect::<Result<_>>()?;
    found
        .sort_unstable_by(|one, other| (one.role as u8, &one.handle).cmp(&(other.role as u8, &other.handle)));
    Ok(found)
}

/// Hosts by name.
fn linked_hosts(links: &[HostId], names: &[(HostId, DomainName)]) -> Result<Vec<LinkedHost>> {
    let names: HashMap<_, _> = names.iter().map(|(id, name)| (*id, name)).collect();
    let named = |id: &HostId| {
        let name = names.get(id).ok_or_else(|| gone("host", id.0))?;
        Ok(LinkedHost { id: *id, name: (*name).clone() })
    };
    let mut found: Vec<LinkedHost> = links.iter().map(named).collect::<Result<_>>()?;
    found.sort_unstable_by(|one, other| one.name.cmp(&other.name));
    Ok(found)
}

/// Each item once.
fn distinct<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    items.collect::<BTreeSet<_>>().into_iter().collect()
}

fn gone(kind: &str, id: i64) -> Fault {
    Fault::internal(format!("there is no {kind} {id}"))
}

/// Inserts the row alone.
fn insert_row<C: Sql>(tables: &Tables<C>, domain: &Domain, links: &Links) -> Result<Inserted> {
    let documents = Documents::of(domain)?;
    let lists = links.documents()?;
    tables.insert_named(
        Kind::Domain,
        domain.name.as_str(),
        INSERT,
        values![
            domain.id,
            &domain.name,
            &domain.zone,
            domain.sponsor,
            domain.creator,
            domain.created_at,
            domain.updater,
            domain.updated_at,
            domain.expires_at,
            domain.renewal,
            domain.time_out,
            domain.transferred_at,
            domain.statuses.bits(),
            documents.status_notes.as_ref(),
            domain.authinfo.as_ref(),
            lists.contacts.as_ref(),
            lists.hosts.as_ref(),
            domain.nsset,
            documents.host_attributes.as_ref(),
            documents.dnssec.as_ref(),
            documents.grace.as_ref(),
            documents.redemption.as_ref(),
        ],
    )
}

/// The parts of a domain that are documents, as they stand in their columns.
struct Documents {
    status_notes: Option<String>,
    host_attributes: Option<String>,
    dnssec: Option<String>,
    grace: Option<String>,
    redemption: Option<String>,
}

impl Documents {
    fn of(domain: &Domain) -> Result<Self> {
        let attributes: Vec<StoredAttribute> = domain.host_attributes.iter().map(Into::into).collect();
        let has_dnssec = domain.dnssec != Default::default();
        Ok(Self {
            status_notes: document::status_notes(&domain.statuses)?,
            host_attributes: document::list(&attributes)?,
            dnssec: has_dnssec.then(|| document::text(&domain.dnssec)).transpose()?,
            grace: document::list(&domain.grace)?,
            redemption: domain.redemption.as_ref().map(document::text).transpose()?,
        })
    }
}

/// Selects what [`domain`] reads, from where the rest says.
macro_rules! select_domains {
    ($($rest:expr),+) => {
        concat!(
            "SELECT id, name, zone, sponsor, creator, created_at, updater, updated_at, expires_at, renewal, time_out, \
             transferred_at, statuses, status_notes, authinfo, nsset, host_attributes, dnssec, grace, redemption \
             FROM domain ",
            $($rest),+
        )
    };
}

pub(crate) use select_domains;

/// Reads a domain's row.
pub(crate) fn domain(columns: &mut Columns<'_>) -> Result<Domain> {
    Ok(Domain {
        id: columns.read()?,
        name: columns.read()?,
        zone: columns.read()?,
        sponsor: columns.read()?,
        creator: columns.read()?,
        created_at: columns.read()?,
        updater: columns.read()?,
        updated_at: columns.read()?,
        expires_at: columns.read()?,
        renewal: columns.read()?,
        time_out: columns.read()?,
        transferred_at: columns.read()?,
        statuses: columns.statuses()?,
        authinfo: columns.read()?,
        nsset: columns.read()?,
        host_attributes: host_attributes(columns)?,
        dnssec: columns.optional_document()?.unwrap_or_default(),
        grace: columns.optional_document()?.unwrap_or_default(),
        redemption: columns.optional_document()?,
    })
}

fn host_attributes(columns: &mut Columns<'_>) -> Result<Vec<HostAttribute>> {
    let stored: Option<Vec<StoredAttribute>> = columns.optional_document()?;
    Ok(stored.unwrap_or_default().into_iter().map(Into::into).collect())
}

const SELECT_BY_NAME: &str = select_domains!("WHERE name = $1");
const SELECT_BY_NAMES: &Lengths = for_each!(select_domains!("WHERE name = "));
const SELECT_BY_ID: &str = select_domains!("WHERE id = $1");
const SELECT_NAMES: &Lengths = for_each!("SELECT id, name FROM host WHERE id = ");
const SELECT_OF: &str = select_domains!(
    "WHERE id IN (SELECT id FROM domain WHERE sponsor = $1 AND id > $2 UNION SELECT object FROM transfer \
     WHERE gaining = $1 AND state = 'pending' AND object > $2 ORDER BY 1 LIMIT $3) ORDER BY id"
);
const SELECT_WITH: &str = select_domains!(
    "WHERE id IN (SELECT domain_id FROM domain_contact WHERE contact_id = $1 AND role = $2) ORDER BY name"
);
const COUNT_SINCE: &str = "SELECT COUNT(*) FROM domain WHERE sponsor = $1 AND id >= $2";
const COUNT: &str = "SELECT COUNT(*) FROM domain";
const INSERT: &str = "INSERT INTO domain (id, name, zone, sponsor, creator, created_at, updater, updated_at, \
     expires_at, renewal, time_out, transferred_at, statuses, status_notes, authinfo, contacts, hosts, nsset, \
     host_attributes, dnssec, grace, redemption) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, \
     $14, $15, $16, $17, $18, $19, $20, $21, $22) ON CONFLICT (name) DO NOTHING";
const UPDATE: &str = "UPDATE domain SET sponsor = $1, created_at = $2, updater = $3, updated_at = $4, \
     expires_at = $5, renewal = $6, time_out = $7, transferred_at = $8, statuses = $9, status_notes = $10, \
     authinfo = $11, nsset = $12, host_attributes = $13, dnssec = $14, grace = $15, redemption = $16 WHERE id = $17";
const SELECT_SPONSOR: &str = "SELECT sponsor FROM domain WHERE id = $1";
const DELETE: &str = "DELETE FROM domain WHERE id = $1";
const DELETE_TRANSFER: &str = "DELETE FROM transfer WHERE object = $1";
const DELETE_PAST_TRANSFERS: &str = "DELETE FROM past_transfer WHERE object = $1";
const DELETE_TRADE: &str = "DELETE FROM trade WHERE domain_id = $1";
const SELECT_TAGS: &str = "SELECT tag FROM domain_tag WHERE domain_id = $1 ORDER BY tag";
const SELECT_ALL_TAGS: &Lengths = for_each!("SELECT domain_id, tag FROM domain_tag WHERE domain_id = ");
const INSERT_TAG: &str = "INSERT INTO domain_tag (domain_id, tag, sponsor) VALUES ($1, $2, $3)";
const DELETE_TAGS: &str = "DELETE FROM domain_tag WHERE domain_id = $1";
