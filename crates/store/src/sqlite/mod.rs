//! The store on SQLite: one file, one writer, many readers.
//!
//! ```text
//!   command() --> queue --> writer thread: takes all that come, one transaction, one COMMIT
//!                           answers thread: one sync for all commits before it, then the end of each command
//!   command_here()          the same on the caller's thread, while there is nothing else to do
//!                           a command that is alone, here or there: one small write to the redo log, see `redo`
//!   query()   --> queue --> reader threads: a snapshot each, never wait for groups of commands
//!                           checkpointer thread: moves pages from the write-ahead log into the file
//! ```
//!
//! The queues are unbounded on purpose: a session hands over one job at a time and waits for its end, so the edges'
//! limits on sessions bound them already, and a bound here could only block a caller that must never block.
//!
//! In memory there is one connection; queries run on the writer thread, between groups of commands.

mod alone;
mod checkpoint;
mod connection;
mod delivery;
mod error;
mod group;
mod intake;
mod lock;
mod open;
mod options;
mod picture;
mod reader;
mod redo;
mod rhythm;
mod session;
mod stop;
mod threads;
mod wal;
mod writer;

pub use error::OpenError;
pub use options::{CommitGate, OnStop, Options};
pub use picture::Picture;

pub(crate) use connection::read_only;
#[cfg(test)]
pub(crate) use open::MIGRATIONS;
pub(crate) use open::explain;
pub(crate) use redo::{Frames, read_log, went_on};

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crossbeam_channel::Sender;
use engine::Fault;
use engine::ports::store::{CommandJob, Names, QueryJob, Store};

use crate::backup::{self, BackupError};
use crate::names::NameIndex;
use delivery::Delivery;
use lock::DataLock;
use stop::Stop;
use threads::Threads;
use writer::{Work, Writer};

/// The store on SQLite. Dropping it finishes what was handed over, then closes the file.
pub struct Sqlite {
    names: Arc<NameIndex>,
    stop: Arc<Stop>,
    delivery: Arc<Delivery>,
    path: Option<PathBuf>,
    /// Closed before the threads are joined: a closed queue is what ends a thread.
    work: Option<Sender<Work>>,
    /// Let go before the threads are joined: with the last holder the queues behind the writer are closed.
    writer: Option<Arc<Writer>>,
    /// `None` in memory, where the writer answers queries too.
    queries: Option<Sender<Box<dyn QueryJob>>>,
    readers: Threads,
    /// In the order in which they end: writer, answers, checkpointer.
    writers: Threads,
    /// Given back last.
    _lock: Option<DataLock>,
}

impl Sqlite {
    /// Opens a database file, creates it if there is none, and brings its schema up to date.
    ///
    /// # Errors
    /// [`OpenError`]: another process serves this file, it was written by a newer version, it is no such database,
    /// or the disk failed.
    pub fn open(path: &Path, options: Options) -> Result<Self, OpenError> {
        open::file(path, options)
    }

    /// Opens an empty database in memory.
    ///
    /// # Errors
    /// [`OpenError`], if there is no memory or no randomness.
    pub fn in_memory(options: Options) -> Result<Self, OpenError> {
        open::memory(options)
    }

    /// Copies the database to a new file while it is in use. The copy is what was committed at one moment.
    ///
    /// # Errors
    /// [`BackupError`]: the target exists already, there is no file to copy, or reading or writing failed.
    pub fn backup(&self, target: &Path) -> Result<(), BackupError> {
        let source = self.path.as_deref().ok_or(BackupError::NoFile)?;
        backup::backup_file(source, target)
    }

    /// How many times the log was synced to disk: with it, how many commands share a sync.
    pub fn syncs(&self) -> u64 {
        self.delivery.syncs()
    }

    /// Why the store stopped, if it did. It stops for good after an error that must not be retried.
    pub fn stopped(&self) -> Option<&Fault> {
        self.stop.fault()
    }
}

impl Store for Sqlite {
    fn names(&self) -> &dyn Names {
        &*self.names
    }

    fn command(&self, job: Box<dyn CommandJob>) {
        self.delivery.take_in();
        self.hand_over(Work::Command(job));
    }

    fn is_idle(&self) -> bool {
        self.delivery.is_idle()
    }

    fn command_here(&self, job: Box<dyn CommandJob>) {
        let left = match &self.writer {
            Some(writer) if self.delivery.take_in() => writer.write_here(job),
            _ => Some(job),
        };
        left.into_iter().for_each(|job| self.hand_over(Work::Command(job)));
    }

    fn query(&self, job: Box<dyn QueryJob>) {
        let Some(queries) = &self.queries else { return self.hand_over(Work::Query(job)) };
        if let Err(refused) = queries.send(job) {
            reader::refuse(refused.into_inner());
        }
    }
}

impl Sqlite {
    fn hand_over(&self, work: Work) {
        let Some(queue) = &self.work else { return writer::refuse(work) };
        if let Err(refused) = queue.send(work) {
            writer::refuse(refused.into_inner());
        }
    }
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        // The readers first: the last connection to close tidies up, and that has to be the checkpointer's.
        self.queries = None;
        self.readers.join();
        self.work = None;
        self.writer = None;
        self.writers.join();
    }
}
