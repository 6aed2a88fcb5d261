//! Domains and their links to contacts and hosts.

use engine::Fault;
use engine::model::{
    AccountId, ContactId, Domain, DomainId, DomainName, HostAttribute, HostId, LinkedContact, LinkedHost,
    Role,
};
use engine::ports::store::{Deleted, Domains, DomainsMut, Inserted, Kind, Result};

use crate::columns::{self, Columns};
use crate::document::{self, StoredAttribute};
use crate::lists::{Lengths, in_batches, rows_of_one, rows_of_two};
use crate::sql::{Attempt, Sql, Value};
use crate::tables::{Tables, values};

impl<C: Sql> Domains for Tables<C> {
    fn domain(&self, name: &DomainName) -> Result<Option<Domain>> {
        self.sql.one(SELECT_BY_NAME, values![name], domain)
    }

    fn domain_by_id(&self, id: DomainId) -> Result<Option<Domain>> {
        self.sql.one(SELECT_BY_ID, values![id], domain)
    }

    fn domain_contacts(&self, id: DomainId) -> Result<Vec<LinkedContact>> {
        self.sql.all(SELECT_CONTACTS, values![id], |columns| {
            Ok(LinkedContact { role: columns.read()?, id: columns.read()?, handle: columns.read()? })
        })
    }

    fn domain_hosts(&self, id: DomainId) -> Result<Vec<LinkedHost>> {
        self.sql.all(SELECT_HOSTS, values![id], |columns| {
            Ok(LinkedHost { id: columns.read()?, name: columns.read()? })
        })
    }

    fn count_domains(&self) -> Result<u64> {
        Ok(self.sql.one(COUNT, &[], columns::only)?.unwrap_or_default())
    }
}

impl<C: Sql> DomainsMut for Tables<C> {
    fn insert_domain(
        &self,
        domain: &Domain,
        contacts: &[(Role, ContactId)],
        hosts: &[HostId],
    ) -> Result<Inserted> {
        if !insert_row(self, domain)? {
            return Ok(Inserted::Taken);
        }
        self.link_contacts(domain.id, contacts)?;
        link_hosts(self, domain.id, domain.sponsor, hosts)?;
        self.name_added(Kind::Domain, domain.name.as_str());
        Ok(Inserted::Yes)
    }

    fn update_domain(&self, domain: &Domain) -> Result<()> {
        let documents = Documents::of(domain)?;
        self.update(
            UPDATE,
            values![
                domain.sponsor,
                domain.updater,
                domain.updated_at,
                domain.expires_at,
                domain.renewal,
                domain.transferred_at,
                domain.statuses.bits(),
                documents.status_notes.as_ref(),
                domain.authinfo.as_ref(),
                documents.host_attributes.as_ref(),
                documents.dnssec.as_ref(),
                documents.grace.as_ref(),
                documents.redemption.as_ref(),
                domain.id,
            ],
        )?;
        self.sql.execute(MOVE_LINKS, values![domain.sponsor, domain.id]).map(drop)
    }

    fn link_contacts(&self, id: DomainId, contacts: &[(Role, ContactId)]) -> Result<()> {
        in_batches(LINK_CONTACTS, contacts, |sql, batch| {
            let mut values = vec![Value::from(id)];
            batch.for_each(|&(role, contact)| values.extend([Value::from(role), Value::from(contact)]));
            self.sql.execute(sql, &values).map(drop)
        })
    }

    fn unlink_contacts(&self, id: DomainId, contacts: &[(Role, ContactId)]) -> Result<()> {
        for &(role, contact) in contacts {
            self.sql.execute(UNLINK_CONTACT, values![id, role, contact])?;
        }
        Ok(())
    }

    fn link_hosts(&self, id: DomainId, hosts: &[HostId]) -> Result<()> {
        let sponsor = self.sql.one(SELECT_SPONSOR, values![id], columns::only)?;
        let sponsor = sponsor.ok_or_else(|| Fault::internal(format!("there is no domain {}", id.0)))?;
        link_hosts(self, id, sponsor, hosts)
    }

    fn unlink_hosts(&self, id: DomainId, hosts: &[HostId]) -> Result<()> {
        for &host in hosts {
            self.sql.execute(UNLINK_HOST, values![id, host])?;
        }
        Ok(())
    }

