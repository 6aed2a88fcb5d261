//! The redo log: lets the answer to a lone command stand on one small write instead of a commit.
//!
//! ```text
//!   command 1   run in a savepoint, frame 1 written and synced, answered
//!   command 2   run in a savepoint, frame 2 written and synced, answered      the transaction stays open
//!   ...
//!   a query, a group, a chore, 64 commands, 20 ms: COMMIT, together with "has frame 2"
//! ```
//!
//! A commit writes every page that a command touched, to the write-ahead log; the frame holds only what it said: its
//! statements and their values. Commands that come alone are therefore kept in one open transaction, and each is
//! answered when its frame is on disk. Whoever has to see them gets them committed first. Commands that come in groups
//! are committed as ever (see `group`), after what is held: so the frames after the last commit always stand on
//! exactly that commit.
//!
//! The row of `redo` says in the transaction itself up to which frame the database has the log; frames after that are
//! done again when the file is opened, or copied. An epoch is one filling of the log: it begins when everything before
//! it is on disk in the database, under a number drawn at random, so that a log never fits another database.

mod frame;
mod log;
mod replay;

use std::cell::{Cell, RefCell};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crossbeam_channel::Sender;
use engine::ports::store::Result;
use engine::{Fault, FaultKind};
use rusqlite::Connection;

use super::error::{self, Severity};
use super::stop::Stop;
pub(super) use frame::Draft;
use log::Log;
use replay::Mark;
pub(crate) use replay::Stuck;

/// What keeps the log of a database that is being written.
pub(super) struct Redo {
    database: PathBuf,
    path: PathBuf,
    /// The write-ahead log, to be synced before the log may be written over.
    wal: Arc<File>,
    stop: Arc<Stop>,
    draft: Draft,
    file: RefCell<Option<Arc<File>>>,
    /// `None` before the first epoch.
    log: RefCell<Option<Log>>,
    held: Cell<Held>,
    /// Whether something that was answered is not committed. Shared with the readers.
    holds: Arc<AtomicBool>,
    /// Tells the writer when that begins.
    tell: Sender<()>,
}

/// What is answered and not committed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Held {
    Nothing,
    /// So many commands, in the open transaction.
    Open(u64),
    /// It stands in the log alone: SQLite gave the transaction up.
    Lost,
}

/// How a command is made durable.
pub(super) enum Seal {
    /// Its frame is written; this file has to be synced.
    Logged(Arc<File>),
    /// Its frame does not fit, or there is no log: by a commit.
    Commit,
}

impl Redo {
    pub(super) fn new(
        database: &Path,
        wal: Arc<File>,
        stop: Arc<Stop>,
        (holds, tell): (Arc<AtomicBool>, Sender<()>),
    ) -> Self {
        Self {
            database: database.to_owned(),
            path: log::beside(database),
            wal,
            stop,
            draft: Draft::new(),
            file: RefCell::default(),
            log: RefCell::default(),
            held: Cell::new(Held::Nothing),
            holds,
            tell,
        }
    }

    /// Where the statements of a lone command are noted.
    pub(super) fn draft(&self) -> &Draft {
        &self.draft
    }

    /// Whether it is time to commit what is held.
    pub(super) fn is_due(&self) -> bool {
        matches!(self.held.get(), Held::Open(count) if count >= MOST_HELD)
    }

    /// Whether everything that was answered can be read in the connection's transaction, if not elsewhere.
    pub(super) fn is_readable(&self) -> bool {
        self.held.get() != Held::Lost
    }

    /// Begins the transaction of a lone command, or goes on with the one that is open.
    pub(super) fn begin(&self, connection: &Connection) -> Result<()> {
        self.recall(connection)?;
        if self.is_due() {
            // Its commit failed before: on a full disk no more is taken on.
            self.settle(connection)?;
        }
        if self.held.get() != Held::Nothing {
            return Ok(());
        }
        if self.log.borrow().as_ref().is_none_or(Log::is_nearly_full) {
            self.begin_epoch(connection)?;
        }
        self.run(connection, "BEGIN IMMEDIATE")?;
        self.held.set(Held::Open(0));
        Ok(())
    }

