//! Copies of a database that is in use.

use std::error::Error;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use crate::sqlite::{self, Frames};

/// Why a backup was not made. Nothing is left behind then.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// There is something at the target already.
    #[error("{} exists already; a backup never overwrites", .0.display())]
    Exists(PathBuf),
    /// The database is in memory.
    #[error("a database in memory has no file to back up")]
    NoFile,
    /// The target cannot be written.
    #[error("{} cannot be written: {error}", path.display())]
    Io {
        /// Where.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// Reading or copying failed.
    #[error("the backup of {} failed: {reason}", path.display())]
    Database {
        /// What was to be copied.
        path: PathBuf,
        /// Why.
        reason: String,
    },
}

/// Copies a database file to a new file, also while another process serves it.
///
/// The copy has what was answered before it began, whatever is written meanwhile. It appears under its name only when
/// it is complete and on disk.
///
/// # Errors
/// [`BackupError`].
pub fn backup_file(source: &Path, target: &Path) -> Result<(), BackupError> {
    if target.exists() {
        return Err(BackupError::Exists(target.to_owned()));
    }
    let partial = copied(source, target)?;
    partial.finish(target).map_err(|error| BackupError::Io { path: target.to_owned(), error })
}

/// What was read of a log while it was being written may make no sense: then everything is read again.
fn copied(source: &Path, target: &Path) -> Result<Partial, BackupError> {
    let mut tries = 0;
    loop {
        tries += 1;
        let partial = Partial::create(target)?;
        match copy(source, &partial.0) {
            Ok(()) => return Ok(partial),
            Err(_) if tries < TRIES => {}
            Err(error) => {
                return Err(BackupError::Database { path: source.to_owned(), reason: error.to_string() });
            }
        }
    }
}

/// Copies page by page within one read transaction, so that writers neither disturb the copy nor wait for it. What was
/// answered and stands only in the redo log is then done again in the copy. Where the log was read before the writer
/// went on, it holds nothing that the copy has not.
fn copy(database: &Path, partial: &Path) -> Result<(), Box<dyn Error>> {
    // Before the snapshot: what is answered later may stand on commits that the snapshot does not have.
    let log = sqlite::read_log(database)?;
    let source = sqlite::read_only(database)?;
    source.execute_batch("BEGIN")?;
    source.query_row("SELECT COUNT(*) FROM sqlite_schema", [], |_| Ok(()))?;
    let mut target = Connection::open(partial)?;
    let backup = Backup::new(&source, &mut target)?;
    while backup.step(PAGES)? == StepResult::More {}
    drop(backup);
    // The header says "write-ahead log"; a copy at rest is one plain file.
    target.pragma_update(None, "journal_mode", "DELETE")?;
    let Some(frames) = Frames::of(&target, log.as_deref().unwrap_or_default())? else { return Ok(()) };
    if !frames.reach() {
        check_is_behind(database, &target)?;
    }
    Ok(frames.catch_up(&target)?)
}

/// Looks whether a log that ends before the copy was read too early for it. Else it is another's, or was cut off.
fn check_is_behind(database: &Path, copy: &Connection) -> Result<(), Box<dyn Error>> {
    let log = sqlite::read_log(database)?;
    let reaches = Frames::of(copy, log.as_deref().unwrap_or_default())?.is_none_or(|frames| frames.reach());
    if reaches || sqlite::went_on(&sqlite::read_only(database)?, copy)? {
        return Ok(());
    }
    let what = if log.is_some() { "is behind it: it was cut off, or is another's" } else { "is missing" };
    Err(format!("what was answered last stands only in its redo log, and that {what}").into())
}

/// A copy under way, under a name of its own. Removed unless it is finished.
struct Partial(PathBuf);

impl Partial {
    fn create(target: &Path) -> Result<Self, BackupError> {
        let mut name = target.as_os_str().to_owned();
        name.push(".partial");
        let path = PathBuf::from(name);
        match File::create_new(&path) {
            Ok(_) => Ok(Self(path)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(BackupError::Exists(path)),
            Err(error) => Err(BackupError::Io { path, error }),
        }
    }

    fn finish(self, target: &Path) -> io::Result<()> {
        File::open(&self.0)?.sync_all()?;
        // A link instead of a rename: it fails if someone else made the target meanwhile.
        fs::hard_link(&self.0, target)?;
        let folder =
            target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_file(&self.0) {
            tracing::warn!(%error, path = %self.0.display(), "an unfinished backup could not be removed");
        }
    }
}

/// A log that cannot be read is damaged, if it cannot be read this often.
const TRIES: u32 = 3;
/// Pages per step: a megabyte of reading between two looks at the clock of the scheduler.
const PAGES: i32 = 256;
