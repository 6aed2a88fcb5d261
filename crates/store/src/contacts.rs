//! Contacts.

use engine::model::{
    AccountId, Contact, ContactId, ContactUse, Details, DomainId, Handle, NamePattern, Role,
};
use engine::ports::store::{Contacts, ContactsMut, Deleted, Inserted, Kind, Result, Slice};
use siphasher::sip::SipHasher13;

use crate::columns::{self, Columns};
use crate::document;
use crate::lists::{Lengths, all_of, for_each, pairs_of};
use crate::pages::Listing;
use crate::patterns::Like;
use crate::sql::{Attempt, Sql};
use crate::tables::{Tables, values};

impl<C: Sql> Contacts for Tables<C> {
    fn contact(&self, handle: &Handle) -> Result<Option<Contact>> {
        self.sql.one(SELECT, values![handle], contact)
    }

    fn contact_by_id(&self, id: ContactId) -> Result<Option<Contact>> {
        self.sql.one(SELECT_BY_ID, values![id], contact)
    }

    fn contacts(&self, ids: &[ContactId]) -> Result<Vec<Contact>> {
        all_of(&self.sql, SELECT_BY_IDS, ids.iter().copied(), contact)
    }

    fn contact_uses(
        &self,
        contact: ContactId,
        sponsor: AccountId,
        slice: &Slice<(DomainId, Role)>,
    ) -> Result<Vec<ContactUse>> {
        let (domain, role) = slice.after.unwrap_or((DomainId(0), Role::Registrant));
        USES.slice(&self.sql, values![contact, sponsor], values![domain, role, slice.most, slice.skip], usage)
    }

    fn count_contact_uses(&self, contact: ContactId, sponsor: AccountId) -> Result<u64> {
        USES.count(&self.sql, values![contact, sponsor])
    }

    fn contact_ids(&self, handles: &[Handle]) -> Result<Vec<(Handle, ContactId)>> {
        pairs_of(&self.sql, SELECT_IDS, handles)
    }

    fn contact_handles(&self, ids: &[ContactId]) -> Result<Vec<(ContactId, Handle)>> {
        pairs_of(&self.sql, SELECT_HANDLES, ids.iter().copied())
    }

    fn same_contact(&self, sponsor: AccountId, details: &Details) -> Result<Option<Contact>> {
        let details = document::text(details)?;
        self.sql.one(SELECT_SAME, values![sponsor, fingerprint(&details), &details], contact)
    }

    fn owned_contacts(
        &self,
        owner: AccountId,
        pattern: &NamePattern,
        slice: &Slice<ContactId>,
    ) -> Result<Vec<Contact>> {
        let (like, after) = (Like::from(pattern), slice.after.unwrap_or(ContactId(0)));
        self.sql.all(SELECT_OWNED, values![owner, after, &like.like, slice.most, slice.skip], contact)
    }

    fn count_owned_contacts(&self, owner: AccountId, pattern: &NamePattern) -> Result<u64> {
        let like = Like::from(pattern);
        Ok(self.sql.one(COUNT_OWNED, values![owner, &like.like], columns::only)?.unwrap_or_default())
    }

    fn contact_is_linked(&self, id: ContactId) -> Result<bool> {
        Ok(self.sql.finds(SELECT_LINK, values![id])? || self.sql.finds(SELECT_NSSET_LINK, values![id])?)
    }

    fn contact_is_open_to(&self, id: ContactId, account: AccountId) -> Result<bool> {
        self.sql.finds(SELECT_ACCESS, values![id, account])
    }
}

impl<C: Sql> ContactsMut for Tables<C> {
    fn insert_contact(&self, contact: &Contact) -> Result<Inserted> {
        let (notes, details) =
            (document::status_notes(&contact.statuses)?, document::text(&contact.details)?);
        self.insert_named(
            Kind::Contact,
            contact.handle.as_str(),
            INSERT,
            values![
                contact.id,
                &contact.handle,
                contact.sponsor,
                contact.creator,
                contact.created_at,
                contact.updater,
                contact.updated_at,
                contact.transferred_at,
                contact.statuses.bits(),
                notes.as_ref(),
                contact.authinfo.as_ref(),
                &details,
                fingerprint(&details),
            ],
        )
    }

    fn update_contact(&self, contact: &Contact) -> Result<()> {
        let (notes, details) =
            (document::status_notes(&contact.statuses)?, document::text(&contact.details)?);
        self.update(
            UPDATE,
            values![
                contact.sponsor,
                contact.updater,
                contact.updated_at,
                contact.transferred_at,
                contact.statuses.bits(),
                notes.as_ref(),
                contact.authinfo.as_ref(),
                &details,
                fingerprint(&details),
                contact.id,
            ],
        )
    }

    fn rename_contact(&self, contact: &Contact, before: &Handle) -> Result<Inserted> {
        if self.sql.attempt(RENAME, values![&contact.handle, contact.id])? == Attempt::Taken {
            return Ok(Inserted::Taken);
        }
        self.name_removed(Kind::Contact, before.as_str());
        self.name_added(Kind::Contact, contact.handle.as_str());
        Ok(Inserted::Yes)
    }

