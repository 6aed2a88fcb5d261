//! Slices of long lists.
//!
//! The rows that a slice skips are counted off the index that the list is ordered by, before any of the table is read: the
//! ids of the slice are found first, then their rows.

use engine::ports::store::Result;

use crate::columns::{self, Columns};
use crate::sql::{Sql, Value};

/// A list of one scope, such as an account's: the statement for a slice of it, and the one that counts it.
#[derive(Clone, Copy)]
pub(crate) struct Listing {
    /// Takes the scope, the key after which the slice begins, how many rows are wanted and how many skipped.
    pub(crate) rows: &'static str,
    /// Takes the scope.
    pub(crate) count: &'static str,
}

impl Listing {
    /// A slice of the list. `place` is the key after which it begins, how many rows are wanted and how many skipped.
    pub(crate) fn slice<T>(
        self,
        sql: &impl Sql,
        scope: &[Value<'_>],
        place: &[Value<'_>],
        read: fn(&mut Columns<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        sql.all(self.rows, &[scope, place].concat(), read)
    }

    /// How many rows the whole list has.
    pub(crate) fn count(self, sql: &impl Sql, scope: &[Value<'_>]) -> Result<u64> {
        Ok(sql.one(self.count, scope, columns::only)?.unwrap_or_default())
    }
}
