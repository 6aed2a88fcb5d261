//! Doing again what a log holds.

use rusqlite::Connection;

use super::frame::{self, Line};
use crate::sqlite::session::{bind, breaks_rule};

/// Where a database stands in its log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Which frames are meant; 0 if it needs none.
    pub(super) epoch: i64,
    /// The last frame of the epoch that it has.
    pub(super) applied: u64,
}

impl Mark {
    /// Of a database that needs no log.
    pub(super) const NONE: Self = Self { epoch: 0, applied: 0 };

    /// Of a database; one from before there were logs needs none.
    pub(super) fn read(connection: &Connection) -> rusqlite::Result<Self> {
        let has_mark = "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'redo'";
        if connection.query_row(has_mark, [], |row| row.get::<_, i64>(0))? == 0 {
            return Ok(Self::NONE);
        }
        connection.query_row("SELECT epoch, applied FROM redo", [], |row| {
            Ok(Self { epoch: row.get(0)?, applied: row.get::<_, i64>(1)?.cast_unsigned() })
        })
    }

    /// Notes it in the transaction that brings the database there.
    pub(super) fn write(self, connection: &Connection) -> rusqlite::Result<()> {
        let mut statement = connection.prepare_cached("UPDATE redo SET epoch = $1, applied = $2")?;
        statement.execute((self.epoch, self.applied.cast_signed())).map(drop)
    }
}

/// Why what was answered cannot be done again.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Stuck {
    /// There is no log although there has to be one.
    #[error("its redo log is missing: what was answered last stands only there")]
    Missing,
    /// The log cannot be read.
    #[error("its redo log cannot be read: {0}")]
    Unreadable(String),
    /// A statement that was deferred could not be carried out.
    #[error("its redo log goes on behind a command that cannot be carried out: {0}")]
    Impossible(String),
    /// A statement did something else than the first time.
    #[error("its redo log does not belong to it: {0}")]
    Strange(String),
    /// The database refused.
    #[error("its redo log could not be carried out: {0}")]
    Database(#[from] rusqlite::Error),
}

/// The frames of a database's log, read once, and up to which of them the database has them.
pub(crate) struct Frames<'l> {
    frames: Vec<Vec<Line<'l>>>,
    applied: u64,
}

impl<'l> Frames<'l> {
    /// Those of the epoch in which a database stands; `None` if it needs no log. Nothing is a log without frames.
    pub(crate) fn of(connection: &Connection, log: &'l [u8]) -> Result<Option<Self>, Stuck> {
        let mark = Mark::read(connection)?;
        if mark == Mark::NONE {
            return Ok(None);
        }
        let frames = frame::read(log, mark.epoch).map_err(Stuck::Unreadable)?;
        Ok(Some(Self { frames, applied: mark.applied }))
    }

    /// Whether all are there that the database was brought up to.
    pub(crate) fn reach(&self) -> bool {
        self.frames.len() as u64 >= self.applied
    }

    /// The same, where they have to be: else the log was cut off, and there may have been more.
    pub(super) fn check_reach(&self) -> Result<(), Stuck> {
        if self.reach() {
            return Ok(());
        }
        let (found, applied) = (self.frames.len(), self.applied);
        Err(Stuck::Unreadable(format!("it ends after frame {found}, and the database has {applied}")))
    }

    /// Runs the statements of those that the database does not have yet, in its transaction. Answers how many frames
    /// that were.
    pub(super) fn replay(&self, connection: &Connection) -> Result<u64, Stuck> {
        let applied = usize::try_from(self.applied).unwrap_or(usize::MAX);
        let Some((last, rest)) = self.frames.get(applied..).and_then(<[_]>::split_last) else { return Ok(0) };
        rest.iter().flatten().try_for_each(|line| repeat(connection, line))?;
        let has_last = repeat_last(connection, last)?;
        Ok(rest.len() as u64 + u64::from(has_last))
    }

    /// Does what they hold beyond the database, and marks that it needs its log no more. All of that or nothing.
    pub(crate) fn catch_up(&self, connection: &Connection) -> Result<(), Stuck> {
        // What a deletion takes along it has to take along again.
        connection.pragma_update(None, "foreign_keys", true)?;
        let transaction = connection.unchecked_transaction()?;
        let count = self.replay(connection)?;
        Mark::NONE.write(connection)?;
        transaction.commit()?;
        if count > 0 {
            tracing::info!(commands = count, "what was answered last is done again from the redo log");
        }
        Ok(())
    }
}

/// Does the last frame again, or nothing of it if what it put off is impossible. Then it was so the first time: whoever
/// asked for it was refused, or heard nothing any more.
fn repeat_last(connection: &Connection, lines: &[Line<'_>]) -> Result<bool, Stuck> {
    connection.execute_batch("SAVEPOINT last")?;
    match lines.iter().try_for_each(|line| repeat(connection, line)) {
        Ok(()) => {
            connection.execute_batch("RELEASE last")?;
            Ok(true)
        }
        Err(Stuck::Impossible(what)) => {
            tracing::warn!(%what, "the redo log ends with a command that could not be carried out, and was not");
            connection.execute_batch("ROLLBACK TO last; RELEASE last")?;
            Ok(false)
        }
        Err(stuck) => Err(stuck),
    }
}

fn repeat(connection: &Connection, line: &Line<'_>) -> Result<(), Stuck> {
    let strange = |what: &str| Err(Stuck::Strange(format!("`{}` {what}", line.sql)));
    if !frame::is_change(line.sql) {
        return strange("is no change of rows");
    }
    let mut statement = connection.prepare_cached(line.sql)?;
    if statement.parameter_count() != line.values.len() {
        return strange("takes other values");
    }
    let otherwise = |what: &str| match line.is_deferred {
        true => Err(Stuck::Impossible(format!("`{}` {what}", line.sql))),
        false => strange(what),
    };
    bind(&mut statement, &line.values)?;
    match statement.raw_execute() {
        Ok(rows) if rows == line.rows => Ok(()),
        Ok(rows) => otherwise(&format!("changes {rows} rows instead of {}", line.rows)),
        Err(error) if line.is_deferred && breaks_rule(&error) => otherwise(&format!("ends with: {error}")),
        Err(error) => Err(error.into()),
    }
}
