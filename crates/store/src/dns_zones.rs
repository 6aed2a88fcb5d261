//! DNS zones.

use std::iter;
use std::net::IpAddr;

use engine::model::{
    AccountId, Axfr, DnsSigning, DnsSource, DnsZone, DnsZoneId, DnsZoneKind, DomainName, NamePattern,
    PrimaryAddress, Serial, Soa,
};
use engine::ports::store::{DnsZones, DnsZonesMut, Inserted, Result, Slice};

use crate::columns::{self, Columns};
use crate::document;
use crate::lists::{Lengths, all_of, for_each};
use crate::patterns::Like;
use crate::sql::Sql;
use crate::tables::{Tables, values};

impl<C: Sql> DnsZones for Tables<C> {
    fn dns_zone(&self, name: &DomainName) -> Result<Option<DnsZone>> {
        self.sql.one(SELECT_BY_NAME, values![name], zone)
    }

    fn dns_zone_by_id(&self, id: DnsZoneId) -> Result<Option<DnsZone>> {
        self.sql.one(SELECT_BY_ID, values![id], zone)
    }

    fn nearest_dns_zone(&self, name: &DomainName) -> Result<Option<DnsZone>> {
        let at_and_above =
            iter::successors(Some(name.as_str()), |name| name.split_once('.').map(|(_, rest)| rest));
        let present: Vec<DomainName> = all_of(&self.sql, SELECT_PRESENT, at_and_above, columns::only)?;
        let nearest = present.into_iter().max_by_key(|name| name.as_str().len());
        nearest.map_or(Ok(None), |name| self.dns_zone(&name))
    }

    fn dns_zones(
        &self,
        owner: AccountId,
        pattern: &NamePattern,
        slice: &Slice<DomainName>,
    ) -> Result<Vec<DnsZone>> {
        let Like { from, to, like } = Like::from(pattern);
        let after = slice.after.as_ref().map_or("", DomainName::as_str);
        // Of two bounds on one column a database heeds the first, so there is one: the narrower.
        let values = values![owner, from.as_str().max(after), &to, after, &like, slice.most, slice.skip];
        self.sql.all(SELECT_OWNED, values, zone)
    }

    fn count_dns_zones(&self, owner: AccountId, pattern: &NamePattern) -> Result<u64> {
        let Like { from, to, like } = Like::from(pattern);
        Ok(self.sql.one(COUNT, values![owner, &from, &to, &like], columns::only)?.unwrap_or_default())
    }
}

impl<C: Sql> DnsZonesMut for Tables<C> {
    fn insert_dns_zone(&self, zone: &DnsZone) -> Result<Inserted> {
        let parts = Parts::of(zone)?;
        let (Soa { mname, rname, refresh, retry, expire, minimum, ttl }, source) = (&zone.soa, zone.source());
        let inserted = self.sql.execute(
            INSERT,
            values![
                zone.id,
                &zone.name,
                zone.owner,
                zone.state,
                zone.lock,
                parts.signing,
                parts.keyset,
                mname,
                rname,
                *refresh,
                *retry,
                *expire,
                *minimum,
                *ttl,
                parts.name_servers.as_ref(),
                zone.serial.0,
                zone.rows,
                zone.changed,
                zone.auto_commit,
                zone.added_at,
                zone.changed_at,
                zone.committed_at,
                zone.reloaded_at,
                zone.disabled_at,
                zone.enabled_at,
                zone.deleted_at,
                parts.axfr,
                parts.axfr_to.as_ref(),
                parts.source.as_ref(),
                source.map(|source| source.next_run),
                source.and_then(|source| source.asked_at),
                source.and_then(|source| source.answered_at),
                source.map(|source| source.expires_at),
                source.map(|source| source.expired),
            ],
        )?;
        Ok(if inserted == 1 { Inserted::Yes } else { Inserted::Taken })
    }

    fn update_dns_zone(&self, zone: &DnsZone) -> Result<()> {
        let parts = Parts::of(zone)?;
        let (Soa { mname, rname, refresh, retry, expire, minimum, ttl }, source) = (&zone.soa, zone.source());
        self.update(
            UPDATE,
            values![
                zone.state,
                zone.lock,
                parts.signing,
                parts.keyset,
                mname,
                rname,
                *refresh,
                *retry,
                *expire,
                *minimum,
                *ttl,
                parts.name_servers.as_ref(),
                zone.serial.0,
                zone.rows,
                zone.changed,
                zone.auto_commit,
                zone.changed_at,
                zone.committed_at,
                zone.reloaded_at,
                zone.disabled_at,
                zone.enabled_at,
                zone.deleted_at,
                parts.axfr,
                parts.axfr_to.as_ref(),
                parts.source.as_ref(),
                source.map(|source| source.next_run),
                source.and_then(|source| source.asked_at),
                source.and_then(|source| source.answered_at),
                source.map(|source| source.expires_at),
                source.map(|source| source.expired),
                zone.id,
            ],
        )
    }

    fn delete_dns_zone(&self, id: DnsZoneId) -> Result<()> {
        self.update(DELETE, values![id])
    }
}

/// What stands in a column in another form.
struct Parts<'z> {
    signing: &'static str,
    keyset: Option<&'z str>,
    name_servers: Option<String>,
    axfr: Option<bool>,
    axfr_to: Option<String>,
    source: Option<String>,
}

