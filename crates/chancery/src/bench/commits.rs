//! How often a database was committed, told from outside the process that does it.

use std::ffi::OsString;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Reads the number of commits of an SQLite database in WAL mode, also while another process writes it.
///
/// SQLite keeps a count of transactions in the header of the wal-index, the file beside the database whose name ends
/// in `-shm`: `iChange`, a number of 32 bits in the machine's byte order at offset 8 (see the SQLite documentation on the
/// WAL-mode file format). With `synchronous=FULL` each of them is one fsync of the log, and checkpoints do not count.
#[derive(Debug)]
pub(super) struct CommitCounter(PathBuf);

impl CommitCounter {
    /// For a database file.
    pub(super) fn of(database: &Path) -> Self {
        let mut name = OsString::from(database);
        name.push("-shm");
        Self(name.into())
    }

    /// The count now; only differences mean something, and it may start anew when the server does.
    pub(super) fn read(&self) -> Option<u32> {
        let mut header = [0; 12];
        File::open(&self.0).ok()?.read_exact(&mut header).ok()?;
        header.last_chunk().copied().map(u32::from_ne_bytes)
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;

    #[test]
    fn commits_are_counted_and_reads_and_checkpoints_are_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("some.sqlite");
        let writer = Connection::open(&path).unwrap();
        writer.pragma_update(None, "journal_mode", "WAL").unwrap();
        writer.execute_batch("CREATE TABLE t (a)").unwrap();
        let counter = CommitCounter::of(&path);
        let before = counter.read().unwrap();
        for _ in 0..7 {
            writer
                .execute_batch("BEGIN; INSERT INTO t VALUES (1); INSERT INTO t VALUES (2); COMMIT")
                .unwrap();
        }
        writer.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
        writer.query_row("SELECT COUNT(*) FROM t", [], |_| Ok(())).unwrap();
        assert_eq!(counter.read().unwrap().wrapping_sub(before), 7);
    }

    #[test]
    fn without_a_database_there_is_no_count() {
        assert_eq!(CommitCounter::of(Path::new("/nonexistent/some.sqlite")).read(), None);
    }
}
