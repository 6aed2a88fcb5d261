//! Open holds: money that is set aside.

use engine::Fault;
use engine::model::{Fee, Hold, Money, ObjectId};
use engine::ports::store::Result;

use crate::columns::Columns;
use crate::sql::Sql;
use crate::tables::{Tables, values};

/// The open holds for an object, oldest first.
pub(crate) fn of<C: Sql>(tables: &Tables<C>, object: ObjectId) -> Result<Vec<Hold>> {
    tables.sql.all(SELECT, values![object], hold)
}

/// Notes a hold.
pub(crate) fn insert<C: Sql>(tables: &Tables<C>, hold: &Hold) -> Result<()> {
    let Fee { net, tax } = hold.fee;
    tables.sql.execute(
        INSERT,
        values![
            hold.id,
            hold.operation,
            hold.at,
            hold.account,
            hold.kind,
            net.minor,
            tax.minor,
            net.currency,
            hold.object,
            hold.years,
        ],
    )?;
    Ok(())
}

/// Ends a hold. It has to be open.
pub(crate) fn remove<C: Sql>(tables: &Tables<C>, hold: &Hold) -> Result<()> {
    match tables.sql.execute(DELETE, values![hold.id, hold.account])? {
        1 => Ok(()),
        _ => Err(Fault::internal(format!("hold {} is not open", hold.id.0))),
    }
}

fn hold(columns: &mut Columns<'_>) -> Result<Hold> {
    let (id, operation, at) = (columns.read()?, columns.read()?, columns.read()?);
    let (account, kind) = (columns.read()?, columns.read()?);
    let (net, tax, currency) = (columns.read()?, columns.read()?, columns.read()?);
    let fee = Fee { net: Money::new(net, currency), tax: Money::new(tax, currency) };
    Ok(Hold { id, operation, at, account, kind, fee, object: columns.read()?, years: columns.read()? })
}

const SELECT: &str = "SELECT id, operation, at, account_id, kind, net, tax, currency, object, years \
     FROM hold WHERE object = $1 ORDER BY id";
const INSERT: &str = "INSERT INTO hold (id, operation, at, account_id, kind, net, tax, currency, object, years) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
const DELETE: &str = "DELETE FROM hold WHERE id = $1 AND account_id = $2";