impl<'z> Parts<'z> {
    fn of(zone: &'z DnsZone) -> Result<Self> {
        let (signing, keyset) = match &zone.signing {
            DnsSigning::Unsigned => (UNSIGNED, None),
            DnsSigning::Own => (OWN, None),
            DnsSigning::KeySet(handle) => (KEYSET, Some(handle.as_str())),
        };
        let name_servers: Vec<&str> = zone.name_servers.iter().map(DomainName::as_str).collect();
        Ok(Self {
            signing,
            keyset,
            name_servers: document::list(&name_servers)?,
            axfr: zone.axfr().map(|axfr| axfr.enabled),
            axfr_to: document::list(zone.axfr().map_or(&[][..], |axfr| &axfr.addresses))?,
            source: zone.source().map(|source| source.primary.to_string()),
        })
    }
}

fn zone(columns: &mut Columns<'_>) -> Result<DnsZone> {
    Ok(DnsZone {
        id: columns.read()?,
        name: columns.read()?,
        owner: columns.read()?,
        state: columns.read()?,
        lock: columns.read()?,
        signing: signing(columns)?,
        soa: Soa {
            mname: columns.read()?,
            rname: columns.read()?,
            refresh: columns.read()?,
            retry: columns.read()?,
            expire: columns.read()?,
            minimum: columns.read()?,
            ttl: columns.read()?,
        },
        name_servers: name_servers(columns)?,
        serial: Serial(columns.read()?),
        rows: columns.read()?,
        changed: columns.read()?,
        auto_commit: columns.read()?,
        added_at: columns.read()?,
        changed_at: columns.read()?,
        committed_at: columns.read()?,
        reloaded_at: columns.read()?,
        disabled_at: columns.read()?,
        enabled_at: columns.read()?,
        deleted_at: columns.read()?,
        kind: kind(columns)?,
    })
}

fn signing(columns: &mut Columns<'_>) -> Result<DnsSigning> {
    match columns.text()? {
        UNSIGNED => columns.read::<Option<String>>().map(|_| DnsSigning::Unsigned),
        OWN => columns.read::<Option<String>>().map(|_| DnsSigning::Own),
        _ => columns.read().map(DnsSigning::KeySet),
    }
}

fn name_servers(columns: &mut Columns<'_>) -> Result<Vec<DomainName>> {
    let texts: Vec<String> = columns.optional_document()?.unwrap_or_default();
    Ok(texts.into_iter().map(DomainName::from_store).collect())
}

fn kind(columns: &mut Columns<'_>) -> Result<DnsZoneKind> {
    let enabled: Option<bool> = columns.read()?;
    let addresses: Vec<IpAddr> = columns.optional_document()?.unwrap_or_default();
    let primary: Option<String> = columns.read()?;
    match (enabled, primary) {
        (Some(enabled), _) => Ok(DnsZoneKind::Primary(Axfr { enabled, addresses })),
        (None, Some(primary)) => source(&primary, columns).map(DnsZoneKind::Secondary),
        (None, None) => Err(columns.nonsense("neither primary nor secondary")),
    }
}

fn source(primary: &str, columns: &mut Columns<'_>) -> Result<DnsSource> {
    Ok(DnsSource {
        primary: PrimaryAddress::parse(primary).map_err(|_| columns.nonsense("no address of a primary"))?,
        next_run: columns.read()?,
        asked_at: columns.read()?,
        answered_at: columns.read()?,
        expires_at: columns.read()?,
        expired: columns.read()?,
    })
}

const UNSIGNED: &str = "unsigned";
const OWN: &str = "own";
const KEYSET: &str = "keyset";

/// Selects what [`zone`] reads, from where the rest says.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, name, owner, state, locked, signing, keyset, mname, rname, refresh, retry, expire, \
             minimum, soa_ttl, name_servers, serial, row_count, changed, auto_commit, added_at, changed_at, \
             committed_at, reloaded_at, disabled_at, enabled_at, deleted_at, axfr, axfr_to, source, next_run, \
             asked_at, answered_at, expires_at, expired FROM dns_zone ",
            $rest
        )
    };
}

const SELECT_BY_NAME: &str = select!("WHERE name = $1");
const SELECT_BY_ID: &str = select!("WHERE id = $1");
const SELECT_PRESENT: &Lengths = for_each!("SELECT name FROM dns_zone WHERE state <> 'deleted' AND name = ");
const SELECT_OWNED: &str = select!(
    "WHERE owner = $1 AND state <> 'deleted' AND name >= $2 AND name <= $3 AND name <> $4 \
     AND name LIKE $5 ESCAPE '!' ORDER BY name LIMIT $6 OFFSET $7"
);
const COUNT: &str = "SELECT COUNT(*) FROM dns_zone WHERE owner = $1 AND state <> 'deleted' AND name >= $2 \
     AND name <= $3 AND name LIKE $4 ESCAPE '!'";
const INSERT: &str = "INSERT INTO dns_zone (id, name, owner, state, locked, signing, keyset, mname, rname, refresh, \
     retry, expire, minimum, soa_ttl, name_servers, serial, row_count, changed, auto_commit, added_at, changed_at, \
     committed_at, reloaded_at, disabled_at, enabled_at, deleted_at, axfr, axfr_to, source, next_run, asked_at, \
     answered_at, expires_at, expired) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, \
     $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34) \
     ON CONFLICT (name) DO NOTHING";
const UPDATE: &str = "UPDATE dns_zone SET state = $1, locked = $2, signing = $3, keyset = $4, mname = $5, rname = $6, \
     refresh = $7, retry = $8, expire = $9, minimum = $10, soa_ttl = $11, name_servers = $12, serial = $13, \
     row_count = $14, changed = $15, auto_commit = $16, changed_at = $17, committed_at = $18, reloaded_at = $19, \
     disabled_at = $20, enabled_at = $21, deleted_at = $22, axfr = $23, axfr_to = $24, source = $25, next_run = $26, \
     asked_at = $27, answered_at = $28, expires_at = $29, expired = $30 WHERE id = $31";
const DELETE: &str = "DELETE FROM dns_zone WHERE id = $1";
