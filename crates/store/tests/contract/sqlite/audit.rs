//! The audit finds what someone did behind the ledger's back.

use engine::model::{
    AccountId, Book, EntryId, EntryKind, Fee, InvoiceDraft, InvoiceNumber, ObjectId, OperationId, PartyId,
};
use engine::ports::store::Audit;
use rusqlite::Connection;

use super::Place;
use crate::client::{read, write};
use crate::fixtures::{dollars, entry, funded, id, noon, party};

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
             amount, currency, object, years, reverses, invoice FROM ledger WHERE reverses IS NOT NULL",
    );
    assert_eq!(audit.undone_twice, [EntryId(last.0 + 1)]);
}

/// What the audit says of invoices after a file was altered by hand.
fn invoices_after(change: &str) -> Vec<InvoiceNumber> {
    let place = Place::new();
    let store = place.open();
    let alpha = funded(&store, "ALPHA", 10_000);
    let named = PartyId(id());
    let draft = InvoiceDraft {
        account: alpha,
        party: named,
        operation: OperationId(id()),
        at: noon(),
        kind: EntryKind::Create,
        fee: Fee { net: dollars(700), tax: dollars(70) },
        object: ObjectId(id()),
        years: 1,
        corrects: None,
    };
    let line = |to, cents| entry(Book::Account(alpha), to, cents);
    let lines = [line(Book::Revenue, 700), line(Book::Tax, 70)];
    write(&store, move |tx| {
        tx.insert_party(named, alpha, &party())?;
        tx.post_invoiced(&lines, Some(&draft))
    });
    assert!(read(&store, |snapshot| snapshot.audit()).is_clean());
    drop(store);
    Connection::open(place.file()).unwrap().execute_batch(change).unwrap();
    let audit = read(&place.open(), |snapshot| snapshot.audit());
    audit.wrong_invoices.into_iter().map(|(_, number)| number).collect()
}

#[test]
fn an_invoice_that_is_not_what_was_paid_is_found() {
    let first = [InvoiceNumber::before_first_of(noon()).next()];
    assert_eq!(invoices_after("UPDATE invoice SET net = 701"), first);
    assert_eq!(invoices_after("UPDATE invoice SET net = 770, tax = 0"), first);
    assert_eq!(invoices_after("UPDATE invoice SET currency = 'CZK'"), first);
    assert_eq!(invoices_after("DELETE FROM invoice"), first);
    assert_eq!(invoices_after("UPDATE ledger SET invoice = NULL WHERE to_book = 'tax'"), first);
}

#[test]
fn money_set_aside_by_nobody_is_found() {
    let (audit, alpha, _) = audit_after("UPDATE balance SET held = 5");
    assert_eq!(audit.wrong_holds, [(alpha, 5, 0)]);
    let (audit, alpha, _) = audit_after("UPDATE balance SET held = 10001");
    assert_eq!(audit.overdrawn, [alpha]);
}
