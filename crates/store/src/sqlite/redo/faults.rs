//! What errors mean while there is a redo log: which pass, and which stop the store.

use std::io;

use engine::{Fault, FaultKind};

use super::Redo;
use super::replay::Stuck;
use crate::sqlite::error::{self, Severity};

impl Redo {
    /// What an error of SQLite means; a bad one stops the store.
    pub(super) fn fault(&self, error: &rusqlite::Error, sql: &str) -> Fault {
        let fault = error::fault(error, &self.database.display().to_string(), sql);
        if error::severity(error) == Severity::Broken {
            self.stop.now(&fault.message);
        }
        fault
    }

    /// What was answered cannot be brought back now; if that is no passing trouble, only a new start may try again.
    pub(super) fn stuck(&self, stuck: &Stuck) -> Fault {
        match stuck {
            Stuck::Database(error) if error::severity(error) == Severity::Passing => {
                self.fault(error, "what the redo log holds")
            }
            stuck => self.stopped(&format!("{}: {stuck}", self.database.display())),
        }
    }

    /// Why a frame is not in the log.
    pub(super) fn unwritten(&self, error: &io::Error) -> String {
        format!("{} could not be written: {error}", self.path.display())
    }

    /// Stops the store.
    pub(super) fn stopped(&self, reason: &str) -> Fault {
        self.stop.now(reason);
        Fault::new(FaultKind::StoreStopped, reason)
    }
}

/// Whether the command is there after the next start cannot be told.
pub(super) fn unknown(reason: &str) -> Fault {
    Fault::new(FaultKind::OutcomeUnknown, reason)
}
