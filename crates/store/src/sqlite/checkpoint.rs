//! The thread that copies pages from the write-ahead log into the file.

use std::time::Duration;

use crossbeam_channel::Receiver;
use rusqlite::Connection;

use super::connection;
use super::error::{self, Severity};
use super::stop::Stop;
use super::wal::{self, Mode};

/// Copies whenever it is woken, until the channel is closed. It is the last of the store's threads to end.
pub(super) fn run(connection: &Connection, woken: &Receiver<()>, stop: &Stop) {
    for () in woken {
        if stop.fault().is_none() {
            copy(connection, stop);
        }
    }
    if stop.fault().is_none() {
        close(connection);
    }
}

fn copy(connection: &Connection, stop: &Stop) {
    let Err(error) = wal::checkpoint(connection, Mode::Passive) else { return };
    match error::severity(&error) {
        // Pages that were written but perhaps not synced: nothing may be built on them.
        Severity::Broken => stop.now(&format!("a checkpoint failed: {error}")),
        // A full disk. The log keeps everything; try again when there is more to copy, and not at once.
        Severity::Passing | Severity::Other => {
            tracing::warn!(%error, "a checkpoint failed and will be tried again");
            std::thread::sleep(PAUSE);
        }
    }
}

/// Lets the end of the connection leave one plain file behind. If that fails, the log stays, and with it everything.
fn close(connection: &Connection) {
    let tidied =
        wal::checkpoint(connection, Mode::Truncate).and_then(|_| connection::tidy_up_on_close(connection));
    if let Err(error) = tidied {
        tracing::warn!(%error, "the write-ahead log could not be emptied");
    }
}

const PAUSE: Duration = Duration::from_millis(500);
