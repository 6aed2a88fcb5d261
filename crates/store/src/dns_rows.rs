//! The rows of DNS zones, and what is published of them.

#[cfg(test)]
mod work;

use engine::Fault;
use engine::model::{DnsRecord, DnsRow, DnsRowId, DnsZoneId, Instant, Line, Rdata, RecordType, RowName};
use engine::ports::store::{DnsRows, DnsRowsMut, Inserted, Result};

use crate::columns::{Columns, Stored};
use crate::sql::{Attempt, Sql, Value};
use crate::tables::{Tables, values};

impl<C: Sql> DnsRows for Tables<C> {
    fn dns_rows(&self, zone: DnsZoneId) -> Result<Vec<DnsRow>> {
        self.sql.all(SELECT_OF_ZONE, values![zone], row)
    }

    fn dns_row(&self, zone: DnsZoneId, id: DnsRowId) -> Result<Option<DnsRow>> {
        self.sql.one(SELECT_BY_ID, values![id, zone], row)
    }

    fn some_dns_row(
        &self,
        zone: DnsZoneId,
        name: &RowName,
        kind: Option<RecordType>,
    ) -> Result<Option<DnsRow>> {
        match kind {
            None => self.sql.one(SELECT_BY_NAME, values![zone, name], row),
            Some(kind) => self.sql.one(SELECT_BY_KIND, values![zone, name, kind], row),
        }
    }

    fn same_dns_row(&self, zone: DnsZoneId, name: &RowName, rdata: &Rdata) -> Result<Option<DnsRow>> {
        self.sql.one(SELECT_SAME, values![zone, name, rdata.kind(), &rdata.fingerprint()], row)
    }

    fn dns_records(&self, zone: DnsZoneId) -> Result<Vec<DnsRecord>> {
        self.sql.all(SELECT_RECORDS, values![zone], record)
    }
}

impl<C: Sql> DnsRowsMut for Tables<C> {
    fn insert_dns_row(&self, row: &DnsRow) -> Result<Inserted> {
        let inserted = self.sql.execute(
            INSERT,
            values![
                row.id,
                row.zone,
                &row.name,
                row.rdata.kind(),
                &row.rdata.fingerprint(),
                row.ttl,
                row.rdata.text(),
                row.rdata.wire(),
                row.changed_at,
                row.comment.as_ref().map(Line::as_str),
                row.committed,
            ],
        )?;
        Ok(if inserted == 1 { Inserted::Yes } else { Inserted::Taken })
    }

    fn update_dns_row(&self, row: &DnsRow) -> Result<Inserted> {
        self.sql.execute(WITHDRAW, values![row.id])?;
        let updated = self.sql.attempt(
            UPDATE,
            values![
                &row.rdata.fingerprint(),
                row.ttl,
                row.rdata.text(),
                row.rdata.wire(),
                row.changed_at,
                row.comment.as_ref().map(Line::as_str),
                row.committed,
                row.id,
            ],
        )?;
        match updated {
            Attempt::Done(1) => Ok(Inserted::Yes),
            Attempt::Taken => Ok(Inserted::Taken),
            other => Err(Fault::internal(format!("an update of one row ended as {other:?}"))),
        }
    }

    fn set_dns_ttl(&self, row: &DnsRow) -> Result<()> {
        let values = values![row.ttl, row.changed_at, row.zone, &row.name, row.rdata.kind()];
        self.sql.execute(SET_TTL, values).map(drop)
    }

    fn delete_dns_row(&self, row: &DnsRow) -> Result<()> {
        self.sql.execute(WITHDRAW, values![row.id])?;
        self.update(DELETE, values![row.id])
    }

    fn copy_dns_rows(&self, from: DnsZoneId, to: DnsZoneId, first: DnsRowId, at: Instant) -> Result<()> {
        self.sql.execute(COPY, values![first, to, at, from]).map(drop)
    }

    /// What is withdrawn goes first: it may have been added again since.
    fn publish_dns_rows(&self, zone: DnsZoneId, apex: &[DnsRecord]) -> Result<()> {
        for statement in [PUBLISH_WITHDRAWALS, FORGET_WITHDRAWALS, PUBLISH_ROWS, NOTE_PUBLISHED, CLEAR_APEX] {
            self.sql.execute(statement, values![zone])?;
        }
        put_records(self, zone, apex)
    }

    fn put_dns_records(&self, zone: DnsZoneId, records: &[DnsRecord]) -> Result<()> {
        self.sql.execute(CLEAR_RECORDS, values![zone])?;
        put_records(self, zone, records)
    }

    fn clear_dns_zone(&self, zone: DnsZoneId) -> Result<()> {
        for statement in [CLEAR_ROWS, FORGET_WITHDRAWALS, CLEAR_RECORDS] {
            self.sql.execute(statement, values![zone])?;
        }
        Ok(())
    }
}

fn put_records<C: Sql>(tables: &Tables<C>, zone: DnsZoneId, records: &[DnsRecord]) -> Result<()> {
    for record in records {
        let digest = record.fingerprint();
        let values = values![zone, &record.name, record.kind, &digest, record.ttl, &*record.rdata];
        tables.sql.execute(PUT_RECORD, values)?;
    }
    Ok(())
}

