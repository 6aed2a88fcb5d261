//! The redo log: lets the answer to a lone command stand on one small write instead of a commit.
//!
//! ```text
//!   command 1   run, frame 1 on disk, answered
//!   command 2   run, frame 2 on disk, answered      the transaction stays open; see `session/deferred` as well
//!   ...
//!   a query, a group, a chore, 64 commands, 20 ms: COMMIT, together with "has frame 2"
//! ```
//!
//! A commit writes every page that a command touched, to the write-ahead log; the frame holds only what it said: its
//! statements and their values. Commands that come alone are therefore kept in one open transaction, and each is
//! answered when its frame is on disk. One that is refused after it wrote takes the transaction with it; what is held
//! is then done again from the log, and those that come next are kept apart by savepoints for a while, as in groups.
//! Whoever has to see what is held gets it committed first. Commands that come in groups
//! are committed as ever (see `group`), after what is held: so the frames after the last commit always stand on
//! exactly that commit.
//!
//! The row of `redo` says in the transaction itself up to which frame the database has the log; frames after that are
//! done again when the file is opened, or copied. An epoch is one filling of the log: it begins when everything before
//! it is on disk in the database, under a number drawn at random, so that a log never fits another database.

mod epoch;
mod faults;
mod frame;
mod log;
mod opening;
mod replay;

use std::cell::{Cell, RefCell};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crossbeam_channel::Sender;
use engine::ports::store::Result;
use engine::{Fault, FaultKind};
use rusqlite::Connection;

use super::delivery::Delivery;
use super::stop::Stop;
use faults::unknown;
pub(super) use frame::{Done, Draft, put_rest, rest_of};
use log::{Log, LogFile, Unwritten};
pub(super) use opening::complete;
pub(crate) use opening::{read_log, went_on};
pub(crate) use replay::{Frames, Stuck};

/// What keeps the log of a database that is being written.
pub(super) struct Redo {
    database: PathBuf,
    path: PathBuf,
    /// The write-ahead log, to be synced before the log may be written over.
    wal: Arc<File>,
    stop: Arc<Stop>,
    draft: Draft,
    /// The log's file between two epochs.
    file: RefCell<Option<LogFile>>,
    /// `None` before the first epoch.
    log: RefCell<Option<Log>>,
    /// For how many commands more no log is begun, as there was no room for it.
    without: Cell<u32>,
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
    /// So many, which stand in the log alone: the transaction is gone.
    Lost(u64),
}

/// How a command is made durable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seal {
    /// Its frame is on disk.
    Logged,
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
            without: Cell::new(0),
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
    pub(super) fn is_readable(&self, connection: &Connection) -> bool {
        self.notice_loss(connection);
        !matches!(self.held.get(), Held::Lost(_))
    }

    /// Begins the transaction of a lone command, or goes on with the one that is open.
    pub(super) fn begin(&self, connection: &Connection) -> Result<()> {
        self.draft.forget();
        self.recall(connection)?;
        if self.is_due() {
            // Its commit failed before: on a full disk no more is taken on.
            self.settle(connection)?;
        }
        if self.held.get() != Held::Nothing {
            return Ok(());
        }
        let is_over = self.log.borrow().as_ref().is_none_or(Log::is_nearly_full);
        let without = self.without.replace(self.without.get().saturating_sub(1));
        if is_over && without == 0 {
            self.begin_epoch(connection)?;
        }
        self.run(connection, "BEGIN IMMEDIATE")?;
        self.held.set(Held::Open(0));
        Ok(())
    }

    /// Has the frame of a command on disk that is to be kept, as the last thing before it is; and meanwhile what the
    /// command put off done.
    ///
    /// # Errors
    /// It certainly is not there, or nobody knows, and the store is stopped.
    pub(super) fn seal(&self, delivery: &Delivery, meanwhile: impl FnOnce() -> Result<()>) -> Result<Seal> {
        self.go_on()?;
        let mut log = self.log.borrow_mut();
        let Some(log) = log.as_mut().filter(|log| log.has_room_for(&self.draft)) else {
            return meanwhile().map(|()| Seal::Commit);
        };
        match delivery.writing_through(|| log.append(&self.draft, meanwhile)) {
            Ok(()) => {
                self.draft.accept();
                Ok(Seal::Logged)
            }
            Err(Unwritten::Void(fault)) => Err(fault),
            Err(Unwritten::Nothing(error)) => Err(Fault::new(FaultKind::StoreBusy, self.unwritten(&error))),
            Err(Unwritten::Unknown(error)) => {
                let reason = self.unwritten(&error);
                self.stop.now(&reason);
                Err(unknown(&reason))
            }
        }
    }

    /// Counts a command whose frame is on disk, and which is kept in the transaction.
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
        if self.held.get() == Held::Open(0) {
            self.held.set(Held::Nothing);
            return self.roll_back(connection);
        }
        self.recall(connection)
    }

    /// Commits what is held, if anything is, so that everybody can read it.
    ///
    /// # Errors
    /// It could not be committed. It still is in the log, and in the connection's transaction if
    /// [`Self::is_readable`].
    pub(super) fn settle(&self, connection: &Connection) -> Result<()> {
        self.recall(connection)?;
        if self.held.get() == Held::Nothing {
            self.holds.store(false, Ordering::Release);
            return Ok(());
        }
        self.go_on()?;
        self.commit(connection)
    }

    /// Commits the open transaction.
    pub(super) fn commit(&self, connection: &Connection) -> Result<()> {
        if connection.is_autocommit() {
            // The mark by itself would say that the database has what it has not.
            self.recall(connection)?;
            return Err(Fault::new(FaultKind::StoreBusy, "the transaction was lost"));
        }
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
    pub(super) fn lose(&self, connection: &Connection) -> Result<()> {
        self.roll_back(connection)?;
        self.recall(connection)
    }

    /// SQLite ends a transaction by itself after some errors, also of reading.
    fn notice_loss(&self, connection: &Connection) {
        if let Held::Open(count) = self.held.get()
            && connection.is_autocommit()
        {
            self.held.set(if count == 0 { Held::Nothing } else { Held::Lost(count) });
        }
    }

    /// Brings back what is in the log alone.
    fn recall(&self, connection: &Connection) -> Result<()> {
        self.notice_loss(connection);
        let Held::Lost(count) = self.held.get() else { return Ok(()) };
        self.run(connection, "BEGIN IMMEDIATE")?;
        match self.replay(connection, count) {
            Ok(()) => {
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

    fn replay(&self, connection: &Connection, count: u64) -> std::result::Result<(), Stuck> {
        let log = self.log.borrow();
        let log = log.as_ref().ok_or(Stuck::Missing)?;
        let written = log.read_back().map_err(|error| Stuck::Unreadable(error.to_string()))?;
        // While there is a log, the database has a mark.
        let frames = Frames::of(connection, &written)?.ok_or(Stuck::Missing)?;
        match frames.replay(connection)? {
            replayed if replayed == count => Ok(()),
            replayed => Err(Stuck::Strange(format!("it has {replayed} commands instead of {count}"))),
        }
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
}

/// Commands held in one transaction. More would save little, and a query would have to wait longer for their commit.
const MOST_HELD: u64 = 64;
