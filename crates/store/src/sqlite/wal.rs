//! Keeps the write-ahead log short without making commits wait.
//!
//! The checkpointer thread copies pages from the log into the file while the writer goes on. The log can only start
//! anew, though, when nothing in it is left to copy, and under steady load the writer is always a little ahead. So
//! once the log is long and the checkpointer has all but caught up, the writer copies the little rest between two
//! groups; its next transaction then starts at the log's beginning, which also spares the file system from growing it.

use std::cell::Cell;

use crossbeam_channel::Sender;
use rusqlite::Connection;

use super::connection;

/// The writer's view of the log.
pub(super) struct Wal {
    /// Wakes the checkpointer.
    checkpointer: Sender<()>,
    /// The most the writer's cache may grow to, in bytes.
    cache: u64,
    /// How many rows the connection had changed when the log was last looked at.
    seen: Cell<u64>,
}

/// How long the log is, in frames: one changed page each.
#[derive(Clone, Copy, Debug)]
pub(super) struct Length {
    /// Frames in the log.
    pub(super) all: i64,
    /// Of these, not yet copied into the file.
    pub(super) pending: i64,
}

impl Wal {
    pub(super) fn new(checkpointer: Sender<()>, cache: u64) -> Self {
        Self { checkpointer, cache, seen: Cell::new(0) }
    }

    /// Looks at the log every hundred changed rows, and has it copied when it is long.
    pub(super) fn after_commit(&self, connection: &Connection) {
        let changed = connection.total_changes();
        if changed.wrapping_sub(self.seen.get()) < LOOK_EVERY {
            return;
        }
        self.seen.set(changed);
        match checkpoint(connection, Mode::Look) {
            Ok(length) => self.shorten(connection, length),
            Err(error) => tracing::warn!(%error, "the length of the write-ahead log is not known"),
        }
    }

    fn shorten(&self, connection: &Connection, length: Length) {
        if length.pending > WORTH_COPYING {
            // A full channel means that the checkpointer is awake already.
            let _ = self.checkpointer.try_send(());
        }
        let caught_up = length.all > LONG && length.pending < LITTLE;
        if caught_up || length.all > TOO_LONG {
            // An error here is met again, and judged, by the checkpointer or the next commit.
            let _ = checkpoint(connection, Mode::Passive);
            let _ = fit_cache(connection, self.cache);
        }
    }
}

/// What to do with the log.
#[derive(Clone, Copy)]
pub(super) enum Mode {
    /// Only tell its length.
    Look,
    /// Copy what can be copied without waiting for anyone.
    Passive,
    /// Copy all and make the log empty; waits for readers.
    Truncate,
}

/// Copies pages from the log into the file, as far as the mode goes, and tells the length after.
pub(super) fn checkpoint(connection: &Connection, mode: Mode) -> rusqlite::Result<Length> {
    let sql = match mode {
        Mode::Look => "PRAGMA wal_checkpoint(NOOP)",
        Mode::Passive => "PRAGMA wal_checkpoint(PASSIVE)",
        Mode::Truncate => "PRAGMA wal_checkpoint(TRUNCATE)",
    };
    connection.prepare_cached(sql)?.query_row([], |row| {
        let (all, copied): (i64, i64) = (row.get(1)?, row.get(2)?);
        Ok(Length { all, pending: all - copied })
    })
}

/// Lets the cache grow with the file: a quarter of it, between a floor and the limit.
pub(super) fn fit_cache(connection: &Connection, limit: u64) -> rusqlite::Result<()> {
    let wanted = (connection::size(connection)? / 4).max(SMALLEST_CACHE);
    connection::limit_cache(connection, wanted.min(limit))
}

/// Changed rows between two looks. One row dirties a page or two, so the log grows by less than [`LITTLE`] meanwhile:
/// else it would hardly ever be seen that the checkpointer has all but caught up, and the log become far longer than it
/// has to be. What is written and read again and again should fit into a processor's caches.
const LOOK_EVERY: u64 = 100;
/// Frames (4 kB each) from which it is worth to wake the checkpointer: 4 MB.
const WORTH_COPYING: i64 = 1_000;
/// A log of 16 MB is long; one of 64 MB too long to wait for a good moment.
const LONG: i64 = 4_000;
const TOO_LONG: i64 = 16_000;
/// What the writer copies by itself without anybody noticing: 2 MB.
const LITTLE: i64 = 500;
const SMALLEST_CACHE: u64 = 4 << 20;
