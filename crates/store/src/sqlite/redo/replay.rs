//! Doing again what a log holds.

use rusqlite::Connection;

use super::frame::{self, Line};
use crate::sqlite::session::bind;

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
    /// A statement did something else than the first time.
    #[error("its redo log does not belong to it: {0}")]
    Strange(String),
    /// The database refused.
    #[error("its redo log could not be carried out: {0}")]
    Database(#[from] rusqlite::Error),
}

/// Runs the statements of all frames that a database does not have yet, in its transaction. Answers how many frames
/// that were.
pub(super) fn replay(connection: &Connection, log: &[u8], mark: Mark) -> Result<u64, Stuck> {
    let frames = frame::read(log, mark.epoch).map_err(Stuck::Unreadable)?;
    let mut replayed = 0;
    for lines in frames.iter().skip(usize::try_from(mark.applied).unwrap_or(usize::MAX)) {
        lines.iter().try_for_each(|line| repeat(connection, line))?;
        replayed += 1;
    }
    Ok(replayed)
}

/// Looks whether a log has all the frames that its database was brought up to: else it was cut off, and there may have
/// been more.
pub(super) fn check_reaches(log: &[u8], mark: Mark) -> Result<(), Stuck> {
    let frames = count(log, mark)?;
    if frames >= mark.applied {
        return Ok(());
    }
    Err(Stuck::Unreadable(format!("it ends after frame {frames}, and the database has {}", mark.applied)))
}

/// How many frames a log has of the epoch of a mark.
pub(super) fn count(log: &[u8], mark: Mark) -> Result<u64, Stuck> {
    if mark == Mark::NONE {
        return Ok(0);
    }
    Ok(frame::read(log, mark.epoch).map_err(Stuck::Unreadable)?.len() as u64)
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
    bind(&mut statement, &line.values)?;
    match statement.raw_execute()? {
        rows if rows == line.rows => Ok(()),
        rows => strange(&format!("changes {rows} rows instead of {}", line.rows)),
    }
}
