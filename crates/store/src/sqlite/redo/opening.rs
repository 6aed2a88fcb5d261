//! Bringing a database up to what its log holds, when it is opened.

use std::io;
use std::path::Path;

use rusqlite::Connection;

use super::log;
use super::replay::{Frames, Mark, Stuck};

/// Everything that stands in the log of a database; `None` if it has none.
pub(crate) fn read_log(database: &Path) -> io::Result<Option<Vec<u8>>> {
    log::load(&log::beside(database))
}

/// Does in a database that nobody writes what its log holds beyond it, and marks that it needs the log no more. All of
/// that or nothing. An empty file in place of the log gives up what stood there.
pub(in crate::sqlite) fn complete(connection: &Connection, log: Option<&[u8]>) -> Result<(), Stuck> {
    let Some(frames) = Frames::of(connection, log.unwrap_or_default())? else { return Ok(()) };
    match log {
        None => return Err(Stuck::Missing),
        Some([]) => {}
        Some(_) => frames.check_reach()?,
    }
    frames.catch_up(connection)
}

/// Whether a database went on to another epoch of its log since it was copied.
pub(crate) fn went_on(database: &Connection, copy: &Connection) -> rusqlite::Result<bool> {
    Ok(Mark::read(database)?.epoch != Mark::read(copy)?.epoch)
}