    /// Writes the frame of a command that is to be kept, as the last thing before it is.
    pub(super) fn seal(&self) -> Result<Seal> {
        let mut log = self.log.borrow_mut();
        let Some(log) = log.as_mut() else { return Ok(Seal::Commit) };
        match log.append(&self.draft) {
            Ok(true) => {
                self.draft.accept();
                Ok(Seal::Logged(Arc::clone(log.file())))
            }
            Ok(false) => Ok(Seal::Commit),
            Err(error) => Err(self.unwritten(&error)),
        }
    }

    /// Counts a command whose frame is written, and which is kept in the transaction.
    pub(super) fn hold(&self) {
        if let Held::Open(count) = self.held.get() {
            self.held.set(Held::Open(count + 1));
        }
        if !self.holds.swap(true, Ordering::AcqRel) {
            // A full channel means that the writer has not looked yet.
            let _ = self.tell.try_send(());
        }
    }

    /// Ends the transaction after a command that is not held, unless others are. Whatever it noted is forgotten.
    pub(super) fn let_go(&self, connection: &Connection) -> Result<()> {
        self.draft.forget();
        match self.held.get() {
            Held::Open(_) if connection.is_autocommit() => self.lose(connection),
            Held::Open(0) => {
                self.held.set(Held::Nothing);
                self.roll_back(connection)
            }
            _ => Ok(()),
        }
    }

    /// Commits what is held, if anything is, so that everybody can read it.
    ///
    /// # Errors
    /// It could not be committed. It still is in the log, and in the connection's transaction if
    /// [`Self::is_readable`].
    pub(super) fn settle(&self, connection: &Connection) -> Result<()> {
        if self.held.get() == Held::Nothing {
            return Ok(());
        }
        self.recall(connection)?;
        self.go_on()?;
        self.commit(connection)
    }

    /// Commits the open transaction.
    pub(super) fn commit(&self, connection: &Connection) -> Result<()> {
        let marked = self.log.borrow().as_ref().map_or(Ok(()), |log| log.mark().write(connection));
        match marked.and_then(|()| connection.execute_batch("COMMIT")) {
            Ok(()) => {
                self.held.set(Held::Nothing);
                self.holds.store(false, Ordering::Release);
                Ok(())
            }
            Err(error) => {
                let fault = self.fault(&error, "COMMIT");
                // Where that fails, it is tried again by whoever comes next.
                let _ = self.lose(connection);
                Err(if self.stop.fault().is_none() { fault } else { unknown(&fault.message) })
            }
        }
    }

    /// Makes that the database needs no log: everything is in it, and on disk.
    pub(super) fn close(&self, connection: &Connection) -> Result<()> {
        self.go_on()?;
        self.settle(connection)?;
        self.end_epoch(connection)
    }

    /// Removes the file of a log that is closed.
    pub(super) fn remove(&self) {
        if self.file.take().is_some()
            && let Err(error) = fs::remove_file(&self.path)
        {
            tracing::warn!(%error, path = %self.path.display(), "the redo log could not be removed");
        }
    }

    /// Nothing is committed any more once the store has stopped.
    fn go_on(&self) -> Result<()> {
        self.stop.fault().map_or(Ok(()), |fault| Err(fault.clone()))
    }

    /// Gives the open transaction up, if there still is one, and takes what was held from the log into a new one.
    fn lose(&self, connection: &Connection) -> Result<()> {
        self.roll_back(connection)?;
        let lost = if self.held.get() == Held::Open(0) { Held::Nothing } else { Held::Lost };
        self.held.set(lost);
        self.recall(connection)
    }

    fn recall(&self, connection: &Connection) -> Result<()> {
        if self.held.get() != Held::Lost {
            return Ok(());
        }
        self.run(connection, "BEGIN IMMEDIATE")?;
        match self.replay(connection) {
            Ok(count) => {
                self.held.set(Held::Open(count));
                Ok(())
            }
            Err(stuck) => {
                let fault = self.stuck(&stuck);
                self.roll_back(connection)?;
                Err(fault)
            }
        }
    }

    fn replay(&self, connection: &Connection) -> std::result::Result<u64, Stuck> {
        let log = read_log(&self.database).map_err(|error| Stuck::Unreadable(error.to_string()))?;
        let log = log.ok_or(Stuck::Missing)?;
        replay::replay(connection, &log, Mark::read(connection)?)
    }

