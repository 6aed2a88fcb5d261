//! Host objects.

use engine::model::{
    AccountId, DomainId, DomainName, Host, HostAddress, HostId, HostRef, Instant, NamePattern,
};
use engine::ports::store::{Deleted, Hosts, HostsMut, Inserted, Kind, Result, Slice};

use crate::columns::{self, Columns};
use crate::document;
use crate::lists::{Lengths, all_of, for_each};
use crate::patterns::Like;
use crate::sql::{Attempt, Sql};
use crate::tables::{Tables, values};

impl<C: Sql> Hosts for Tables<C> {
    fn host(&self, name: &DomainName) -> Result<Option<Host>> {
        Ok(self.hosts(std::slice::from_ref(name))?.pop())
    }

    fn hosts(&self, names: &[DomainName]) -> Result<Vec<Host>> {
        all_of(&self.sql, SELECT, names, host)
    }

    fn host_refs(&self, names: &[DomainName]) -> Result<Vec<HostRef>> {
        all_of(&self.sql, SELECT_REFS, names, host_ref)
    }

    fn host_by_id(&self, id: HostId) -> Result<Option<Host>> {
        self.sql.one(SELECT_BY_ID, values![id], host)
    }

    fn host_is_linked(&self, id: HostId) -> Result<bool> {
        self.sql.finds(SELECT_LINK, values![id])
    }

    fn host_is_linked_beyond(&self, id: HostId, sponsor: AccountId) -> Result<bool> {
        self.sql.finds(SELECT_LINK_BEYOND, values![id, sponsor])
    }

    fn owned_hosts(
        &self,
        owner: AccountId,
        pattern: &NamePattern,
        slice: &Slice<DomainName>,
    ) -> Result<Vec<Host>> {
        let (like, after) = (Like::from(pattern), slice.after.as_ref().map_or("", DomainName::as_str));
        let values = values![owner, &like.from, &like.to, &like.like, after, slice.most, slice.skip];
        self.sql.all(SELECT_OWNED, values, host)
    }

    fn count_owned_hosts(&self, owner: AccountId, pattern: &NamePattern) -> Result<u64> {
        let like = Like::from(pattern);
        let values = values![owner, &like.from, &like.to, &like.like];
        Ok(self.sql.one(COUNT_OWNED, values, columns::only)?.unwrap_or_default())
    }

    fn subordinate_hosts(&self, domain: DomainId) -> Result<Vec<DomainName>> {
        self.sql.all(SELECT_SUBORDINATE, values![domain], columns::only)
    }
}

impl<C: Sql> HostsMut for Tables<C> {
    fn insert_host(&self, host: &Host) -> Result<Inserted> {
        let notes = document::status_notes(&host.statuses)?;
        let addresses = document::list(&host.addresses)?;
        self.insert_named(
            Kind::Host,
            host.name.as_str(),
            INSERT,
            values![
                host.id,
                &host.name,
                host.superordinate,
                host.sponsor,
                host.creator,
                host.created_at,
                host.updater,
                host.updated_at,
                host.transferred_at,
                host.statuses.bits(),
                notes.as_ref(),
                addresses.as_ref(),
            ],
        )
    }

    fn update_host(&self, host: &Host, before: &DomainName) -> Result<Inserted> {
        if host.name != *before && !rename(self, host, before)? {
            return Ok(Inserted::Taken);
        }
        let notes = document::status_notes(&host.statuses)?;
        let addresses = document::list(&host.addresses)?;
        self.update(
            UPDATE,
            values![
                host.superordinate,
                host.sponsor,
                host.updater,
                host.updated_at,
                host.transferred_at,
                host.statuses.bits(),
                notes.as_ref(),
                addresses.as_ref(),
                host.id,
            ],
        )?;
        Ok(Inserted::Yes)
    }

    fn delete_host(&self, host: &Host) -> Result<Deleted> {
        if self.sql.attempt(DELETE, values![host.id])? == Attempt::InUse {
            return Ok(Deleted::InUse);
        }
        self.name_removed(Kind::Host, host.name.as_str());
        Ok(Deleted::Yes)
    }

