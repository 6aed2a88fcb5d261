//! The ledger.

use std::sync::{Arc, Barrier};
use std::thread;

use engine::FaultKind;
use engine::model::{AccountId, Book, Currency, Entry, EntryId, EntryKind, Hold, Money, ObjectId, Standing};
use engine::ports::store::{Audit, Posted, Store, Transaction};

use crate::client::{read, refuse, submit, try_write, write};
use crate::fixtures::{account, dollars, entry, funded, hold, id, opened};

/// How an account stands after what has to have been posted.
#[track_caller]
pub(crate) fn stood(posted: Posted) -> Standing {
    match posted {
        Posted::Yes(standing) => standing,
        Posted::CreditInsufficient => panic!("refused for want of credit"),
    }
}

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
    let left = posted.into_iter().map(|posted| stood(posted).left().minor).collect::<Vec<_>>();
    assert_eq!(left, [9_300, 10_000, 9_999], "the payer's, or else the payee's");
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
    assert_eq!(stood(post(500)).left(), dollars(0));
    assert_eq!(post(1), Posted::CreditInsufficient);
    assert_eq!(read(store, move |snapshot| snapshot.balance(id)), dollars(-500));
    assert_eq!(read(store, |snapshot| snapshot.audit()).entries, 1, "a refused line is not written");

    // The operator lowers the limit: nothing more can be paid, but what is free still can be had.
    alpha.credit_limit = 100;
    write(store, move |tx| tx.update_account(&alpha));
    assert_eq!(post(1), Posted::CreditInsufficient);
    assert_eq!(stood(post(0)).left(), dollars(-400));
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
    stood(refuse(store, move |tx| tx.post(&line)));
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
                    usize::from(write(store, move |tx| tx.post(&line)) != Posted::CreditInsufficient)
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
    assert_eq!(stood(answer.recv().unwrap()).left(), dollars(0));
}

/// The lines of a price and its tax.
fn taxed(payer: AccountId, net: i64, tax: i64) -> [Entry; 2] {
    [entry(Book::Account(payer), Book::Revenue, net), entry(Book::Account(payer), Book::Tax, tax)]
}

pub(crate) fn lines_are_written_together_or_not_at_all(store: &dyn Store) {
    let alpha = funded(store, "ALPHA", 1_000);
    let post = |net, tax| {
        let lines = taxed(alpha, net, tax);
        write(store, move |tx| tx.post_together(&lines))
    };
    assert_eq!(post(900, 101), Posted::CreditInsufficient);
    assert_eq!(read(store, |snapshot| snapshot.audit()).entries, 1);
    assert_eq!(stood(post(900, 100)).left(), dollars(0));
    let audit = read(store, |snapshot| snapshot.audit());
    assert_eq!(audit, Audit { entries: 3, ..Audit::default() });
}

pub(crate) fn lines_of_several_accounts_are_a_bug(store: &dyn Store) {
    let (alpha, bravo) = (funded(store, "ALPHA", 1_000), funded(store, "BRAVO", 1_000));
    let [first, _] = taxed(alpha, 10, 1);
    let [_, second] = taxed(bravo, 10, 1);
    for lines in [vec![first, second], Vec::new()] {
        let fault = try_write(store, move |tx| tx.post_together(&lines)).unwrap_err();
        assert_eq!(fault.kind, FaultKind::Internal);
    }
    assert_eq!(read(store, move |snapshot| snapshot.balance(alpha)), dollars(1_000));
}

pub(crate) fn what_is_held_is_gone_until_it_is_released(store: &dyn Store) {
    let (alpha, object) = (funded(store, "ALPHA", 1_000), ObjectId(id()));
    let placed = hold(alpha, object, 700, 70);
    let standing = stood(write(store, move |tx| tx.hold(&placed)));
    assert_eq!((standing.balance, standing.held, standing.left()), (dollars(1_000), 770, dollars(230)));
    for (spent, ends) in [(231, false), (230, true)] {
        let line = entry(Book::Account(alpha), Book::Revenue, spent);
        assert_eq!(write(store, move |tx| tx.post(&line)) != Posted::CreditInsufficient, ends);
    }
    let more = hold(alpha, object, 1, 0);
    assert_eq!(write(store, move |tx| tx.hold(&more)), Posted::CreditInsufficient);
    assert_eq!(read(store, move |snapshot| snapshot.holds_of(object)), [hold_again(store, object)]);

    let standing = write(store, move |tx| tx.release(open_hold(tx, object)));
    assert_eq!((standing.held, standing.left()), (0, dollars(770)));
    assert!(read(store, move |snapshot| snapshot.holds_of(object)).is_empty());
    assert!(read(store, |snapshot| snapshot.audit()).is_clean());
}

