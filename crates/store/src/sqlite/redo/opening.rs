//! Bringing a database, or a copy of one, up to what its log holds.

use std::io;
use std::path::Path;

use rusqlite::Connection;

use super::log;
use super::replay::{self, Mark, Stuck};

/// Everything that stands in the log of a database; `None` if it has none.
pub(crate) fn read_log(database: &Path) -> io::Result<Option<Vec<u8>>> {
    log::load(&log::beside(database))
}

/// Does in a database that nobody writes what its log holds beyond it, and marks that it needs the log no more. All of
/// that or nothing.
pub(in crate::sqlite) fn complete(
    connection: &Connection,
    log: Option<&[u8]>,
) -> std::result::Result<(), Stuck> {
    let mark = Mark::read(connection)?;
    if let Some(log) = log.filter(|log| !log.is_empty()) {
        replay::check_reaches(log, mark)?;
    }
    catch_up(connection, log)
}

/// As [`complete`], in a copy of a database that may be in use. The log has to be read before the database: it may be
/// behind the copy then, and what it holds beyond it stands on nothing that the copy has not.
pub(crate) fn catch_up(connection: &Connection, log: Option<&[u8]>) -> std::result::Result<(), Stuck> {
    let mark = Mark::read(connection)?;
    if mark == Mark::NONE {
        return Ok(());
    }
    let log = log.ok_or(Stuck::Missing)?;
    // What a deletion takes along it has to take along again.
    connection.pragma_update(None, "foreign_keys", true)?;
    let transaction = connection.unchecked_transaction()?;
    let count = replay::replay(connection, log, mark)?;
    Mark::NONE.write(connection)?;
    transaction.commit()?;
    if count > 0 {
        tracing::info!(commands = count, "what was answered last is done again from the redo log");
    }
    Ok(())
}

/// Whether a log has all the frames that a copy of its database was brought up to.
///
/// # Errors
/// It cannot be read; while it is in use, that may be different the next time.
pub(crate) fn reaches(copy: &Connection, log: Option<&[u8]>) -> std::result::Result<bool, Stuck> {
    let mark = Mark::read(copy)?;
    let Some(log) = log.filter(|_| mark != Mark::NONE) else { return Ok(mark == Mark::NONE) };
    Ok(replay::count(log, mark)? >= mark.applied)
}

/// Whether a database went on to another epoch of its log since it was copied.
pub(crate) fn went_on(database: &Connection, copy: &Connection) -> rusqlite::Result<bool> {
    Ok(Mark::read(database)?.epoch != Mark::read(copy)?.epoch)
}
