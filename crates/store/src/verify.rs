//! Looking for damage in a database file.

use std::path::Path;

use rusqlite::{Connection, Result};

use crate::sqlite::{self, OpenError};

/// Reads a whole database file, also while another process serves it, and lists what is wrong with it: pages that
/// make no sense, indexes that do not fit their tables, references to nothing. Empty means sound.
///
/// A value that was altered but is still well-formed is not found by this; for money there is the ledger's audit.
///
/// # Errors
/// [`OpenError`] when the file cannot be read at all.
pub fn verify_file(path: &Path) -> std::result::Result<Vec<String>, OpenError> {
    damage(path).map_err(|error| sqlite::explain(path, &error))
}

fn damage(path: &Path) -> Result<Vec<String>> {
    let connection = sqlite::read_only(path)?;
    let mut found = check(&connection, "PRAGMA integrity_check")?;
    found.retain(|line| line != "ok");
    found.extend(dangling(&connection)?);
    Ok(found)
}

fn check(connection: &Connection, pragma: &str) -> Result<Vec<String>> {
    connection.prepare(pragma)?.query_map([], |row| row.get(0))?.collect()
}

fn dangling(connection: &Connection) -> Result<Vec<String>> {
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let lines = statement.query_map([], |row| {
        let (child, parent): (String, String) = (row.get(0)?, row.get(2)?);
        Ok(format!("a row of {child} refers to none in {parent}"))
    })?;
    lines.collect()
}
