//! How much work a page of a list is: counted in steps of the database's machine, so that it is the same on every run.

use rusqlite::types::Value as Cell;
use rusqlite::{Connection, StatementStatus, params_from_iter};

use super::*;
use crate::sqlite::MIGRATIONS;

/// A database in which each of two accounts has so many domains.
fn filled(domains: i64) -> Connection {
    let db = Connection::open_in_memory().unwrap();
    MIGRATIONS.iter().for_each(|migration| db.execute_batch(migration).unwrap());
    for account in [1, 2] {
        db.execute(ACCOUNT, [account]).unwrap();
        db.execute(DOMAINS, [account, domains]).unwrap();
    }
    db
}

const ACCOUNT: &str = "INSERT INTO account (id, clid, name, state, vat, created_at) \
     VALUES ($1, 'A' || $1, '', 'active', 0, 0)";
/// The number of a domain is in its name, its id, and its dates.
const DOMAINS: &str = "WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?2 - 1) \
     INSERT INTO domain (id, name, zone, sponsor, creator, created_at, expires_at, statuses) \
     SELECT ?1 * 1000000 + n, printf('a%d-%06d.test', ?1, n), 'test', ?1, ?1, n, n, 0 FROM numbers";

/// What it costs account 1 to read on behind a domain, in every order.
fn costs(db: &Connection, number: i64) -> Vec<i32> {
    let (name, id) = (Cell::from(format!("a1-{number:06}.test")), 1_000_000 + number);
    let dated = || vec![Cell::from(number), Cell::from(id)];
    [
        (BY_NAME, vec![name.clone()]),
        (BY_NAME_BACK, vec![name]),
        (BY_AGE, vec![Cell::from(id)]),
        (BY_AGE_BACK, vec![Cell::from(id)]),
        (BY_UPDATE, dated()),
        (BY_UPDATE_BACK, dated()),
        (BY_EXPIRY, dated()),
        (BY_EXPIRY_BACK, dated()),
    ]
    .map(|(statement, behind)| steps(db, statement, behind))
    .to_vec()
}

/// A page of a list without a filter.
fn steps(db: &Connection, sql: &str, behind: Vec<Cell>) -> i32 {
    let (text, none) = (|text: &str| Cell::from(text.to_owned()), || Cell::from(-1));
    let open = [
        Cell::from(1),
        text(""),
        text("~"),
        text("%"),
        text(""),
        Cell::from(i64::MIN),
        Cell::from(i64::MAX),
        none(),
        none(),
        text(""),
    ];
    let values = open.into_iter().chain(behind).chain([Cell::from(PAGE), Cell::from(0)]);
    let mut statement = db.prepare(sql).unwrap();
    let mut rows = statement.query(params_from_iter(values)).unwrap();
    let mut count = 0;
    while rows.next().unwrap().is_some() {
        count += 1;
    }
    drop(rows);
    assert_eq!(count, PAGE, "a whole page: {sql}");
    statement.get_status(StatementStatus::VmStep)
}

#[test]
fn a_page_costs_the_same_wherever_it_is_and_however_many_domains_there_are() {
    let few = costs(&filled(500), 250);
    let many = filled(100_000);
    for number in [PAGE, 50_000, 99_999 - PAGE] {
        assert_eq!(costs(&many, number), few, "{number}");
    }
}

const PAGE: i64 = 100;
