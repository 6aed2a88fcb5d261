//! What SQLite's errors mean: for someone who opens the store, and for a job.

use std::path::PathBuf;

use engine::{Fault, FaultKind};
use rusqlite::ffi;

/// Why a store could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another process (or another store in this one) has it open.
    #[error("the data in {} is in use by another running server", .0.display())]
    InUse(PathBuf),
    /// The file was written by a newer version of this program.
    #[error("the data in {} was written by a newer version; use that version or restore a backup", .0.display())]
    Newer(PathBuf),
    /// The file is a database of something else, or no database.
    #[error("{} is no database of this program: {reason}", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The file or its folder cannot be used.
    #[error("{} cannot be opened: {reason}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: std::io::Error,
    },
    /// The database refused.
    #[error("{} cannot be opened: {reason}", path.display())]
    Database {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// What was answered last stands in a log beside the file, and cannot be done again.
    #[error(
        "{} is not complete: {reason}. Put the file ending in -redo that was beside it back to its place, or restore a \
         backup; an empty file there gives up what only the log holds",
        path.display()
    )]
    Incomplete {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The operating system gave no random bytes or no thread.
    #[error("the system refused: {0}")]
    System(String),
}

/// What an error means for the transaction and for the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Severity {
    /// A full disk, a lock: it may be gone at the next try.
    Passing,
    /// Writing or syncing failed. What the disk holds now is not known; it must not be tried again as if good.
    Broken,
    /// Anything else: a damaged file, a bug.
    Other,
}

/// How severe an error is.
pub(super) fn severity(error: &rusqlite::Error) -> Severity {
    let Some(code) = error.sqlite_error().map(|error| error.extended_code) else { return Severity::Other };
    match code & 0xff {
        ffi::SQLITE_FULL | ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED | ffi::SQLITE_NOMEM => Severity::Passing,
        ffi::SQLITE_IOERR if READ_ERRORS.contains(&code) => Severity::Other,
        ffi::SQLITE_IOERR => Severity::Broken,
        _ => Severity::Other,
    }
}

/// The fault that a job hears of. `place` names the file, `sql` the statement; values are never told.
pub(super) fn fault(error: &rusqlite::Error, place: &str, sql: &str) -> Fault {
    let kind = match severity(error) {
        Severity::Passing => FaultKind::StoreBusy,
        Severity::Broken => FaultKind::StoreStopped,
        Severity::Other => FaultKind::Internal,
    };
    Fault::new(kind, format!("{place}: {error} in `{sql}`"))
}

/// Errors that say nothing about what was written before.
const READ_ERRORS: [i32; 2] = [ffi::SQLITE_IOERR_READ, ffi::SQLITE_IOERR_SHORT_READ];
