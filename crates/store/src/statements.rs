//! Statements of accounts, read off the ledger without an index of their own.
//!
//! Ids grow with time: a line of some moment never has an id below the first one of that moment. So the walk begins
//! where the span begins. It may not stop where the span ends, because what the server does late is written down late,
//! with the date on which it was due.

use engine::IdSource;
use engine::model::StatementLine;
use engine::ports::store::{Result, StatementSlice, StatementSpan, Turnover};

use crate::columns::Columns;
use crate::ledger;
use crate::sql::Sql;
use crate::tables::{Tables, values};

/// A piece of a statement.
pub(crate) fn lines<C: Sql>(
    tables: &Tables<C>,
    span: StatementSpan,
    slice: StatementSlice,
) -> Result<Vec<StatementLine>> {
    let (from, until, account) = (span.from, span.until, span.account);
    let first = IdSource::first_at(from);
    if slice.newest_first {
        let before = slice.after.map_or(i64::MAX, |id| id.0);
        return tables.sql.all(
            SELECT_BACK,
            values![first, before, from, until, account, slice.most, slice.skip],
            line,
        );
    }
    let after = slice.after.map_or(first - 1, |id| id.0.max(first - 1));
    tables.sql.all(SELECT, values![after, from, until, account, slice.most, slice.skip], line)
}

/// What the lines of a span sum to.
pub(crate) fn turnover<C: Sql>(tables: &Tables<C>, span: StatementSpan) -> Result<Turnover> {
    let (from, until, account) = (span.from, span.until, span.account);
    let first = IdSource::first_at(from);
    let found = tables.sql.one(SUM, values![until, account, first, from], |columns| {
        Ok(Turnover {
            within: columns.read()?,
            since: columns.read()?,
            tax_within: columns.read()?,
            tax_since: columns.read()?,
            lines: columns.read()?,
        })
    })?;
    Ok(found.unwrap_or_default())
}

fn line(columns: &mut Columns<'_>) -> Result<StatementLine> {
    Ok(StatementLine { entry: ledger::entry(columns)?, name: columns.read()? })
}

const SELECT: &str = "SELECT ledger.id, ledger.operation, ledger.at, ledger.kind, from_account, from_book, \
     to_account, to_book, amount, currency, ledger.object, years, reverses, invoice, history.name FROM ledger \
     LEFT JOIN history ON history.operation = ledger.operation AND history.object = ledger.object \
     WHERE ledger.id > $1 AND ledger.at >= $2 AND ledger.at < $3 AND (from_account = $4 OR to_account = $4) \
     ORDER BY ledger.id LIMIT $5 OFFSET $6";
const SELECT_BACK: &str = "SELECT ledger.id, ledger.operation, ledger.at, ledger.kind, from_account, from_book, \
     to_account, to_book, amount, currency, ledger.object, years, reverses, invoice, history.name FROM ledger \
     LEFT JOIN history ON history.operation = ledger.operation AND history.object = ledger.object \
     WHERE ledger.id >= $1 AND ledger.id < $2 AND ledger.at >= $3 AND ledger.at < $4 \
     AND (from_account = $5 OR to_account = $5) ORDER BY ledger.id DESC LIMIT $6 OFFSET $7";
// A line that leaves an account and enters the same one does nothing to it.
const SUM: &str = "SELECT CAST(COALESCE(SUM(CASE WHEN at < $1 THEN effect ELSE 0 END), 0) AS BIGINT), \
     CAST(COALESCE(SUM(effect), 0) AS BIGINT), \
     CAST(COALESCE(SUM(CASE WHEN at < $1 THEN effect * taxed ELSE 0 END), 0) AS BIGINT), \
     CAST(COALESCE(SUM(effect * taxed), 0) AS BIGINT), CAST(COALESCE(SUM(CASE WHEN at < $1 THEN 1 ELSE 0 END), 0) AS BIGINT) \
     FROM (SELECT at, \
     CASE WHEN to_account = $2 THEN amount ELSE 0 END - CASE WHEN from_account = $2 THEN amount ELSE 0 END AS effect, \
     CASE WHEN from_book = 'tax' OR to_book = 'tax' THEN 1 ELSE 0 END AS taxed \
     FROM ledger WHERE id >= $3 AND at >= $4 AND (from_account = $2 OR to_account = $2)) AS line";
