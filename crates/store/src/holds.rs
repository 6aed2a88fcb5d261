//! Open holds: money that is set aside.

use engine::Fault;
use engine::model::{Fee, HeldLine, Hold, Money, ObjectId};
use engine::ports::store::{Result, StatementSpan};

use crate::columns::Columns;
use crate::sql::Sql;
use crate::tables::{Tables, values};

/// The open holds for an object, oldest first.
pub(crate) fn of<C: Sql>(tables: &Tables<C>, object: ObjectId) -> Result<Vec<Hold>> {
    tables.sql.all(SELECT, values![object], hold)
}

/// The open holds of an account that were placed within a span, with the names that objects had then.
pub(crate) fn within<C: Sql>(tables: &Tables<C>, span: StatementSpan) -> Result<Vec<HeldLine>> {
    let StatementSpan { account, from, until } = span;
    tables.sql.all(SELECT_WITHIN, values![account, from, until], |columns| {
        Ok(HeldLine { hold: hold(columns)?, name: columns.read()? })
    })
}

/// Notes a hold.
pub(crate) fn insert<C: Sql>(tables: &Tables<C>, hold: &Hold) -> Result<()> {
    let Fee { net, tax } = hold.fee;
    tables.update(
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
            hold.party,
        ],
    )
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
    let (object, years, party) = (columns.read()?, columns.read()?, columns.read()?);
    Ok(Hold { id, operation, at, account, party, kind, fee, object, years })
}

const SELECT: &str = "SELECT id, operation, at, account_id, kind, net, tax, currency, object, years, party \
     FROM hold WHERE object = $1 ORDER BY id";
const SELECT_WITHIN: &str = "SELECT hold.id, hold.operation, hold.at, hold.account_id, kind, net, tax, currency, \
     hold.object, years, party, history.name FROM hold \
     LEFT JOIN history ON history.operation = hold.operation AND history.object = hold.object \
     WHERE hold.account_id = $1 AND hold.at >= $2 AND hold.at < $3 ORDER BY hold.id";
const INSERT: &str = "INSERT INTO hold (id, operation, at, account_id, kind, net, tax, currency, object, years, party) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
const DELETE: &str = "DELETE FROM hold WHERE id = $1 AND account_id = $2";