fn row(columns: &mut Columns<'_>) -> Result<DnsRow> {
    Ok(DnsRow {
        id: columns.read()?,
        zone: columns.read()?,
        name: columns.read()?,
        ttl: columns.read()?,
        rdata: Rdata::from_store(columns.read()?, columns.text()?, columns.bytes()?),
        changed_at: columns.read()?,
        comment: comment(columns)?,
        committed: columns.read()?,
    })
}

fn comment(columns: &mut Columns<'_>) -> Result<Option<Line>> {
    let text: Option<String> = columns.read()?;
    text.map(|text| Line::parse(&text, usize::MAX).map_err(|_| columns.nonsense("no line"))).transpose()
}

fn record(columns: &mut Columns<'_>) -> Result<DnsRecord> {
    Ok(DnsRecord {
        name: columns.read()?,
        kind: columns.read()?,
        ttl: columns.read()?,
        rdata: columns.bytes()?.into(),
    })
}

impl Stored for RecordType {
    fn read(value: Value<'_>) -> Option<Self> {
        u16::read(value).and_then(Self::of_number)
    }
}

impl From<RecordType> for Value<'_> {
    fn from(kind: RecordType) -> Self {
        Self::Int(kind.number().into())
    }
}

impl<'a, const LENGTH: usize> From<&'a [u8; LENGTH]> for Value<'a> {
    fn from(bytes: &'a [u8; LENGTH]) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Bytes(bytes)
    }
}

/// Selects what [`row`] reads, from where the rest says.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, zone_id, name, ttl, kind, rdata, wire, changed_at, remark, committed FROM dns_row ",
            $rest
        )
    };
}

const SELECT_OF_ZONE: &str = select!("WHERE zone_id = $1 ORDER BY name, kind, id");
const SELECT_BY_ID: &str = select!("WHERE id = $1 AND zone_id = $2");
const SELECT_BY_NAME: &str = select!("WHERE zone_id = $1 AND name = $2 LIMIT 1");
const SELECT_BY_KIND: &str = select!("WHERE zone_id = $1 AND name = $2 AND kind = $3 LIMIT 1");
const SELECT_SAME: &str = select!("WHERE zone_id = $1 AND name = $2 AND kind = $3 AND digest = $4");
const SELECT_RECORDS: &str =
    "SELECT name, kind, ttl, wire FROM dns_record WHERE zone_id = $1 ORDER BY name, kind, digest";
const INSERT: &str = "INSERT INTO dns_row (id, zone_id, name, kind, digest, ttl, rdata, wire, changed_at, remark, \
     committed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
     ON CONFLICT (zone_id, name, kind, digest) DO NOTHING";
const UPDATE: &str = "UPDATE dns_row SET digest = $1, ttl = $2, rdata = $3, wire = $4, changed_at = $5, remark = $6, \
     committed = $7 WHERE id = $8";
const SET_TTL: &str = "UPDATE dns_row SET ttl = $1, changed_at = $2, committed = 0 \
     WHERE zone_id = $3 AND name = $4 AND kind = $5 AND ttl <> $1";
const DELETE: &str = "DELETE FROM dns_row WHERE id = $1";
// What was never published as it stands has nothing that could be withdrawn, or that is noted already.
const WITHDRAW: &str = "INSERT INTO dns_withdrawal (zone_id, name, kind, digest) \
     SELECT zone_id, name, kind, digest FROM dns_row WHERE id = $1 AND committed = 1 \
     ON CONFLICT (zone_id, name, kind, digest) DO NOTHING";
const COPY: &str = "INSERT INTO dns_row (id, zone_id, name, kind, digest, ttl, rdata, wire, changed_at, remark, \
     committed) SELECT $1 - 1 + ROW_NUMBER() OVER (ORDER BY id), $2, name, kind, digest, ttl, rdata, wire, $3, remark, 0 \
     FROM dns_row WHERE zone_id = $4";
const PUBLISH_WITHDRAWALS: &str = "DELETE FROM dns_record WHERE zone_id = $1 AND (name, kind, digest) IN \
     (SELECT name, kind, digest FROM dns_withdrawal WHERE zone_id = $1)";
const FORGET_WITHDRAWALS: &str = "DELETE FROM dns_withdrawal WHERE zone_id = $1";
const PUBLISH_ROWS: &str = "INSERT INTO dns_record (zone_id, name, kind, digest, ttl, wire) \
     SELECT zone_id, name, kind, digest, ttl, wire FROM dns_row WHERE zone_id = $1 AND committed = 0 \
     ON CONFLICT (zone_id, name, kind, digest) DO UPDATE SET ttl = excluded.ttl";
const NOTE_PUBLISHED: &str = "UPDATE dns_row SET committed = 1 WHERE zone_id = $1 AND committed = 0";
// The start of authority and the name servers: no row at the zone itself has these types.
const CLEAR_APEX: &str = "DELETE FROM dns_record WHERE zone_id = $1 AND name = '' AND kind IN (2, 6)";
const CLEAR_ROWS: &str = "DELETE FROM dns_row WHERE zone_id = $1";
const CLEAR_RECORDS: &str = "DELETE FROM dns_record WHERE zone_id = $1";
const PUT_RECORD: &str = "INSERT INTO dns_record (zone_id, name, kind, digest, ttl, wire) \
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (zone_id, name, kind, digest) DO NOTHING";
