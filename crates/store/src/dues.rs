//! What falls due.

use engine::model::{Due, Instant};
use engine::ports::store::{Dues, DuesMut, Result};

use crate::columns::{self, Columns};
use crate::sql::Sql;
use crate::tables::{Tables, values};

impl<C: Sql> Dues for Tables<C> {
    fn due_by(&self, until: Instant, most: usize) -> Result<Vec<Due>> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        self.sql.all(SELECT_DUE, values![until, most], due)
    }

    fn next_due(&self) -> Result<Option<Instant>> {
        self.sql.one(SELECT_NEXT, &[], columns::only)
    }
}

impl<C: Sql> DuesMut for Tables<C> {
    fn remind(&self, due: &Due) -> Result<()> {
        self.update(INSERT, values![due.at, due.job, due.object, due.since])
    }

    fn done(&self, due: &Due) -> Result<bool> {
        Ok(self.sql.execute(DELETE, values![due.at, due.job, due.object])? == 1)
    }
}

fn due(columns: &mut Columns<'_>) -> Result<Due> {
    Ok(Due { at: columns.read()?, job: columns.read()?, object: columns.read()?, since: columns.read()? })
}

const SELECT_DUE: &str =
    "SELECT at, job, object, since FROM due WHERE at <= $1 ORDER BY at, job, object LIMIT $2";
const SELECT_NEXT: &str = "SELECT at FROM due ORDER BY at LIMIT 1";
const INSERT: &str = "INSERT INTO due (at, job, object, since) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (at, job, object) DO UPDATE SET since = \
     CASE WHEN excluded.since < due.since THEN excluded.since ELSE due.since END";
const DELETE: &str = "DELETE FROM due WHERE at = $1 AND job = $2 AND object = $3";
