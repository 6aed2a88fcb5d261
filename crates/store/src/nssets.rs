//! Sets of name servers and their links to contacts.

use engine::model::{ContactId, HostAttribute, Nsset, NssetId, NssetName};
use engine::ports::store::{Deleted, Inserted, Kind, Nssets, NssetsMut, Result};

use crate::columns::Columns;
use crate::document::{self, StoredAttribute};
use crate::sql::{Attempt, Sql};
use crate::tables::{Tables, values};

impl<C: Sql> Nssets for Tables<C> {
    fn nsset(&self, name: &NssetName) -> Result<Option<Nsset>> {
        self.sql.one(SELECT, values![name], nsset)
    }

    fn nsset_by_id(&self, id: NssetId) -> Result<Option<Nsset>> {
        self.sql.one(SELECT_BY_ID, values![id], nsset)
    }

    fn nsset_is_linked(&self, id: NssetId) -> Result<bool> {
        self.sql.finds(SELECT_LINK, values![id])
    }
}

impl<C: Sql> NssetsMut for Tables<C> {
    fn insert_nsset(&self, nsset: &Nsset) -> Result<Inserted> {
        let documents = Documents::of(nsset)?;
        let inserted = self.insert_named(
            Kind::Nsset,
            nsset.name.as_str(),
            INSERT,
            values![
                nsset.id,
                &nsset.name,
                nsset.sponsor,
                nsset.creator,
                nsset.created_at,
                nsset.updater,
                nsset.updated_at,
                nsset.transferred_at,
                nsset.statuses.bits(),
                documents.status_notes.as_ref(),
                nsset.authinfo.as_ref(),
                documents.contacts.as_ref(),
                documents.servers.as_ref(),
            ],
        )?;
        if inserted == Inserted::Yes {
            self.link_nsset(nsset)?;
        }
        Ok(inserted)
    }

    fn update_nsset(&self, nsset: &Nsset) -> Result<()> {
        let documents = Documents::of(nsset)?;
        self.unlink_nsset(nsset.id)?;
        self.link_nsset(nsset)?;
        self.update(
            UPDATE,
            values![
                nsset.sponsor,
                nsset.updater,
                nsset.updated_at,
                nsset.transferred_at,
                nsset.statuses.bits(),
                documents.status_notes.as_ref(),
                nsset.authinfo.as_ref(),
                documents.contacts.as_ref(),
                documents.servers.as_ref(),
                nsset.id,
            ],
        )
    }

    fn delete_nsset(&self, nsset: &Nsset) -> Result<Deleted> {
        self.unlink_nsset(nsset.id)?;
        if self.sql.attempt(DELETE, values![nsset.id])? == Attempt::InUse {
            self.link_nsset(nsset)?;
            return Ok(Deleted::InUse);
        }
        self.sql.execute(DELETE_TRANSFER, values![nsset.id])?;
        self.name_removed(Kind::Nsset, nsset.name.as_str());
        Ok(Deleted::Yes)
    }
}

impl<C: Sql> Tables<C> {
    fn link_nsset(&self, nsset: &Nsset) -> Result<()> {
        nsset.contacts.iter().try_for_each(|contact| self.update(LINK, values![*contact, nsset.id]))
    }

    /// Removes the links that the row's own list names; the tree of links begins with the contact.
    fn unlink_nsset(&self, id: NssetId) -> Result<()> {
        let linked = self.sql.one(SELECT_CONTACTS, values![id], contacts)?.unwrap_or_default();
        linked.into_iter().try_for_each(|contact| self.update(UNLINK, values![contact, id]))
    }
}

/// The parts of a set that are documents, as they stand in their columns.
struct Documents {
    status_notes: Option<String>,
    contacts: Option<String>,
    servers: Option<String>,
}

impl Documents {
    fn of(nsset: &Nsset) -> Result<Self> {
        let servers: Vec<StoredAttribute> = nsset.servers.iter().map(Into::into).collect();
        let contacts: Vec<i64> = nsset.contacts.iter().map(|contact| contact.0).collect();
        Ok(Self {
            status_notes: document::status_notes(&nsset.statuses)?,
            contacts: document::list(&contacts)?,
            servers: document::list(&servers)?,
        })
    }
}

fn nsset(columns: &mut Columns<'_>) -> Result<Nsset> {
    Ok(Nsset {
        id: columns.read()?,
        name: columns.read()?,
        sponsor: columns.read()?,
        creator: columns.read()?,
        created_at: columns.read()?,
        updater: columns.read()?,
        updated_at: columns.read()?,
        transferred_at: columns.read()?,
        statuses: columns.statuses()?,
        authinfo: columns.read()?,
        contacts: contacts(columns)?,
        servers: servers(columns)?,
    })
}

fn contacts(columns: &mut Columns<'_>) -> Result<Vec<ContactId>> {
    let stored: Option<Vec<i64>> = columns.optional_document()?;
    Ok(stored.unwrap_or_default().into_iter().map(ContactId).collect())
}

fn servers(columns: &mut Columns<'_>) -> Result<Vec<HostAttribute>> {
    let stored: Option<Vec<StoredAttribute>> = columns.optional_document()?;
    Ok(stored.unwrap_or_default().into_iter().map(Into::into).collect())
}

/// Selects what [`nsset`] reads, from where the rest says.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, name, sponsor, creator, created_at, updater, updated_at, transferred_at, statuses, \
             status_notes, authinfo, contacts, servers FROM nsset ",
            $rest
        )
    };
}

const SELECT: &str = select!("WHERE name = $1");
const SELECT_BY_ID: &str = select!("WHERE id = $1");
const SELECT_LINK: &str = "SELECT 1 FROM domain WHERE nsset = $1 LIMIT 1";
const SELECT_CONTACTS: &str = "SELECT contacts FROM nsset WHERE id = $1";
const INSERT: &str = "INSERT INTO nsset (id, name, sponsor, creator, created_at, updater, updated_at, \
     transferred_at, statuses, status_notes, authinfo, contacts, servers) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (name) DO NOTHING";
const UPDATE: &str = "UPDATE nsset SET sponsor = $1, updater = $2, updated_at = $3, transferred_at = $4, \
     statuses = $5, status_notes = $6, authinfo = $7, contacts = $8, servers = $9 WHERE id = $10";
const DELETE: &str = "DELETE FROM nsset WHERE id = $1";
const DELETE_TRANSFER: &str = "DELETE FROM transfer WHERE object = $1";
const LINK: &str = "INSERT INTO nsset_contact (contact_id, nsset_id) VALUES ($1, $2)";
const UNLINK: &str = "DELETE FROM nsset_contact WHERE contact_id = $1 AND nsset_id = $2";
