//! A bare SQLite: one row, one commit, one fsync.

use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;
use tokio::time::Instant;

use crate::bench::crew::Runner;
use crate::bench::session::OK;
use crate::bench::tally::Tally;

/// Inserts rows of 320 bytes into a table, each in a transaction of its own that is on disk when the next one begins:
/// write-ahead log, `synchronous=FULL`, everything else as SQLite has it.
pub(in crate::bench) struct Rows {
    connection: Connection,
}

impl Rows {
    /// A new database in this folder, which is to lie on the disk of the server's.
    ///
    /// # Errors
    /// What SQLite said.
    pub(in crate::bench) fn open(folder: &Path) -> anyhow::Result<Self> {
        let connection = Connection::open(folder.join("rows.sqlite"))?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.execute_batch("CREATE TABLE line (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT")?;
        Ok(Self { connection })
    }

    fn insert(&self) -> rusqlite::Result<()> {
        let mut statement = self.connection.prepare_cached("INSERT INTO line (body) VALUES (?1)")?;
        statement.execute([&BODY[..]]).map(drop)
    }
}

impl Runner for Rows {
    fn run(&mut self, time: Duration) -> Tally {
        let mut tally = Tally::default();
        let begun = Instant::now();
        let mut last = begun;
        while last < begun + time {
            if let Err(error) = self.insert() {
                tally.broke(&std::io::Error::other(error));
                break;
            }
            let ended = Instant::now();
            tally.answered(OK, ended - last, None);
            last = ended;
        }
        tally.elapsed = begun.elapsed();
        tally
    }
}

const BODY: [u8; 320] = [b'r'; 320];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_there_for_others() {
        let folder = tempfile::tempdir().unwrap();
        let mut rows = Rows::open(folder.path()).unwrap();
        let tally = rows.run(Duration::from_millis(50));
        assert!(tally.answers() > 0 && tally.failures.count == 0);
        let other = Connection::open(folder.path().join("rows.sqlite")).unwrap();
        let count: i64 = other.query_row("SELECT COUNT(*) FROM line", [], |row| row.get(0)).unwrap();
        assert_eq!(usize::try_from(count).unwrap(), tally.answers());
    }
}
