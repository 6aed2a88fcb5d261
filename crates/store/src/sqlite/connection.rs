//! Opening connections: the settings that every one needs.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, Result};

/// A connection that writes a file.
pub(super) fn read_write(path: &Path) -> Result<Connection> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    settle(&connection)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    // Checkpoints are made off the commit path, and never by a mere close.
    connection.pragma_update(None, "wal_autocheckpoint", 0)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    // What a long reader made the log grow beyond, it gives back.
    connection.pragma_update(None, "journal_size_limit", LONGEST_LOG)?;
    Ok(connection)
}

/// Lets commits return before the log is on disk, because `delivery` syncs it before anything is answered.
///
/// What this setting still syncs is what the file's soundness hangs on: the log's header, and both files around a
/// checkpoint.
pub(super) fn leave_syncing_to_others(connection: &Connection) -> Result<()> {
    connection.pragma_update(None, "synchronous", "NORMAL")
}

/// Lets the last connection of a sound store leave one plain file behind.
pub(super) fn tidy_up_on_close(connection: &Connection) -> Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false).map(drop)
}

/// A connection that only reads a file.
pub(crate) fn read_only(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    settle(&connection)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    limit_cache(&connection, READER_CACHE)?;
    Ok(connection)
}

/// A database in memory.
pub(super) fn in_memory() -> Result<Connection> {
    let connection = Connection::open_in_memory()?;
    settle(&connection)?;
    connection.pragma_update(None, "journal_mode", "MEMORY")?;
    Ok(connection)
}

/// Sets how much memory a connection may keep pages in. It takes it as it needs it.
pub(super) fn limit_cache(connection: &Connection, bytes: u64) -> Result<()> {
    // SQLite's own convention: a negative number counts kibibytes instead of pages.
    connection.pragma_update(None, "cache_size", -(bytes / 1024).cast_signed())
}

/// The size of the database in bytes.
pub(super) fn size(connection: &Connection) -> Result<u64> {
    let pragma = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    Ok((pragma("page_count")? * pragma("page_size")?).unsigned_abs())
}

fn settle(connection: &Connection) -> Result<()> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.busy_timeout(BUSY)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // Savepoints keep what they may have to undo; in memory, or each costs a temporary file.
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    // The file may have been tampered with: believe nothing that its schema says, and look at cells before use.
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)
}

/// More than there are: none is ever prepared twice.
const STATEMENTS: usize = 256;

/// Only a backup tool or a curious operator can hold a lock; everything else here is one writer and its readers.
const BUSY: Duration = Duration::from_secs(2);

/// Bytes of the write-ahead log that are kept for the next round.
const LONGEST_LOG: i64 = 64 << 20;

/// Per reader. The operating system caches the file as well.
const READER_CACHE: u64 = 4 << 20;