    fn unlink_host(&self, id: HostId) -> Result<Vec<(AccountId, Vec<DomainName>)>> {
        self.unlink_everywhere(id)
    }

    fn move_hosts(&self, domain: DomainId, sponsor: AccountId, at: Instant) -> Result<()> {
        self.sql.execute(MOVE, values![sponsor, at, domain]).map(drop)
    }
}

/// Gives a host its new name; `false` if that is taken.
fn rename<C: Sql>(tables: &Tables<C>, host: &Host, before: &DomainName) -> Result<bool> {
    if tables.sql.attempt(RENAME, values![&host.name, host.id])? == Attempt::Taken {
        return Ok(false);
    }
    tables.name_removed(Kind::Host, before.as_str());
    tables.name_added(Kind::Host, host.name.as_str());
    Ok(true)
}

fn host(columns: &mut Columns<'_>) -> Result<Host> {
    Ok(Host {
        id: columns.read()?,
        name: columns.read()?,
        superordinate: columns.read()?,
        sponsor: columns.read()?,
        creator: columns.read()?,
        created_at: columns.read()?,
        updater: columns.read()?,
        updated_at: columns.read()?,
        transferred_at: columns.read()?,
        statuses: columns.statuses()?,
        addresses: addresses(columns)?,
    })
}

fn host_ref(columns: &mut Columns<'_>) -> Result<HostRef> {
    Ok(HostRef { name: columns.read()?, id: columns.read()?, lacks_glue: columns.read()? })
}

fn addresses(columns: &mut Columns<'_>) -> Result<Vec<HostAddress>> {
    Ok(columns.optional_document()?.unwrap_or_default())
}

/// Selects what [`host`] reads, from where the rest says.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, name, superordinate, sponsor, creator, created_at, updater, updated_at, transferred_at, \
             statuses, status_notes, addresses FROM host ",
            $rest
        )
    };
}

const SELECT: &Lengths = for_each!(select!("WHERE name = "));
const SELECT_REFS: &Lengths = for_each!(
    "SELECT name, id, CASE WHEN superordinate IS NOT NULL AND addresses IS NULL THEN 1 ELSE 0 END \
     FROM host WHERE name = "
);
const SELECT_BY_ID: &str = select!("WHERE id = $1");
const SELECT_LINK: &str = "SELECT 1 FROM domain_host WHERE host_id = $1 LIMIT 1";
const SELECT_LINK_BEYOND: &str = "SELECT 1 FROM domain_host WHERE host_id = $1 AND sponsor <> $2 LIMIT 1";
const SELECT_SUBORDINATE: &str = "SELECT name FROM host WHERE superordinate = $1 ORDER BY name";
const INSERT: &str = "INSERT INTO host (id, name, superordinate, sponsor, creator, created_at, updater, \
     updated_at, transferred_at, statuses, status_notes, addresses) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (name) DO NOTHING";
const RENAME: &str = "UPDATE host SET name = $1 WHERE id = $2";
const UPDATE: &str = "UPDATE host SET superordinate = $1, sponsor = $2, updater = $3, updated_at = $4, \
     transferred_at = $5, statuses = $6, status_notes = $7, addresses = $8 WHERE id = $9";
const DELETE: &str = "DELETE FROM host WHERE id = $1";
const MOVE: &str = "UPDATE host SET sponsor = $1, transferred_at = $2 WHERE superordinate = $3";
const SELECT_OWNED: &str = select!(
    "WHERE sponsor = $1 AND name >= $2 AND name <= $3 AND name LIKE $4 ESCAPE '!' AND name > $5 \
     ORDER BY name LIMIT $6 OFFSET $7"
);
const COUNT_OWNED: &str = "SELECT COUNT(*) FROM host WHERE sponsor = $1 AND name >= $2 AND name <= $3 \
     AND name LIKE $4 ESCAPE '!'";
