//! Requests that end by themselves.

use engine::model::{ObjectId, Pending};
use engine::ports::store::{Pendings, PendingsMut, Result};

use crate::columns::Columns;
use crate::document;
use crate::sql::Sql;
use crate::tables::{Tables, values};

impl<C: Sql> Pendings for Tables<C> {
    fn pending(&self, id: ObjectId) -> Result<Option<Pending>> {
        self.sql.one(SELECT, values![id], pending)
    }
}

impl<C: Sql> PendingsMut for Tables<C> {
    fn insert_pending(&self, pending: &Pending) -> Result<()> {
        let asked = document::text(&pending.asked)?;
        self.update(INSERT, values![pending.id, pending.account, pending.at, &asked])
    }

    fn remove_pending(&self, id: ObjectId) -> Result<()> {
        self.update(DELETE, values![id])
    }
}

fn pending(columns: &mut Columns<'_>) -> Result<Pending> {
    Ok(Pending {
        id: columns.read()?,
        account: columns.read()?,
        at: columns.read()?,
        asked: columns.document()?,
    })
}

const SELECT: &str = "SELECT id, account_id, at, asked FROM pending WHERE id = $1";
const INSERT: &str = "INSERT INTO pending (id, account_id, at, asked) VALUES ($1, $2, $3, $4)";
const DELETE: &str = "DELETE FROM pending WHERE id = $1";