pub(crate) fn what_is_held_is_paid_once(store: &dyn Store) {
    let (alpha, object) = (funded(store, "ALPHA", 1_000), ObjectId(id()));
    let placed = hold(alpha, object, 700, 70);
    write(store, move |tx| tx.hold(&placed));
    let (first, second, third) =
        (hold_again(store, object), hold_again(store, object), hold_again(store, object));
    let mut first = Some(first);
    let standing = write(store, move |tx| tx.settle(first.take().unwrap(), &taxed(alpha, 700, 70), None));
    assert_eq!((standing.balance, standing.held), (dollars(230), 0));
    let (mut second, mut third) = (Some(second), Some(third));
    let settled = try_write(store, move |tx| tx.settle(second.take().unwrap(), &taxed(alpha, 700, 70), None));
    assert_eq!(settled.unwrap_err().kind, FaultKind::Internal);
    let released = try_write(store, move |tx| tx.release(third.take().unwrap()));
    assert_eq!(released.unwrap_err().kind, FaultKind::Internal);
    assert_eq!(read(store, move |snapshot| snapshot.balance(alpha)), dollars(230));
    assert_eq!(read(store, |snapshot| snapshot.audit()), Audit { entries: 3, ..Audit::default() });
}

pub(crate) fn a_hold_is_paid_by_what_it_set_aside(store: &dyn Store) {
    let (alpha, object) = (funded(store, "ALPHA", 1_000), ObjectId(id()));
    let bravo = funded(store, "BRAVO", 1_000);
    let placed = hold(alpha, object, 700, 70);
    write(store, move |tx| tx.hold(&placed));
    for lines in [taxed(alpha, 700, 71), taxed(alpha, 700, 69), taxed(bravo, 700, 70)] {
        let mut held = Some(hold_again(store, object));
        let settled = try_write(store, move |tx| tx.settle(held.take().unwrap(), &lines, None));
        assert_eq!(settled.unwrap_err().kind, FaultKind::Internal);
    }
    assert!(read(store, |snapshot| snapshot.audit()).is_clean());
    assert_eq!(read(store, move |snapshot| snapshot.standing(alpha)).held, 770);
}

/// Half of 64 sessions set aside, half pay at once; together they never get more than there is.
pub(crate) fn the_last_credit_is_held_once(store: &dyn Store) {
    const PRICE: i64 = 700;
    let alpha = funded(store, "ALPHA", 30 * PRICE + PRICE - 1);
    let start = Arc::new(Barrier::new(64));
    let won: usize = thread::scope(|scope| {
        let session = |number: i64| {
            let start = Arc::clone(&start);
            scope.spawn(move || {
                let line = entry(Book::Account(alpha), Book::Revenue, PRICE);
                let placed = hold(alpha, ObjectId(number), PRICE, 0);
                start.wait();
                let posted =
                    write(store, move |tx| if number % 2 == 0 { tx.hold(&placed) } else { tx.post(&line) });
                usize::from(posted != Posted::CreditInsufficient)
            })
        };
        let sessions: Vec<_> = (0..64).map(session).collect();
        sessions.into_iter().map(|session| session.join().unwrap()).sum()
    });
    assert_eq!(won, 30);
    assert_eq!(read(store, move |snapshot| snapshot.standing(alpha)).left(), dollars(PRICE - 1));
    assert!(read(store, |snapshot| snapshot.audit()).is_clean());
}

/// The only open hold for an object.
fn open_hold(tx: &dyn Transaction, object: ObjectId) -> Hold {
    tx.holds_of(object).unwrap().pop().unwrap()
}

fn hold_again(store: &dyn Store, object: ObjectId) -> Hold {
    read(store, move |snapshot| snapshot.holds_of(object)).pop().unwrap()
}
