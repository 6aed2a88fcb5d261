//! What becomes of registrants without domains, and of those whose data are wrong.

use engine::model::{ContactId, DataQuality, Instant};
use engine::ports::store::{Registrants, RegistrantsMut, Result};

use crate::columns;
use crate::document;
use crate::sql::Sql;
use crate::tables::{Tables, values};

impl<C: Sql> Registrants for Tables<C> {
    fn idle_until(&self, contact: ContactId) -> Result<Option<Instant>> {
        self.sql.one(SELECT_IDLE, values![contact], columns::only)
    }

    #[allow(
        clippy::redundant_closure_for_method_calls,
        reason = "the method itself is not general enough over lifetimes"
    )]
    fn data_quality(&self, contact: ContactId) -> Result<Option<DataQuality>> {
        self.sql.one(SELECT_PROCESS, values![contact], |columns| columns.document())
    }
}

impl<C: Sql> RegistrantsMut for Tables<C> {
    fn put_idle(&self, contact: ContactId, until: Instant) -> Result<()> {
        self.update(PUT_IDLE, values![contact, until])
    }

    fn put_data_quality(&self, contact: ContactId, process: &DataQuality) -> Result<()> {
        self.update(PUT_PROCESS, values![contact, &document::text(process)?])
    }

    fn remove_data_quality(&self, contact: ContactId) -> Result<()> {
        self.sql.execute(DELETE_PROCESS, values![contact]).map(drop)
    }
}

const SELECT_IDLE: &str = "SELECT removed_at FROM idle_contact WHERE contact_id = $1";
const SELECT_PROCESS: &str = "SELECT process FROM data_quality WHERE contact_id = $1";
const PUT_IDLE: &str = "INSERT INTO idle_contact (contact_id, removed_at) VALUES ($1, $2) \
     ON CONFLICT (contact_id) DO UPDATE SET removed_at = excluded.removed_at";
const PUT_PROCESS: &str = "INSERT INTO data_quality (contact_id, process) VALUES ($1, $2) \
     ON CONFLICT (contact_id) DO UPDATE SET process = excluded.process";
const DELETE_PROCESS: &str = "DELETE FROM data_quality WHERE contact_id = $1";
