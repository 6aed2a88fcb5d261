//! How much work the statements are: counted in steps of the database's machine, so that it is the same on every run.

use rusqlite::{Connection, Params, StatementStatus, params};

use super::*;
use crate::sqlite::MIGRATIONS;

/// A database with so many other zones of ten rows each, and one (with the id 0) that has so many rows, all of them
/// published.
fn filled(other_zones: i64, rows: i64) -> Connection {
    let db = Connection::open_in_memory().unwrap();
    MIGRATIONS.iter().for_each(|migration| db.execute_batch(migration).unwrap());
    db.execute(ACCOUNT, []).unwrap();
    for zone in 0..=other_zones {
        db.execute(ZONE, [zone]).unwrap();
        for row in 0..if zone == 0 { rows } else { 10 } {
            add(&db, zone, zone * 1_000_000 + row);
        }
        publish(&db, zone);
    }
    db
}

const ACCOUNT: &str = "INSERT INTO account (id, clid, name, state, vat, created_at) \
     VALUES (1, 'ALPHA', '', 'active', 0, 0)";
const ZONE: &str = "INSERT INTO dns_zone (id, name, owner, state, locked, signing, mname, rname, refresh, retry, expire, \
     minimum, soa_ttl, serial, row_count, changed, auto_commit, added_at, axfr) \
     VALUES ($1, 'z' || $1, 1, 'active', 'none', 'unsigned', '', '', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)";

/// Half of the rows have the same name and type.
fn add(db: &Connection, zone: i64, id: i64) -> i32 {
    let name = if id % 2 == 0 { String::new() } else { format!("row{id}") };
    let digest = [id.to_be_bytes(), id.to_be_bytes()].concat();
    steps(db, INSERT, params![id, zone, name, 16, digest, 300, "text", digest, 0, None::<String>, 0])
}

fn publish(db: &Connection, zone: i64) -> i32 {
    [PUBLISH_WITHDRAWALS, FORGET_WITHDRAWALS, PUBLISH_ROWS, NOTE_PUBLISHED, CLEAR_APEX]
        .map(|statement| steps(db, statement, params![zone]))
        .iter()
        .sum()
}

fn steps(db: &Connection, sql: &str, values: impl Params) -> i32 {
    let mut statement = db.prepare(sql).unwrap();
    let mut rows = statement.query(values).unwrap();
    while rows.next().unwrap().is_some() {}
    drop(rows);
    statement.get_status(StatementStatus::VmStep)
}

/// What one row costs from the first look to its publication, and to take it back.
fn costs(db: &Connection) -> Vec<i32> {
    let (id, digest) = (900_001, [900_001_i64.to_be_bytes(), 900_001_i64.to_be_bytes()].concat());
    vec![
        steps(db, SELECT_BY_KIND, params![0, "", 5]),
        steps(db, SELECT_BY_KIND, params![0, "", 16]),
        steps(db, SELECT_BY_NAME, params![0, ""]),
        steps(db, SELECT_SAME, params![0, "row900001", 16, digest]),
        add(db, 0, id),
        publish(db, 0),
        steps(db, SELECT_BY_ID, params![id, 0]),
        steps(db, WITHDRAW, params![id]),
        steps(db, DELETE, params![id]),
        publish(db, 0),
    ]
}

#[test]
fn a_row_costs_the_same_however_many_rows_and_zones_there_are() {
    let few = costs(&filled(1, 10));
    assert_eq!(costs(&filled(1, 10_000)), few);
    assert_eq!(costs(&filled(500, 10)), few);
}

#[test]
fn a_list_costs_as_much_as_there_is_in_it() {
    let list = |rows| steps(&filled(3, rows), SELECT_OF_ZONE, params![0]);
    let (thousand, ten_thousand) = (list(1_000), list(10_000));
    assert!(ten_thousand < 12 * thousand, "{thousand} {ten_thousand}");
}
