//! The audit finds what someone did behind the ledger's back.

use engine::model::{AccountId, Book, EntryId};
use engine::ports::store::Audit;
use rusqlite::Connection;

use super::Place;
use crate::client::{read, write};
use crate::fixtures::{entry, funded};

/// What the audit says after a file was altered by hand.
fn audit_after(change: &str) -> (Audit, AccountId, EntryId) {
    let place = Place::new();
    let store = place.open();
    let alpha = funded(&store, "ALPHA", 10_000);
    let bought = entry(Book::Account(alpha), Book::Revenue, 700);
    let mut undone = entry(Book::Revenue, Book::Account(alpha), 700);
    undone.reverses = Some(bought.id);
    let last = undone.id;
    write(&store, move |tx| {
        tx.post(&bought)?;
        tx.post(&undone)
    });
    assert!(read(&store, |snapshot| snapshot.audit()).is_clean());
    drop(store);
    Connection::open(place.file()).unwrap().execute_batch(change).unwrap();
    (read(&place.open(), |snapshot| snapshot.audit()), alpha, last)
}

#[test]
fn a_raised_balance_is_found() {
    let (audit, alpha, _) = audit_after("UPDATE balance SET amount = amount + 1");
    assert_eq!(audit.wrong_balances, [(alpha, 10_001, 10_000)]);
}

#[test]
fn an_altered_line_is_found() {
    let (audit, alpha, _) = audit_after("UPDATE ledger SET amount = 600 WHERE reverses IS NOT NULL");
    assert_eq!(audit.wrong_balances, [(alpha, 10_000, 9_900)]);
}

#[test]
fn a_removed_line_is_found() {
    let (audit, alpha, _) = audit_after("DELETE FROM ledger WHERE reverses IS NOT NULL");
    assert_eq!((audit.entries, audit.wrong_balances), (2, vec![(alpha, 10_000, 9_300)]));
}

#[test]
fn an_overdraft_is_found() {
    let (audit, alpha, _) = audit_after("UPDATE balance SET amount = -1");
    assert_eq!(audit.overdrawn, [alpha]);
}

#[test]
fn a_line_in_another_currency_is_found() {
    let (audit, _, last) = audit_after("UPDATE ledger SET currency = 'CZK' WHERE reverses IS NOT NULL");
    assert_eq!(audit.foreign, [last]);
}

#[test]
fn a_line_undone_twice_is_found() {
    let (audit, _, last) = audit_after(
        "DROP INDEX ledger_reverses;
         INSERT INTO ledger SELECT id + 1, operation, at, kind, from_account, from_book, to_account, to_book,
             amount, currency, object, years, reverses FROM ledger WHERE reverses IS NOT NULL",
    );
    assert_eq!(audit.undone_twice, [EntryId(last.0 + 1)]);
}

#[test]
fn money_set_aside_by_nobody_is_found() {
    let (audit, alpha, _) = audit_after("UPDATE balance SET held = 5");
    assert_eq!(audit.wrong_holds, [(alpha, 5, 0)]);
    let (audit, alpha, _) = audit_after("UPDATE balance SET held = 10001");
    assert_eq!(audit.overdrawn, [alpha]);
}
