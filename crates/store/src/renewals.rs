//! What accounts paid to have domains longer, read off the ledger as statements are.

use engine::IdSource;
use engine::model::{EntryId, Money, PaidRenewal};
use engine::ports::store::{RenewalFilter, Result, Slice};

use crate::columns::Columns;
use crate::pages::Listing;
use crate::patterns::Like;
use crate::sql::{Sql, Value};
use crate::tables::{Tables, values};

/// A slice of the list.
pub(crate) fn slice<C: Sql>(
    tables: &Tables<C>,
    filter: &RenewalFilter,
    slice: &Slice<EntryId>,
) -> Result<Vec<PaidRenewal>> {
    let (like, after) = (Like::from(&filter.pattern), slice.after.unwrap_or(EntryId(0)));
    LISTED.slice(&tables.sql, &scope(filter, &like), values![after, slice.most, slice.skip], renewal)
}

/// How many there are.
pub(crate) fn count<C: Sql>(tables: &Tables<C>, filter: &RenewalFilter) -> Result<u64> {
    LISTED.count(&tables.sql, &scope(filter, &Like::from(&filter.pattern)))
}

/// Ids grow with time, so the walk begins where the span does.
fn scope<'a>(filter: &'a RenewalFilter, like: &'a Like) -> Vec<Value<'a>> {
    let first = IdSource::first_at(filter.since);
    vec![filter.account.into(), Value::Int(first), filter.since.into(), Value::Text(&like.like)]
}

fn renewal(columns: &mut Columns<'_>) -> Result<PaidRenewal> {
    let (entry, name, at, kind) = (columns.read()?, columns.read()?, columns.read()?, columns.read()?);
    let (price, tax, currency) = (columns.read()?, columns.read()?, columns.read()?);
    Ok(PaidRenewal {
        entry,
        name,
        at,
        kind,
        price: Money::new(price, currency),
        tax: Money::new(tax, currency),
    })
}

/// Lines of prices that were not given back, with the name that the domain had.
macro_rules! paid {
    () => {
        "FROM ledger JOIN history ON history.operation = ledger.operation AND history.object = ledger.object \
         WHERE from_account = $1 AND to_book = 'revenue' AND ledger.id >= $2 AND ledger.at >= $3 \
         AND kind IN ('renew', 'auto_renew', 'transfer') AND history.name LIKE $4 ESCAPE '!' \
         AND NOT EXISTS (SELECT 1 FROM ledger AS back WHERE back.reverses = ledger.id)"
    };
}

const LISTED: Listing = Listing {
    rows: concat!(
        "SELECT ledger.id, history.name, ledger.at, kind, amount, \
         (SELECT CAST(COALESCE(SUM(tax.amount), 0) AS BIGINT) FROM ledger AS tax WHERE tax.object = ledger.object \
         AND tax.operation = ledger.operation AND tax.from_account = $1 AND tax.to_book = 'tax'), currency ",
        paid!(),
        " AND ledger.id > $5 ORDER BY ledger.id LIMIT $6 OFFSET $7"
    ),
    count: concat!("SELECT COUNT(*) ", paid!()),
};