    fn delete_contact(&self, contact: &Contact) -> Result<Deleted> {
        if self.sql.attempt(DELETE, values![contact.id])? == Attempt::InUse {
            return Ok(Deleted::InUse);
        }
        self.sql.execute(DELETE_TRANSFER, values![contact.id])?;
        self.sql.execute(DELETE_PAST_TRANSFERS, values![contact.id])?;
        self.name_removed(Kind::Contact, contact.handle.as_str());
        Ok(Deleted::Yes)
    }

    fn open_contact(&self, id: ContactId, account: AccountId) -> Result<()> {
        self.sql.execute(INSERT_ACCESS, values![id, account]).map(drop)
    }

    fn close_contact(&self, id: ContactId) -> Result<()> {
        self.sql.execute(DELETE_ACCESS, values![id]).map(drop)
    }
}

/// A number by which what a contact says is found again. Others may have the same, so that is compared as well.
fn fingerprint(details: &str) -> i64 {
    SipHasher13::new().hash(details.as_bytes()).cast_signed()
}

fn usage(columns: &mut Columns<'_>) -> Result<ContactUse> {
    Ok(ContactUse { domain: columns.read()?, name: columns.read()?, role: columns.read()? })
}

fn contact(columns: &mut Columns<'_>) -> Result<Contact> {
    Ok(Contact {
        id: columns.read()?,
        handle: columns.read()?,
        sponsor: columns.read()?,
        creator: columns.read()?,
        created_at: columns.read()?,
        updater: columns.read()?,
        updated_at: columns.read()?,
        transferred_at: columns.read()?,
        statuses: columns.statuses()?,
        authinfo: columns.read()?,
        details: columns.document()?,
    })
}

/// Selects what [`contact`] reads, from where the rest says.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, handle, sponsor, creator, created_at, updater, updated_at, transferred_at, statuses, \
             status_notes, authinfo, details FROM contact ",
            $rest
        )
    };
}

const SELECT: &str = select!("WHERE handle = $1");
const SELECT_BY_ID: &str = select!("WHERE id = $1");
const SELECT_BY_IDS: &Lengths = for_each!(select!("WHERE id = "));
const SELECT_HANDLES: &Lengths = for_each!("SELECT id, handle FROM contact WHERE id = ");
const SELECT_NSSET_LINK: &str = "SELECT 1 FROM nsset_contact WHERE contact_id = $1 LIMIT 1";
const SELECT_ACCESS: &str = "SELECT 1 FROM contact_access WHERE contact_id = $1 AND account_id = $2";
const INSERT_ACCESS: &str = "INSERT INTO contact_access (contact_id, account_id) VALUES ($1, $2) \
     ON CONFLICT (contact_id, account_id) DO NOTHING";
const DELETE_ACCESS: &str = "DELETE FROM contact_access WHERE contact_id = $1";
const SELECT_IDS: &Lengths = for_each!("SELECT handle, id FROM contact WHERE handle = ");
const SELECT_LINK: &str = "SELECT 1 FROM domain_contact WHERE contact_id = $1 LIMIT 1";
const INSERT: &str = "INSERT INTO contact (id, handle, sponsor, creator, created_at, updater, updated_at, \
     transferred_at, statuses, status_notes, authinfo, details, fingerprint) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (handle) DO NOTHING";
const UPDATE: &str = "UPDATE contact SET sponsor = $1, updater = $2, updated_at = $3, transferred_at = $4, \
     statuses = $5, status_notes = $6, authinfo = $7, details = $8, fingerprint = $9 WHERE id = $10";
const RENAME: &str = "UPDATE contact SET handle = $1 WHERE id = $2";
const DELETE: &str = "DELETE FROM contact WHERE id = $1";
const DELETE_TRANSFER: &str = "DELETE FROM transfer WHERE object = $1";
const DELETE_PAST_TRANSFERS: &str = "DELETE FROM past_transfer WHERE object = $1";
const SELECT_SAME: &str =
    select!("WHERE sponsor = $1 AND fingerprint = $2 AND details = $3 ORDER BY id LIMIT 1");
const SELECT_OWNED: &str = select!(
    "WHERE sponsor = $1 AND id > $2 AND LOWER(handle) LIKE $3 ESCAPE '!' ORDER BY id LIMIT $4 OFFSET $5"
);
const COUNT_OWNED: &str =
    "SELECT COUNT(*) FROM contact WHERE sponsor = $1 AND LOWER(handle) LIKE $2 ESCAPE '!'";
const USES: Listing = Listing {
    rows: "SELECT domain.id, domain.name, role FROM domain_contact JOIN domain ON domain.id = domain_id \
           WHERE contact_id = $1 AND sponsor = $2 AND (domain_id, role) > ($3, $4) \
           ORDER BY domain_id, role LIMIT $5 OFFSET $6",
    count: "SELECT COUNT(*) FROM domain_contact JOIN domain ON domain.id = domain_id \
            WHERE contact_id = $1 AND sponsor = $2",
};
