//! Statements of a lone command that are carried out while its frame is on the way to the disk.
//!
//! ```text
//!   at once     run 1, 2, 3, 4   write the frame    wait for the disk                  answer
//!   deferred    run 2            write the frame    run 1, 3, 4, wait for the disk     answer
//! ```
//!
//! Whatever names a table that one of them changes has all of them carried out first; to what names none it makes no
//! difference. What has to do with another table by its keys alone is noticed when one of them is forbidden, or changes
//! other rows than was said: then the command is run again with nothing deferred.

use std::cell::{Cell, RefCell};
use std::ops::Range;

use engine::ports::store::Result;
use engine::{Fault, FaultKind};

use super::{Session, breaks_rule};
use crate::sql::Value;
use crate::sqlite::redo::{Done, put_rest, rest_of};

/// What a command put off.
#[derive(Default)]
pub(super) struct Deferred {
    statements: RefCell<Statements>,
    late: Cell<Late>,
}

#[derive(Default)]
struct Statements {
    /// Each with the place of the rest of it.
    all: Vec<(&'static str, Range<usize>)>,
    /// The rest of each, as frames have it.
    rests: Vec<u8>,
    /// The tables that they change, each once.
    tables: Vec<&'static str>,
    /// Whether they stand in the draft.
    noted: bool,
}

/// How that ended which a command put off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::sqlite) enum Late {
    /// All of it was done, if it had to be.
    #[default]
    Well,
    /// One could not be carried out, whatever the command made of that.
    Failed,
    /// One changed other rows than was said, or broke a rule.
    Otherwise,
}

impl Statements {
    /// As much as most commands need.
    fn make_room(&mut self) {
        self.all.reserve(16);
        self.rests.reserve(1024);
        self.tables.reserve(8);
    }

    /// Each with the rest of it.
    fn iter(&self) -> impl Iterator<Item = (&'static str, &[u8])> {
        self.all.iter().map(|(sql, place)| (*sql, &self.rests[place.clone()]))
    }

    fn clear(&mut self) {
        self.all.clear();
        self.rests.clear();
        self.tables.clear();
        self.noted = false;
    }
}

impl Deferred {
    /// Puts a statement off.
    pub(super) fn add(&self, sql: &'static str, values: &[Value<'_>], rows: usize) {
        debug_assert!(can_wait(sql), "`{sql}` cannot be put off");
        let mut statements = self.statements.borrow_mut();
        if statements.all.is_empty() {
            statements.make_room();
        }
        let begin = statements.rests.len();
        put_rest(&mut statements.rests, values, rows);
        let end = statements.rests.len();
        statements.all.push((sql, begin..end));
        let table = table_of(sql);
        if !statements.tables.contains(&table) {
            statements.tables.push(table);
        }
    }

    /// Whether there are any.
    pub(super) fn is_empty(&self) -> bool {
        self.statements.borrow().all.is_empty()
    }

    /// Whether a statement may have to do with them.
    pub(super) fn concerns(&self, sql: &str) -> bool {
        self.statements.borrow().tables.iter().any(|table| sql.contains(table))
    }

    /// Forgets them, and how they ended.
    pub(super) fn forget(&self) {
        self.statements.borrow_mut().clear();
        self.late.set(Late::Well);
    }
}

impl Session<'_> {
    /// Has what is still deferred in the draft, for a frame that is written before it is carried out.
    pub(in crate::sqlite) fn note_deferred(&self) {
        self.note(Done::Later);
    }

    /// Carries out what is deferred, if a statement may have to do with it.
    pub(super) fn catch_up_for(&self, sql: &'static str) -> Result<()> {
        if self.deferred.concerns(sql) { self.catch_up() } else { Ok(()) }
    }

    /// Carries out what is deferred.
    ///
    /// # Errors
    /// One failed, or came out otherwise than was said: nothing of the command may be kept. See [`Session::late`].
    pub(in crate::sqlite) fn catch_up(&self) -> Result<()> {
        if self.deferred.is_empty() {
            return Ok(());
        }
        self.note(Done::Before);
        self.mark_written();
        let done = self.check_open().and_then(|()| self.carry_out_all());
        self.deferred.statements.borrow_mut().clear();
        if done.is_err() && self.late() == Late::Well {
            self.deferred.late.set(Late::Failed);
        }
        done
    }

    /// How that ended which the command put off.
    pub(in crate::sqlite) fn late(&self) -> Late {
        self.deferred.late.get()
    }

    /// A frame has its statements in the order in which they are carried out.
    fn note(&self, done: Done) {
        let mut statements = self.deferred.statements.borrow_mut();
        if std::mem::replace(&mut statements.noted, true) {
            return;
        }
        let Some(draft) = self.draft else { return };
        statements.iter().for_each(|(sql, rest)| draft.note_rest(sql, rest, done));
    }

    fn carry_out_all(&self) -> Result<()> {
        self.deferred.statements.borrow().iter().try_for_each(|(sql, rest)| self.carry_out(sql, rest))
    }

    fn carry_out(&self, sql: &'static str, rest: &[u8]) -> Result<()> {
        let otherwise = |what: String| {
            self.deferred.late.set(Late::Otherwise);
            Fault::new(FaultKind::StoreBusy, format!("`{sql}` was put off, and {what}"))
        };
        let (rows, values) =
            rest_of(rest).ok_or_else(|| Fault::internal("what is deferred cannot be read"))?;
        match self.change(sql, &values) {
            Ok(changed) if changed == rows => Ok(()),
            Ok(changed) => Err(otherwise(format!("changed {changed} rows instead of {rows}"))),
            Err(error) if breaks_rule(&error) => Err(otherwise(error.to_string())),
            Err(error) => Err(self.fault(&error, sql)),
        }
    }
}

/// The table that an insert or an update changes.
fn table_of(sql: &'static str) -> &'static str {
    let mut words = sql.split_ascii_whitespace();
    let table = if words.next() == Some("INSERT") { words.nth(1) } else { words.next() };
    // Every statement has to do with a nameless one.
    table.unwrap_or_default()
}

/// Whether a statement does the same later: no other table has to do with it, and it takes nothing along.
fn can_wait(sql: &str) -> bool {
    (sql.starts_with("INSERT INTO ") || sql.starts_with("UPDATE ")) && !sql.contains("SELECT")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_a_table_waits_for_its_changes() {
        let deferred = Deferred::default();
        assert!(deferred.is_empty() && !deferred.concerns("SELECT 1 FROM domain"));
        deferred.add("INSERT INTO domain (id) VALUES ($1)", &[Value::Int(1)], 1);
        deferred.add("UPDATE balance SET amount = $1", &[Value::Int(2)], 1);
        assert!(deferred.concerns("SELECT 1 FROM domain") && deferred.concerns("DELETE FROM domain_host"));
        assert!(
            deferred.concerns("SELECT amount FROM balance") && !deferred.concerns("SELECT 1 FROM invoice")
        );
        deferred.forget();
        assert!(deferred.is_empty() && !deferred.concerns("SELECT amount FROM balance"));
    }
}
