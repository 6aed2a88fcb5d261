//! Epochs: from one beginning of the log's file to the next.

use std::io;

use engine::ports::store::Result;
use rusqlite::Connection;

use super::Redo;
use super::log::{Log, LogFile, Unwritten};
use super::replay::Mark;

impl Redo {
    /// Begins an epoch, if there is room for a log; else commands go on without.
    pub(super) fn begin_epoch(&self, connection: &Connection) -> Result<()> {
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
                self.without.set(WITHOUT_FOR);
                Ok(())
            }
            Err(error) => Err(self.stopped(&format!("{}: {error}", self.path.display()))),
        }
    }

    /// After this the log may be written over.
    pub(super) fn end_epoch(&self, connection: &Connection) -> Result<()> {
        if self.log.borrow().is_some() {
            self.mark(connection, Mark::NONE)?;
        }
        if let Some(log) = self.log.take() {
            self.file.replace(Some(log.end()));
        }
        Ok(())
    }

    fn begin_log(&self) -> io::Result<Log> {
        let file = match self.file.take() {
            Some(file) => file,
            None => LogFile::make(&self.path)?,
        };
        Log::begin(file, draw()?).map_err(|unwritten| match unwritten {
            Unwritten::Nothing(error) | Unwritten::Unknown(error) => error,
            Unwritten::Void(fault) => io::Error::other(fault),
        })
    }

    /// Commits a mark by itself, and has it on disk with all that was committed before it.
    fn mark(&self, connection: &Connection, mark: Mark) -> Result<()> {
        mark.write(connection).map_err(|error| self.fault(&error, "UPDATE redo"))?;
        self.wal
            .sync_data()
            .map_err(|error| self.stopped(&format!("the write-ahead log could not be synced: {error}")))
    }
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
/// Commands before it is tried again.
const WITHOUT_FOR: u32 = 1000;
