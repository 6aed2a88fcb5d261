//! The schema that the migrations make is the one that was committed.

use rusqlite::Connection;

use super::Place;

/// Run with `UPDATE_SCHEMA=1` after adding a migration, and commit the difference.
#[test]
fn the_schema_is_the_one_on_record() {
    let place = Place::new();
    drop(place.open());
    let found = dump(&Connection::open(place.file()).unwrap());
    let record = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/sqlite.sql");
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(record, &found).unwrap();
    }
    assert_eq!(found, std::fs::read_to_string(record).unwrap());
}

#[test]
fn the_file_of_the_first_version_becomes_the_same_and_keeps_its_lines() {
    let place = Place::new();
    let old = Connection::open(place.file()).unwrap();
    old.execute_batch(include_str!("../../../migrations/sqlite/0001_foundation.sql")).unwrap();
    old.execute_batch("PRAGMA user_version = 1; PRAGMA application_id = 0x43484359").unwrap();
    old.execute_batch(&line(1, "bank")).unwrap();
    drop(old);

    drop(place.open());
    let new = Connection::open(place.file()).unwrap();
    let record = include_str!("../../../schema/sqlite.sql");
    assert_eq!(dump(&new), record);
    for book in ["revenue", "tax"] {
        new.execute_batch(&line(2, book)).unwrap();
        new.execute_batch("DELETE FROM ledger WHERE id = 2").unwrap();
    }
    assert!(new.execute_batch(&line(2, "mattress")).is_err(), "no such book");
    let sound: String = new.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    let lines: i64 = new.query_row("SELECT COUNT(*) FROM ledger", [], |row| row.get(0)).unwrap();
    assert_eq!((sound.as_str(), lines), ("ok", 1));
}

fn line(id: i64, book: &str) -> String {
    format!(
        "INSERT INTO ledger (id, operation, at, kind, from_book, to_book, amount, currency, years) \
         VALUES ({id}, {id}, 0, 'deposit', '{book}', '{book}', 1, 'EUR', 0)"
    )
}

fn dump(connection: &Connection) -> String {
    let mut statement = connection
        .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY tbl_name, type DESC, name")
        .unwrap();
    let parts: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    format!("-- Made by the migrations, version {version}. Do not edit.\n\n{};\n", parts.join(";\n\n"))
}
