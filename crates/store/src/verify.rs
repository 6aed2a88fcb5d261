//! Looking for damage in a database file.

use std::path::Path;

use rusqlite::{Connection, Result};

use crate::sqlite::{self, OpenError};

/// Reads a whole database file, also while another process serves it, and lists what is wrong with it: pages that
/// make no sense, indexes that do not fit their tables, references to nothing, links that only one
/// side knows. Empty means sound.
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
    found.extend(unequal(&connection, "contact", CONTACT_LINKS)?);
    found.extend(unequal(&connection, "host", HOST_LINKS)?);
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

/// Contacts or hosts whose links are not those in the domains' own lists.
fn unequal(connection: &Connection, kind: &str, sql: &str) -> Result<Vec<String>> {
    let mut statement = connection.prepare(sql)?;
    let lines = statement.query_map([], |row| {
        let id: i64 = row.get(0)?;
        Ok(format!("the domains that use {kind} {id} are not those that name it"))
    })?;
    lines.collect()
}

// Adds each link from the side of the contact or host to the same from that of the domain, taken negative: what is
// equal comes to nothing.
const CONTACT_LINKS: &str = "SELECT DISTINCT contact FROM (\
     SELECT contact_id AS contact, domain_id AS domain, role, 1 AS side FROM domain_contact \
     UNION ALL SELECT json_extract(link.value, '$[1]'), domain.id, json_extract(link.value, '$[0]'), -1 \
     FROM domain, json_each(domain.contacts) AS link) \
     GROUP BY contact, domain, role HAVING SUM(side) <> 0";
const HOST_LINKS: &str = "SELECT DISTINCT host FROM (\
     SELECT host_id AS host, domain_id AS domain, sponsor, 1 AS side FROM domain_host \
     UNION ALL SELECT link.value, domain.id, domain.sponsor, -1 FROM domain, json_each(domain.hosts) AS link) \
     GROUP BY host, domain, sponsor HAVING SUM(side) <> 0";
