//! What is owed to accounts.

use engine::model::{Money, OperationId, Owed};
use engine::ports::store::Result;

use crate::columns::Columns;
use crate::sql::Sql;
use crate::tables::{Tables, values};

/// Everything that is owed, oldest first.
pub(crate) fn all<C: Sql>(tables: &Tables<C>) -> Result<Vec<Owed>> {
    tables.sql.all(SELECT_ALL, &[], owed)
}

/// What is owed for an operation.
pub(crate) fn of<C: Sql>(tables: &Tables<C>, operation: OperationId) -> Result<Option<Owed>> {
    tables.sql.one(SELECT, values![operation], owed)
}

/// Notes what is owed.
pub(crate) fn put<C: Sql>(tables: &Tables<C>, owed: &Owed) -> Result<()> {
    let Owed { operation, account, amount, object, name, since } = owed;
    let values = values![*operation, *account, amount.minor, amount.currency, *object, name, *since];
    tables.update(INSERT, values)
}

/// Takes a note away.
pub(crate) fn remove<C: Sql>(tables: &Tables<C>, operation: OperationId) -> Result<bool> {
    Ok(tables.sql.execute(DELETE, values![operation])? == 1)
}

fn owed(columns: &mut Columns<'_>) -> Result<Owed> {
    Ok(Owed {
        operation: columns.read()?,
        account: columns.read()?,
        amount: Money { minor: columns.read()?, currency: columns.read()? },
        object: columns.read()?,
        name: columns.read()?,
        since: columns.read()?,
    })
}

const SELECT_ALL: &str =
    "SELECT operation, account_id, amount, currency, object, name, since FROM owed ORDER BY since, operation";
const SELECT: &str =
    "SELECT operation, account_id, amount, currency, object, name, since FROM owed WHERE operation = $1";
const INSERT: &str = "INSERT INTO owed (operation, account_id, amount, currency, object, name, since) \
     VALUES ($1, $2, $3, $4, $5, $6, $7)";
const DELETE: &str = "DELETE FROM owed WHERE operation = $1";
