mod deferred;

use std::cell::{Cell, RefCell};

use engine::ports::store::Result;
use engine::{Fault, FaultKind};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection, ErrorCode, Statement, ToSql, ffi};

use super::error::{self, Severity};
use super::redo::Draft;
use crate::columns::{Columns, Row};
use crate::sql::{Attempt, Sql, Value};
use deferred::Deferred;
pub(super) use deferred::Late;

/// A connection with its prepared statements and the state of its transaction.
pub(super) struct Session<'c> {
    connection: &'c Connection,
    /// The file, for messages.
    place: &'c str,
    statements: RefCell<Statements<'c>>,
    job: Cell<Job>,
    /// Where the statements of a lone job are noted.
    draft: Option<&'c Draft>,
    /// Whether they are noted now.
    noting: Cell<Noting>,
    /// Those of them that are still to be carried out.
    deferred: Deferred,
    /// Whether a job of this transaction wrote something that is to be kept.
    kept: Cell<bool>,
    /// Set by an error after which the store must stop.
    broken: Cell<bool>,
}

/// Prepared statements by the address of their text: each is one constant, so there is no need to hash or compare
/// texts. What was used last stands at the end, where it is looked for first; an operation uses few statements, in the
/// same order each time. The connection keeps them for the next session.
type Statements<'c> = Vec<(*const str, CachedStatement<'c>)>;

/// How the jobs of one transaction are kept apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Isolation {
    /// Not at all: what one wrote can only be undone with everything. Costs nothing.
    Shared,
    /// By savepoints. Each costs two statements and a copy of every page it changes.
    Apart,
}

/// What becomes of the statements of a lone job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noting {
    /// They are not noted.
    No,
    /// Each is noted when it was carried out.
    AtOnce,
    /// Those that can wait are noted first.
    Deferring,
}

/// What the current job did so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Job {
    /// It shares the transaction.
    Shared { wrote: bool },
    /// It wrote nothing; its first write opens a savepoint.
    Clean,
    /// It wrote, inside a savepoint.
    Saved,
}

/// Whether what a job wrote could be undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Undone {
    /// It is gone.
    Yes,
    /// Only together with what others wrote: the transaction has to be rolled back.
    NotAlone,
}

impl<'c> Session<'c> {
    pub(super) fn new(connection: &'c Connection, place: &'c str) -> Self {
        Self {
            connection,
            place,
            statements: RefCell::new(Vec::with_capacity(USUAL)),
            job: Cell::new(Job::Clean),
            draft: None,
            noting: Cell::new(Noting::No),
            deferred: Deferred::default(),
            kept: Cell::new(false),
            broken: Cell::new(false),
        }
    }

    /// Notes what lone jobs write.
    pub(super) fn noting(self, draft: Option<&'c Draft>) -> Self {
        Self { draft, ..self }
    }