    /// Begins an epoch, if there is room for a log; else commands go on without.
    fn begin_epoch(&self, connection: &Connection) -> Result<()> {
        self.end_epoch(connection)?;
        match self.begin_log() {
            Ok(log) => {
                self.mark(connection, log.mark())?;
                self.draft.begin_epoch();
                self.log.replace(Some(log));
                Ok(())
            }
            Err(error) if GONE_WITHOUT.contains(&error.kind()) => {
                let path = self.path.display();
                tracing::warn!(%error, %path, "there is no redo log, and single changes take longer");
                Ok(())
            }
            Err(error) => Err(self.stopped(&format!("{}: {error}", self.path.display()))),
        }
    }

    /// After this the log may be written over.
    fn end_epoch(&self, connection: &Connection) -> Result<()> {
        if self.log.borrow().is_some() {
            self.mark(connection, Mark::NONE)?;
        }
        self.log.replace(None);
        Ok(())
    }

    fn begin_log(&self) -> io::Result<Log> {
        let file = match self.file.take() {
            Some(file) => file,
            None => Arc::new(log::make(&self.path)?),
        };
        let log = Log::begin(Arc::clone(&file), draw()?)?;
        self.file.replace(Some(file));
        Ok(log)
    }

    /// Commits a mark by itself, and has it on disk with all that was committed before it.
    fn mark(&self, connection: &Connection, mark: Mark) -> Result<()> {
        mark.write(connection).map_err(|error| self.fault(&error, "UPDATE redo"))?;
        self.wal
            .sync_data()
            .map_err(|error| self.stopped(&format!("the write-ahead log could not be synced: {error}")))
    }

    fn roll_back(&self, connection: &Connection) -> Result<()> {
        if connection.is_autocommit() {
            return Ok(());
        }
        // No further transaction could begin.
        self.run(connection, "ROLLBACK").map_err(|fault| self.stopped(&fault.message))
    }

    fn run(&self, connection: &Connection, sql: &str) -> Result<()> {
        let ran = connection.prepare_cached(sql).and_then(|mut statement| statement.raw_execute());
        ran.map(drop).map_err(|error| self.fault(&error, sql))
    }

    /// What an error means, after which a frame is not written: nothing if the disk is full, all else the end.
    fn unwritten(&self, error: &io::Error) -> Fault {
        let reason = format!("{} could not be written: {error}", self.path.display());
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                Fault::new(FaultKind::StoreBusy, reason)
            }
            _ => {
                self.stop.now(&reason);
                unknown(&reason)
            }
        }
    }

    fn fault(&self, error: &rusqlite::Error, sql: &str) -> Fault {
        let fault = error::fault(error, &self.database.display().to_string(), sql);
        if error::severity(error) == Severity::Broken {
            self.stop.now(&fault.message);
        }
        fault
    }

    /// What was answered cannot be brought back now; if that is no passing trouble, only a new start may try again.
    fn stuck(&self, stuck: &Stuck) -> Fault {
        match stuck {
            Stuck::Database(error) if error::severity(error) == Severity::Passing => {
                self.fault(error, "what the redo log holds")
            }
            stuck => self.stopped(&format!("{}: {stuck}", self.database.display())),
        }
    }

    fn stopped(&self, reason: &str) -> Fault {
        self.stop.now(reason);
        Fault::new(FaultKind::StoreStopped, reason)
    }
}

/// Everything that stands in the log of a database; `None` if it has none.
pub(crate) fn read_log(database: &Path) -> io::Result<Option<Vec<u8>>> {
    log::load(&log::beside(database))
}

/// Does in a database that nobody writes what its log holds beyond it, and marks that it needs the log no more. All of
/// that or nothing.
pub(super) fn complete(connection: &Connection, log: Option<&[u8]>) -> std::result::Result<(), Stuck> {
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

fn unknown(reason: &str) -> Fault {
    Fault::new(FaultKind::OutcomeUnknown, reason)
}

/// A number for an epoch that no other has.
fn draw() -> io::Result<i64> {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes)?;
    Ok((i64::from_le_bytes(bytes) & i64::MAX).max(1))
}

/// Why there may be no log, and no harm in that.
const GONE_WITHOUT: [io::ErrorKind; 4] = [
    io::ErrorKind::StorageFull,
    io::ErrorKind::QuotaExceeded,
    io::ErrorKind::PermissionDenied,
    io::ErrorKind::ReadOnlyFilesystem,
];
/// Commands held in one transaction. More would save little, and a query would have to wait longer for their commit.
const MOST_HELD: u64 = 64;
