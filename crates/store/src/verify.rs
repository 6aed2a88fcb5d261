//! Looking for damage in a database file.

use std::path::Path;

use rusqlite::{Connection, Result};

use crate::sqlite::{self, OpenError};

/// Reads a whole database file, also while another process serves it, and lists what is wrong with it: pages that
/// make no sense, indexes that do not fit their tables, references to nothing, wrong counts of uses. Empty means sound.
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
    found.extend(miscounted(&connection, "contact", CONTACT_USES)?);
    found.extend(miscounted(&connection, "host", HOST_USES)?);
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

/// Counts of uses that are not those of the domains' own lists.
fn miscounted(connection: &Connection, kind: &str, sql: &str) -> Result<Vec<String>> {
    let mut statement = connection.prepare(sql)?;
    let lines = statement.query_map([], |row| {
        let id: i64 = row.get(0)?;
        Ok(format!("the uses of {kind} {id} are not those that the domains name"))
    })?;
    lines.collect()
}

/// Adds each count as it is kept to the same as it should be, taken negative: what is right comes to nothing.
const CONTACT_USES: &str = "SELECT id FROM (SELECT contact_id AS id, uses FROM contact_use \
     UNION ALL SELECT json_extract(link.value, '$[1]'), -1 FROM domain, json_each(domain.contacts) AS link) \
     GROUP BY id HAVING SUM(uses) <> 0";
const HOST_USES: &str = "SELECT id FROM (SELECT host_id AS id, sponsor, uses FROM host_use \
     UNION ALL SELECT link.value, sponsor, -1 FROM domain, json_each(domain.hosts) AS link) \
     GROUP BY id, sponsor HAVING SUM(uses) <> 0";
