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

fn dump(connection: &Connection) -> String {
    let mut statement = connection
        .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY tbl_name, type DESC, name")
        .unwrap();
    let parts: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    format!("-- Made by the migrations, version {version}. Do not edit.\n\n{};\n", parts.join(";\n\n"))
}
