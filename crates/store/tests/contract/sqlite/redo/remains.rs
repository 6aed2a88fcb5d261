//! What a killed process leaves of a database.

use std::fs;

use rusqlite::Connection;

use super::super::Place;

/// The files of a database at one moment.
#[derive(Clone)]
pub(super) struct Remains {
    pub(super) file: Vec<u8>,
    pub(super) wal: Vec<u8>,
    pub(super) log: Vec<u8>,
}

impl Remains {
    /// What would be left if the process were killed now. The log is taken last: nothing that it holds may be
    /// committed meanwhile without being in it.
    pub(super) fn of(place: &Place) -> Self {
        let [file, wal, log] = FILES.map(|name| fs::read(place.beside(name)).unwrap_or_default());
        Self { file, wal, log }
    }

    /// Makes these the files of a place.
    pub(super) fn put(&self, place: &Place) {
        let _ = fs::remove_file(place.beside("store.db-shm"));
        for (name, bytes) in FILES.into_iter().zip([&self.file, &self.wal, &self.log]) {
            fs::write(place.beside(name), bytes).unwrap();
        }
    }

    /// Behind the last byte that was written to the log.
    pub(super) fn log_end(&self) -> usize {
        self.log.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1)
    }
}

/// All rows of all tables, but for where the database stands in its log.
pub(super) fn dump(place: &Place) -> Vec<String> {
    let database = Connection::open(place.file()).unwrap();
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'redo' ORDER BY name";
    let tables: Vec<String> = strings(&database, tables);
    tables.iter().flat_map(|table| rows(&database, table)).collect()
}

fn rows(database: &Connection, table: &str) -> Vec<String> {
    let columns =
        strings(database, &format!("SELECT 'quote(' || name || ')' FROM pragma_table_info('{table}')"));
    let row = columns.join(" || ', ' || ");
    let mut rows = strings(database, &format!("SELECT '{table}: ' || {row} FROM {table}"));
    rows.sort();
    rows
}

fn strings(database: &Connection, sql: &str) -> Vec<String> {
    let mut statement = database.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

const FILES: [&str; 3] = ["store.db", "store.db-wal", "store.db-redo"];
