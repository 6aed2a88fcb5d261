//! What the tables need of a connection, whatever database stands behind it.
//!
//! Statements are `&'static str` in the subset that SQLite and PostgreSQL share: `$1..$n` numbered in order of
//! first appearance, `ON CONFLICT`, no vendor functions. An adapter may therefore prepare each one once and keep it
//! for as long as the connection lives.

use engine::ports::store::{Inserted, Result};

use crate::columns::Columns;

/// A value on its way to or from a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Value<'a> {
    Null,
    Int(i64),
    Text(&'a str),
    Bytes(&'a [u8]),
}

/// How a statement ended that a constraint may forbid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Attempt {
    /// It ran and changed so many rows.
    Done(usize),
    /// A unique constraint forbade it; nothing was changed and the transaction goes on.
    Taken,
    /// A foreign key forbade it; nothing was changed and the transaction goes on.
    InUse,
}

/// For rows that refer to nothing that could be missing.
impl From<Attempt> for Inserted {
    fn from(attempt: Attempt) -> Self {
        match attempt {
            Attempt::Taken => Self::Taken,
            Attempt::Done(_) | Attempt::InUse => Self::Yes,
        }
    }
}

/// A connection in a transaction.
pub(crate) trait Sql {
    /// Runs a statement that no constraint should forbid, and tells how many rows it changed.
    fn execute(&self, sql: &'static str, values: &[Value<'_>]) -> Result<usize>;

    /// Runs a statement that a constraint may forbid.
    fn attempt(&self, sql: &'static str, values: &[Value<'_>]) -> Result<Attempt>;

    /// Runs a statement whose number of changed rows is known before: an insert or an update that names no other table.
    /// `true` if it changed so many, or is sure to have before anything is committed; an adapter may put it off until
    /// something is asked of its table, but no deletion. Where that came out otherwise, the command is undone and run
    /// again with nothing put off, so that each statement may be taken to run where it stands.
    fn defer(&self, sql: &'static str, values: &[Value<'_>], rows: usize) -> Result<bool>;

    /// Runs a query and hands over its rows one by one.
    fn query(
        &self,
        sql: &'static str,
        values: &[Value<'_>],
        row: &mut dyn FnMut(Columns<'_>) -> Result<()>,
    ) -> Result<()>;

    /// The first row of a query, if there is one.
    fn one<T>(
        &self,
        sql: &'static str,
        values: &[Value<'_>],
        read: fn(&mut Columns<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut found = None;
        self.query(sql, values, &mut |mut columns| {
            found = Some(read(&mut columns)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// All rows of a query.
    fn all<T>(
        &self,
        sql: &'static str,
        values: &[Value<'_>],
        read: fn(&mut Columns<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut found = Vec::new();
        self.query(sql, values, &mut |mut columns| {
            found.push(read(&mut columns)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// Whether a query finds a row.
    fn finds(&self, sql: &'static str, values: &[Value<'_>]) -> Result<bool> {
        Ok(self.one(sql, values, |_| Ok(()))?.is_some())
    }
}
