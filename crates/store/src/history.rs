//! History: the log of what was changed, by which request.

use engine::model::{HistoryEntry, Instant, ObjectId, OperationId};
use engine::ports::store::{DeletionFilter, History, HistoryLine, HistoryMut, Result, Slice};

use crate::columns::{self, Columns};
use crate::pages::Listing;
use crate::patterns::like;
use crate::sql::{Sql, Value};
use crate::tables::{Tables, values};

impl<C: Sql> History for Tables<C> {
    fn happened(&self, operation: OperationId) -> Result<bool> {
        self.sql.finds(SELECT_OPERATION, values![operation])
    }

    fn last_operation(&self) -> Result<Option<OperationId>> {
        Ok(self.sql.one(SELECT_LAST, &[], columns::only)?.flatten())
    }

    fn history_of(&self, object: ObjectId) -> Result<Vec<(OperationId, String)>> {
        self.sql.all(SELECT_OBJECT, values![object], |columns| Ok((columns.read()?, columns.read()?)))
    }

    fn changes_by(&self, operation: OperationId) -> Result<Vec<HistoryLine>> {
        self.sql.all(SELECT_CHANGES, values![operation], line)
    }

    fn history_slice(&self, object: ObjectId, slice: &Slice<OperationId>) -> Result<Vec<HistoryLine>> {
        let after = slice.after.unwrap_or(OperationId(0));
        self.sql.all(SELECT_SLICE, values![object, after, slice.most, slice.skip], line)
    }

    fn count_history(&self, object: ObjectId) -> Result<u64> {
        Ok(self.sql.one(COUNT, values![object], columns::only)?.unwrap_or_default())
    }

    fn deleted_objects(
        &self,
        filter: &DeletionFilter,
        slice: &Slice<(OperationId, ObjectId)>,
    ) -> Result<Vec<HistoryLine>> {
        let (operation, object) = slice.after.unwrap_or((OperationId(0), ObjectId(0)));
        let pattern = filter.name.as_ref().map(|pattern| like(pattern.as_str()));
        let window = values![operation, object, slice.most, slice.skip];
        DELETIONS.slice(&self.sql, &deleted(filter, pattern.as_ref()), window, line)
    }

    fn count_deleted_objects(&self, filter: &DeletionFilter) -> Result<u64> {
        let pattern = filter.name.as_ref().map(|pattern| like(pattern.as_str()));
        DELETIONS.count(&self.sql, &deleted(filter, pattern.as_ref()))
    }

    fn read_history(&self, from: Instant, to: Instant, see: &mut dyn FnMut(HistoryLine)) -> Result<()> {
        self.sql.query(SELECT_BETWEEN, values![from, to], &mut |mut columns| {
            see(line(&mut columns)?);
            Ok(())
        })
    }
}

impl<C: Sql> HistoryMut for Tables<C> {
    fn record(&self, entry: &HistoryEntry) -> Result<()> {
        self.update(
            INSERT,
            values![
                entry.operation,
                entry.object,
                entry.at,
                entry.account,
                entry.action,
                &entry.name,
                entry.client_id.as_ref(),
            ],
        )
    }
}

/// What the filter asks for. No class is asked for by an empty text.
fn deleted<'a>(filter: &'a DeletionFilter, pattern: Option<&'a String>) -> Vec<Value<'a>> {
    let action = filter.class.map_or("", |class| class.deletion().name());
    vec![filter.account.into(), Value::Text(action), pattern.into(), filter.from.into(), filter.until.into()]
}

fn line(columns: &mut Columns<'_>) -> Result<HistoryLine> {
    Ok(HistoryLine {
        operation: columns.read()?,
        object: columns.read()?,
        at: columns.read()?,
        account: columns.read()?,
        action: columns.read()?,
        name: columns.read()?,
        client_id: columns.read()?,
    })
}

// Each has two halves, one for the primary key and one for the partial index: see the migration.
const SELECT_OPERATION: &str = "SELECT 1 FROM history WHERE object = $1 AND operation = $1 \
     UNION ALL SELECT 1 FROM history WHERE operation = $1 AND operation <> object LIMIT 1";
const SELECT_CHANGES: &str = "SELECT operation, object, at, account_id, action, name, client_id FROM history \
     WHERE object = $1 AND operation = $1 UNION ALL \
     SELECT operation, object, at, account_id, action, name, client_id FROM history \
     WHERE operation = $1 AND operation <> object";
const SELECT_LAST: &str = "SELECT MAX(latest) FROM (SELECT MAX(object) AS latest FROM history \
     UNION ALL SELECT MAX(operation) FROM history WHERE operation <> object) AS halves";
const SELECT_OBJECT: &str = "SELECT operation, action FROM history WHERE object = $1 ORDER BY operation";
const SELECT_SLICE: &str = "SELECT operation, object, at, account_id, action, name, client_id FROM history \
     WHERE object = $1 AND operation > $2 ORDER BY operation LIMIT $3 OFFSET $4";
const COUNT: &str = "SELECT COUNT(*) FROM history WHERE object = $1";
const SELECT_BETWEEN: &str = "SELECT operation, object, at, account_id, action, name, client_id FROM history \
     WHERE at >= $1 AND at <= $2 ORDER BY operation, object";
const DELETIONS: Listing = Listing {
    rows: "SELECT operation, object, at, account_id, action, name, client_id FROM history \
           WHERE account_id = $1 AND (action = 'domain_delete' OR action = 'contact_delete' OR action = 'host_delete' \
           OR action = 'nsset_delete' OR action = 'dns_zone_delete') AND ($2 = '' OR action = $2) AND ($3 IS NULL OR LOWER(name) LIKE $3 ESCAPE '!') \
           AND at >= $4 AND at <= $5 AND (operation, object) > ($6, $7) \
           ORDER BY operation, object LIMIT $8 OFFSET $9",
    count: "SELECT COUNT(*) FROM history \
            WHERE account_id = $1 AND (action = 'domain_delete' OR action = 'contact_delete' OR action = 'host_delete' \
            OR action = 'nsset_delete' OR action = 'dns_zone_delete') AND ($2 = '' OR action = $2) AND ($3 IS NULL OR LOWER(name) LIKE $3 ESCAPE '!') \
            AND at >= $4 AND at <= $5",
};
const INSERT: &str = "INSERT INTO history (operation, object, at, account_id, action, name, client_id) \
     VALUES ($1, $2, $3, $4, $5, $6, $7)";
