//! Pieces of long lists.
//!
//! The rows that a piece skips are counted off the index that the list is ordered by, before any of the table is read: the
//! ids of the piece are found first, then their rows.

use engine::ports::store::{Page, Result};

use crate::columns::{self, Columns};
use crate::sql::{Sql, Value};

/// A list of one scope, such as an account's: the statement for a piece of it, and the one that counts it.
#[derive(Clone, Copy)]
pub(crate) struct Listing {
    /// Takes the scope, the key after which the piece begins, how many rows are wanted and how many skipped.
    pub(crate) rows: &'static str,
    /// Takes the scope.
    pub(crate) count: &'static str,
}

/// A piece of a list. `place` is the key after which it begins, how many rows are wanted and how many skipped.
pub(crate) fn page<T>(
    sql: &impl Sql,
    listing: Listing,
    scope: &[Value<'_>],
    place: &[Value<'_>],
    read: fn(&mut Columns<'_>) -> Result<T>,
) -> Result<Page<T>> {
    let total = sql.one(listing.count, scope, columns::only)?.unwrap_or_default();
    let items = sql.all(listing.rows, &[scope, place].concat(), read)?;
    Ok(Page { items, total })
}
