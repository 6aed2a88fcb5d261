//! How much work a page of a list is: counted in steps of the database's machine, so that it is the same on every run.

use engine::model::{AccountId, DomainId, DomainName, Instant, NamePattern};
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
    let name = DomainName::parse(&format!("a1-{number:06}.test")).unwrap();
    let moment = Instant::from_millis(number);
    let key = DomainKey { id: DomainId(1_000_000 + number), name, updated_at: moment, expires_at: moment };
    let slice = Slice { after: Some(key), skip: 0, most: PAGE };
    let pattern = NamePattern::any();
    let open = DomainFilter {
        owner: AccountId(1),
        pattern: &pattern,
        zone: None,
        expires_from: Instant::from_millis(i64::MIN),
        expires_before: Instant::from_millis(i64::MAX),
        is_deleted: None,
        is_held: None,
        tag: None,
    };
    let filter = Filter::of(&open);
    let orders = ORDERS.iter().flat_map(|by| [(*by, false), (*by, true)]);
    orders.map(|order| steps(db, filter.slice(order, &slice))).collect()
}

const ORDERS: [DomainOrder; 4] =
    [DomainOrder::Name, DomainOrder::Created, DomainOrder::Updated, DomainOrder::Expiry];

/// The steps that a whole page takes.
fn steps(db: &Connection, (sql, values): (&str, Vec<Value<'_>>)) -> i32 {
    let mut statement = db.prepare(sql).unwrap();
    let mut rows = statement.query(params_from_iter(values.iter().map(cell))).unwrap();
    let mut count = 0;
    while rows.next().unwrap().is_some() {
        count += 1;
    }
    drop(rows);
    assert_eq!(count, PAGE, "a whole page: {sql}");
    statement.get_status(StatementStatus::VmStep)
}

fn cell(value: &Value<'_>) -> Cell {
    match value {
        Value::Int(number) => Cell::from(*number),
        Value::Text(text) => Cell::from((*text).to_owned()),
        other => panic!("{other:?} bounds no list"),
    }
}

#[test]
fn a_page_costs_the_same_wherever_it_is_and_however_many_domains_there_are() {
    let few = costs(&filled(500), 250);
    let many = filled(100_000);
    for number in [100, 50_000, 99_899] {
        assert_eq!(costs(&many, number), few, "{number}");
    }
}

const PAGE: u32 = 100;