    fn delete_domain(&self, domain: &Domain) -> Result<Deleted> {
        // The links go with the row, in the same statement: if a host inside forbids it, they stay too.
        if self.sql.attempt(DELETE, values![domain.id])? == Attempt::InUse {
            return Ok(Deleted::InUse);
        }
        self.sql.execute(DELETE_TRANSFER, values![domain.id])?;
        self.name_removed(Kind::Domain, domain.name.as_str());
        Ok(Deleted::Yes)
    }
}

/// Inserts the row alone; `false` if the name is taken.
fn insert_row<C: Sql>(tables: &Tables<C>, domain: &Domain) -> Result<bool> {
    let documents = Documents::of(domain)?;
    let inserted = tables.sql.execute(
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
            domain.transferred_at,
            domain.statuses.bits(),
            documents.status_notes.as_ref(),
            domain.authinfo.as_ref(),
            documents.host_attributes.as_ref(),
            documents.dnssec.as_ref(),
            documents.grace.as_ref(),
            documents.redemption.as_ref(),
        ],
    )?;
    Ok(inserted == 1)
}

/// Links hosts. The domain's sponsor stands in the link as well: see the migration.
fn link_hosts<C: Sql>(tables: &Tables<C>, id: DomainId, sponsor: AccountId, hosts: &[HostId]) -> Result<()> {
    in_batches(LINK_HOSTS, hosts, |sql, batch| {
        let mut values = vec![Value::from(id), Value::from(sponsor)];
        values.extend(batch.map(|&host| Value::from(host)));
        tables.sql.execute(sql, &values).map(drop)
    })
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

fn domain(columns: &mut Columns<'_>) -> Result<Domain> {
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
        transferred_at: columns.read()?,
        statuses: columns.statuses()?,
        authinfo: columns.read()?,
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

const SELECT_BY_NAME: &str = "SELECT id, name, zone, sponsor, creator, created_at, updater, updated_at, \
     expires_at, renewal, transferred_at, statuses, status_notes, authinfo, host_attributes, dnssec, grace, redemption \
     FROM domain WHERE name = $1";
const SELECT_BY_ID: &str = "SELECT id, name, zone, sponsor, creator, created_at, updater, updated_at, \
     expires_at, renewal, transferred_at, statuses, status_notes, authinfo, host_attributes, dnssec, grace, redemption \
     FROM domain WHERE id = $1";
const SELECT_CONTACTS: &str = "SELECT role, contact_id, handle FROM domain_contact \
     JOIN contact ON contact.id = contact_id WHERE domain_id = $1 ORDER BY role, handle";
const SELECT_HOSTS: &str = "SELECT host_id, name FROM domain_host \
     JOIN host ON host.id = host_id WHERE domain_id = $1 ORDER BY name";
const COUNT: &str = "SELECT COUNT(*) FROM domain";
const INSERT: &str = "INSERT INTO domain (id, name, zone, sponsor, creator, created_at, updater, updated_at, \
     expires_at, renewal, transferred_at, statuses, status_notes, authinfo, host_attributes, dnssec, grace, redemption) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) \
     ON CONFLICT (name) DO NOTHING";
const UPDATE: &str = "UPDATE domain SET sponsor = $1, updater = $2, updated_at = $3, expires_at = $4, \
     renewal = $5, transferred_at = $6, statuses = $7, status_notes = $8, authinfo = $9, host_attributes = $10, \
     dnssec = $11, grace = $12, redemption = $13 WHERE id = $14";
const LINK_CONTACTS: &Lengths = rows_of_two!(
    "INSERT INTO domain_contact (domain_id, role, contact_id) VALUES ",
    " ON CONFLICT DO NOTHING"
);
const UNLINK_CONTACT: &str =
    "DELETE FROM domain_contact WHERE domain_id = $1 AND role = $2 AND contact_id = $3";
const LINK_HOSTS: &Lengths =
    rows_of_one!("INSERT INTO domain_host (domain_id, sponsor, host_id) VALUES ", " ON CONFLICT DO NOTHING");
const SELECT_SPONSOR: &str = "SELECT sponsor FROM domain WHERE id = $1";
const MOVE_LINKS: &str = "UPDATE domain_host SET sponsor = $1 WHERE domain_id = $2 AND sponsor <> $1";
const UNLINK_HOST: &str = "DELETE FROM domain_host WHERE domain_id = $1 AND host_id = $2";
const DELETE: &str = "DELETE FROM domain WHERE id = $1";
const DELETE_TRANSFER: &str = "DELETE FROM transfer WHERE object = $1";