    /// The connection itself.
    pub(super) fn connection(&self) -> &'c Connection {
        self.connection
    }

    /// Starts a transaction that will write: nobody else can then come between.
    pub(super) fn begin_write(&self) -> Result<()> {
        self.kept.set(false);
        self.run("BEGIN IMMEDIATE")
    }

    /// Starts a transaction that reads. Its snapshot is that of its first statement.
    pub(super) fn begin_read(&self) -> Result<()> {
        self.run("BEGIN")
    }

    /// Goes on with a transaction in which the writes of others are kept, and notes what is written from now on.
    pub(super) fn go_on_noting(&self, noting: Noting) {
        self.kept.set(true);
        self.noting.set(noting);
    }

    /// Notes nothing more, and forgets what is still deferred.
    pub(super) fn end_noting(&self) {
        self.noting.set(Noting::No);
        self.deferred.forget();
    }

    /// Starts a job inside the transaction.
    pub(super) fn start_job(&self, isolation: Isolation) {
        self.job.set(match isolation {
            Isolation::Shared => Job::Shared { wrote: false },
            Isolation::Apart => Job::Clean,
        });
    }

    /// Ends a job whose writes are to be kept.
    pub(super) fn keep_job(&self) -> Result<()> {
        match self.job.replace(Job::Clean) {
            Job::Clean | Job::Shared { wrote: false } => return Ok(()),
            Job::Shared { wrote: true } => {}
            Job::Saved => self.run("RELEASE job")?,
        }
        self.kept.set(true);
        Ok(())
    }

    /// Ends a job whose writes are to be undone.
    pub(super) fn undo_job(&self) -> Result<Undone> {
        match self.job.replace(Job::Clean) {
            Job::Clean | Job::Shared { wrote: false } => {}
            Job::Shared { wrote: true } if self.kept.get() => return Ok(Undone::NotAlone),
            Job::Shared { wrote: true } => self.run("ROLLBACK").and_then(|()| self.begin_write())?,
            Job::Saved => self.run("ROLLBACK TO job").and_then(|()| self.run("RELEASE job"))?,
        }
        Ok(Undone::Yes)
    }

    /// Whether the transaction is gone: SQLite ends it by itself after some errors.
    pub(super) fn is_lost(&self) -> bool {
        self.connection.is_autocommit()
    }

    /// Whether an error was met after which the store must stop.
    pub(super) fn is_broken(&self) -> bool {
        self.broken.get()
    }

    /// Whether there is anything to commit.
    pub(super) fn has_kept(&self) -> bool {
        self.kept.get()
    }

    /// Commits. After an error of writing or syncing the result is not known.
    pub(super) fn commit(&self) -> Result<()> {
        self.run("COMMIT").map_err(|fault| {
            if self.is_broken() { Fault::new(FaultKind::OutcomeUnknown, fault.message) } else { fault }
        })
    }

    /// Ends the transaction without keeping anything, if there still is one.
    pub(super) fn roll_back(&self) -> Result<()> {
        if self.is_lost() { Ok(()) } else { self.run("ROLLBACK") }
    }

    fn run(&self, sql: &'static str) -> Result<()> {
        self.with(sql, |statement| statement.raw_execute().map(drop))
    }

    /// Without a transaction each statement would be one of its own.
    fn check_open(&self) -> Result<()> {
        if self.is_lost() {
            Err(Fault::new(FaultKind::StoreBusy, "the transaction was lost"))
        } else {
            Ok(())
        }
    }

    /// Opens the savepoint of a job that is to be kept apart, at its first write.
    fn before_write(&self) -> Result<()> {
        self.check_open()?;
        if self.job.get() == Job::Clean {
            self.run("SAVEPOINT job")?;
            self.job.set(Job::Saved);
        }
        Ok(())
    }

    /// Notes that the job changed rows, and how. An insert that met a taken name changes none.
    fn after_write(&self, sql: &'static str, values: &[Value<'_>], rows: usize) {
        if rows == 0 {
            return;
        }
        if let Some(draft) = self.draft.filter(|_| self.noting.get() != Noting::No) {
            draft.note(sql, values, rows);
        }
        self.mark_written();
    }

    /// The transaction is not any more what it was before the job.
    fn mark_written(&self) {
        if self.job.get() == (Job::Shared { wrote: false }) {
            self.job.set(Job::Shared { wrote: true });
        }
    }

    /// Does something with a prepared statement and explains what went wrong.
    fn with<T>(
        &self,
        sql: &'static str,
        run: impl FnOnce(&mut Statement<'c>) -> rusqlite::Result<T>,
    ) -> Result<T> {
        self.raw(sql, run).map_err(|error| self.fault(&error, sql))
    }

    fn raw<T>(
        &self,
        sql: &'static str,
        run: impl FnOnce(&mut Statement<'c>) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<T> {
        // Taken out while it runs, so that a statement may run inside the rows of another.
        let mut statement = match self.take(sql) {
            Some(statement) => statement,
            None => self.connection.prepare_cached(sql)?,
        };
        let result = run(&mut statement);
        self.statements.borrow_mut().push((sql, statement));
        result
    }

    fn change(&self, sql: &'static str, values: &[Value<'_>]) -> rusqlite::Result<usize> {
        self.raw(sql, |statement| {
            bind(statement, values)?;
            statement.raw_execute()
        })
    }

    fn take(&self, sql: &'static str) -> Option<CachedStatement<'c>> {
        let mut statements = self.statements.borrow_mut();
        let place = statements.iter().rposition(|(text, _)| std::ptr::eq(*text, sql))?;
        Some(statements.remove(place).1)
    }

    fn fault(&self, error: &rusqlite::Error, sql: &str) -> Fault {
        if error::severity(error) == Severity::Broken {
            self.broken.set(true);
        }
        error::fault(error, self.place, sql)
    }
}

impl Sql for Session<'_> {
    fn execute(&self, sql: &'static str, values: &[Value<'_>]) -> Result<usize> {
        self.before_write()?;
        self.catch_up_for(sql)?;
        match self.change(sql, values) {
            Ok(rows) => {
                self.after_write(sql, values, rows);
                Ok(rows)
            }
            // It may refer to a row that is deferred.
            Err(error) if breaks_rule(&error) && !self.deferred.is_empty() => {
                self.catch_up()?;
                self.execute(sql, values)
            }
            Err(error) => Err(self.fault(&error, sql)),
        }
    }

    fn attempt(&self, sql: &'static str, values: &[Value<'_>]) -> Result<Attempt> {
        self.before_write()?;
        self.catch_up()?;
        match self.change(sql, values) {
            Ok(rows) => {
                self.after_write(sql, values, rows);
                Ok(Attempt::Done(rows))
            }
            Err(error) => forbidden(&error).ok_or_else(|| self.fault(&error, sql)),
        }
    }

    fn defer(&self, sql: &'static str, values: &[Value<'_>], rows: usize) -> Result<bool> {
        // What a deletion takes along is in other tables.
        if self.noting.get() != Noting::Deferring || sql.starts_with("DELETE ") {
            return Ok(self.execute(sql, values)? == rows);
        }
        self.before_write()?;
        self.deferred.add(sql, values, rows);
        Ok(true)
    }

    fn query(
        &self,
        sql: &'static str,
        values: &[Value<'_>],
        row: &mut dyn FnMut(Columns<'_>) -> Result<()>,
    ) -> Result<()> {
        self.catch_up_for(sql)?;
        let mut refused = Ok(());
        self.with(sql, |statement| {
            debug_assert!(statement.readonly(), "`{sql}` changes something and is not noted");
            bind(statement, values)?;
            let mut rows = statement.raw_query();
            while let Some(found) = rows.next()? {
                refused = row(Columns::new(&Found { row: found, sql, place: self.place }));
                if refused.is_err() {
                    break;
                }
            }
            Ok(())
        })?;
        refused
    }
}

/// A row that SQLite found.
struct Found<'r, 's> {
    row: &'r rusqlite::Row<'s>,
    sql: &'static str,
    place: &'r str,
}

impl Row for Found<'_, '_> {
    fn value(&self, column: usize) -> Result<Value<'_>> {
        let value = self.row.get_ref(column).map_err(|error| error::fault(&error, self.place, self.sql))?;
        match value {
            ValueRef::Null => Ok(Value::Null),
            ValueRef::Integer(number) => Ok(Value::Int(number)),
            ValueRef::Blob(bytes) => Ok(Value::Bytes(bytes)),
            ValueRef::Text(bytes) => {
                std::str::from_utf8(bytes).map(Value::Text).map_err(|_| self.damaged(column))
            }
            ValueRef::Real(_) => Err(self.damaged(column)),
        }
    }

    fn statement(&self) -> &'static str {
        self.sql
    }
}

impl Found<'_, '_> {
    fn damaged(&self, column: usize) -> Fault {
        Fault::internal(format!("{}: column {} of `{}` is damaged", self.place, column + 1, self.sql))
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match *self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

pub(super) fn bind(statement: &mut Statement<'_>, values: &[Value<'_>]) -> rusqlite::Result<()> {
    debug_assert_eq!(statement.parameter_count(), values.len());
    (1..).zip(values).try_for_each(|(place, value): (usize, _)| statement.raw_bind_parameter(place, value))
}

/// Whether a constraint forbade something.
pub(super) fn breaks_rule(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation)
}

/// What a constraint said, if it was one that a caller expects.
fn forbidden(error: &rusqlite::Error) -> Option<Attempt> {
    match error.sqlite_error()?.extended_code {
        ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY => Some(Attempt::Taken),
        // RESTRICT is carried out as a trigger and says so.
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY | ffi::SQLITE_CONSTRAINT_TRIGGER => Some(Attempt::InUse),
        _ => None,
    }
}

/// Room for the statements of nearly every command.
const USUAL: usize = 32;
