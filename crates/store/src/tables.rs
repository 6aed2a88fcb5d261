//! The tables over one connection. Each entity's file implements its port traits here, once for all databases.

use std::cell::RefCell;
use std::sync::Arc;

use engine::Fault;
use engine::ports::store::{Inserted, Kind, Names as _, Result, Snapshot, Transaction};

use crate::names::{Change, NameIndex};
use crate::sql::{Sql, Value};

/// Every table of one connection, and what its transaction did to the names so far.
pub(crate) struct Tables<C> {
    pub(crate) sql: C,
    names: Arc<NameIndex>,
    changes: RefCell<Vec<Change>>,
}

impl<C: Sql> Snapshot for Tables<C> {}
impl<C: Sql> Transaction for Tables<C> {}

impl<C: Sql> Tables<C> {
    /// The tables of a connection.
    pub(crate) fn new(sql: C, names: Arc<NameIndex>) -> Self {
        Self { sql, names, changes: RefCell::default() }
    }

    /// Writes one row: a new one that nothing forbids, or one that is known to be there.
    pub(crate) fn update(&self, sql: &'static str, values: &[Value<'_>]) -> Result<()> {
        if self.sql.defer(sql, values, 1)? {
            return Ok(());
        }
        Err(Fault::internal(format!("`{sql}` changed another number of rows than one")))
    }

    /// Inserts a row under a name of its own, which counts as in use then; not if it is taken.
    pub(crate) fn insert_named(
        &self,
        kind: Kind,
        name: &str,
        sql: &'static str,
        values: &[Value<'_>],
    ) -> Result<Inserted> {
        // Whether a name in use is taken is known once the statement has run, and the command wants to know.
        let inserted = match self.names.holds(kind, name) {
            true => self.sql.execute(sql, values)? == 1,
            false => self.sql.defer(sql, values, 1)?,
        };
        if !inserted {
            return Ok(Inserted::Taken);
        }
        self.name_added(kind, name);
        Ok(Inserted::Yes)
    }

    /// Notes that a name came into use.
    pub(crate) fn name_added(&self, kind: Kind, name: &str) {
        self.changes.borrow_mut().push(Change::Added(kind, self.names.fingerprint(name)));
    }

    /// Notes that a name is free again.
    pub(crate) fn name_removed(&self, kind: Kind, name: &str) {
        self.changes.borrow_mut().push(Change::Removed(kind, self.names.fingerprint(name)));
    }

    /// How many changes of names were noted, to come back to by [`Self::forget_changes`].
    pub(crate) fn changes_noted(&self) -> usize {
        self.changes.borrow().len()
    }

    /// Forgets the changes of names beyond the first `kept`: they were rolled back.
    pub(crate) fn forget_changes(&self, kept: usize) {
        self.changes.borrow_mut().truncate(kept);
    }

    /// Hands over the changes of names: the transaction that made them is committed.
    pub(crate) fn take_changes(&self) -> Vec<Change> {
        self.changes.take()
    }
}

/// The values of a statement, each turned into what a column holds.
macro_rules! values {
    ($($value:expr),* $(,)?) => { &[$($crate::sql::Value::from($value)),*] };
}

pub(crate) use values;
