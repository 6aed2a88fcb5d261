//! The ledger.

use std::sync::{Arc, Barrier};
use std::thread;

use engine::FaultKind;
use engine::model::{Book, Currency, EntryId, EntryKind, Money, ObjectId};
use engine::ports::store::{Audit, Posted, Store};

use crate::client::{read, refuse, submit, try_write, write};
use crate::fixtures::{account, dollars, entry, funded, id, opened};

pub(crate) fn lines_move_money_between_books(store: &dyn Store) {
    let (alpha, bravo) = (funded(store, "ALPHA", 10_000), opened(store, "BRAVO"));
    let object = ObjectId(id());
    let mut bought = entry(Book::Account(alpha), Book::Revenue, 700);
    (bought.object, bought.years, bought.kind) = (Some(object), 2, EntryKind::Create);
    let mut undone = entry(Book::Revenue, Book::Account(alpha), 700);
    (undone.object, undone.reverses, undone.kind) = (Some(object), Some(bought.id), EntryKind::Refund);
    let given = entry(Book::Account(alpha), Book::Account(bravo), 1);
    let lines = [bought.clone(), undone.clone(), given];
    let posted =
        write(store, move |tx| lines.iter().map(|line| tx.post(line)).collect::<Result<Vec<_>, _>>());
    assert_eq!(posted, [Posted::Yes; 3]);
    assert_eq!(read(store, move |snapshot| snapshot.balance(alpha)), dollars(9_999));
    assert_eq!(read(store, move |snapshot| snapshot.balance(bravo)), dollars(1));
    assert_eq!(read(store, move |snapshot| snapshot.entries_of(object)), [bought, undone]);
    let audit = read(store, |snapshot| snapshot.audit());
    assert_eq!(audit, Audit { entries: 4, ..Audit::default() });
}

pub(crate) fn the_credit_limit_holds_to_the_cent(store: &dyn Store) {
    let mut alpha = account("ALPHA");
    alpha.credit_limit = 500;
    let payer = Book::Account(alpha.id);
    let id = alpha.id;
    let opening = alpha.clone();
    write(store, move |tx| tx.insert_account(&opening));
    let post = |cents| {
        let line = entry(payer, Book::Revenue, cents);
        write(store, move |tx| tx.post(&line))
    };
    assert_eq!(post(501), Posted::CreditInsufficient);
    assert_eq!(post(500), Posted::Yes);
    assert_eq!(post(1), Posted::CreditInsufficient);
    assert_eq!(read(store, move |snapshot| snapshot.balance(id)), dollars(-500));
    assert_eq!(read(store, |snapshot| snapshot.audit()).entries, 1, "a refused line is not written");

    // The operator lowers the limit: nothing more can be paid, but what is free still can be had.
    alpha.credit_limit = 100;
    write(store, move |tx| tx.update_account(&alpha));
    assert_eq!(post(1), Posted::CreditInsufficient);
    assert_eq!(post(0), Posted::Yes);
    assert_eq!(read(store, |snapshot| snapshot.audit()).overdrawn, [id]);
}

pub(crate) fn a_line_in_a_foreign_currency_is_a_bug(store: &dyn Store) {
    let alpha = funded(store, "ALPHA", 10_000);
    for (from, to) in [(Book::Account(alpha), Book::Revenue), (Book::Bank, Book::Account(alpha))] {
        let mut line = entry(from, to, 5);
        line.amount = Money::new(5, Currency::Czk);
        assert_eq!(try_write(store, move |tx| tx.post(&line)).unwrap_err().kind, FaultKind::Internal);
    }
    assert_eq!(read(store, move |snapshot| snapshot.balance(alpha)), dollars(10_000));
    assert!(read(store, |snapshot| snapshot.audit()).is_clean());
}

pub(crate) fn a_line_is_undone_once(store: &dyn Store) {
    let alpha = funded(store, "ALPHA", 10_000);
    let bought = entry(Book::Account(alpha), Book::Revenue, 700);
    let undo = |reverses: EntryId| {
        let mut line = entry(Book::Revenue, Book::Account(alpha), 700);
        line.reverses = Some(reverses);
        line
    };
    let (first, second) = (undo(bought.id), undo(bought.id));
    write(store, move |tx| {
        tx.post(&bought)?;
        tx.post(&first)
    });
    assert!(try_write(store, move |tx| tx.post(&second)).is_err());
    assert_eq!(read(store, move |snapshot| snapshot.balance(alpha)), dollars(10_000));
}

pub(crate) fn what_is_refused_costs_nothing(store: &dyn Store) {
    let alpha = funded(store, "ALPHA", 10_000);
    let line = entry(Book::Account(alpha), Book::Revenue, 700);
    assert_eq!(refuse(store, move |tx| tx.post(&line)), Posted::Yes);
    assert_eq!(read(store, move |snapshot| snapshot.balance(alpha)), dollars(10_000));
    assert!(read(store, |snapshot| snapshot.audit()).is_clean());
}

pub(crate) fn amounts_do_not_overflow(store: &dyn Store) {
    let alpha = funded(store, "ALPHA", i64::MAX);
    let more = entry(Book::Bank, Book::Account(alpha), 1);
    assert!(try_write(store, move |tx| tx.post(&more)).is_err());
    assert_eq!(read(store, move |snapshot| snapshot.balance(alpha)), dollars(i64::MAX));
}

/// 64 sessions spend the last credit at once: exactly as many win as the credit pays for.
pub(crate) fn the_last_credit_is_spent_once(store: &dyn Store) {
    const PRICE: i64 = 700;
    let alpha = funded(store, "ALPHA", 30 * PRICE + PRICE - 1);
    let start = Arc::new(Barrier::new(64));
    let won: usize = thread::scope(|scope| {
        let sessions: Vec<_> = (0..64)
            .map(|_| {
                let start = Arc::clone(&start);
                scope.spawn(move || {
                    let line = entry(Book::Account(alpha), Book::Revenue, PRICE);
                    start.wait();
                    usize::from(write(store, move |tx| tx.post(&line)) == Posted::Yes)
                })
            })
            .collect();
        sessions.into_iter().map(|session| session.join().unwrap()).sum()
    });
    assert_eq!(won, 30);
    assert_eq!(read(store, move |snapshot| snapshot.balance(alpha)), dollars(PRICE - 1));
    assert!(read(store, |snapshot| snapshot.audit()).is_clean());
    // Nothing is left in the way of a later one.
    let (answer, end) = submit(store, move |tx| {
        Ok((
            engine::ports::store::Verdict::Keep,
            tx.post(&entry(Book::Account(alpha), Book::Revenue, PRICE - 1))?,
        ))
    });
    end.recv().unwrap().unwrap();
    assert_eq!(answer.recv().unwrap(), Posted::Yes);
}
