//! Statements of accounts.

use engine::IdSource;
use engine::model::{
    AccountId, Book, Entry, EntryId, EntryKind, HistoryEntry, Instant, NamePattern, ObjectId, OperationId,
};
use engine::ports::store::{RenewalFilter, Slice, StatementSlice, StatementSpan, Store, Turnover};

use crate::client::{read, write};
use crate::fixtures::{entry, id, noon, opened};

/// A line with an id of its time.
fn line(ids: &IdSource, at: Instant, from: Book, to: Book, cents: i64) -> Entry {
    Entry { id: EntryId(ids.next(at)), at, ..entry(from, to, cents) }
}

fn span(account: AccountId, from: i64, until: i64) -> StatementSpan {
    StatementSpan { account, from: noon().plus_days(from), until: noon().plus_days(until) }
}

fn slice(newest_first: bool, after: Option<EntryId>, most: u32) -> StatementSlice {
    StatementSlice { newest_first, after, skip: 0, most }
}

fn told(store: &dyn Store, span: StatementSpan, slice: StatementSlice) -> Vec<EntryId> {
    let lines = read(store, move |snapshot| snapshot.statement(span, slice));
    lines.into_iter().map(|line| line.entry.id).collect()
}

fn turnover(store: &dyn Store, span: StatementSpan) -> (i64, i64) {
    let Turnover { within, since, .. } = read(store, move |snapshot| snapshot.turnover(span));
    (within, since)
}

/// Ten lines of each of two accounts, one a day.
fn busy(store: &dyn Store) -> (AccountId, Vec<EntryId>) {
    let (ids, alpha, bravo) = (IdSource::default(), opened(store, "ALPHA"), opened(store, "BRAVO"));
    let mut own = Vec::new();
    for day in 0..10 {
        let at = noon().plus_days(day);
        let mine = line(&ids, at, Book::Bank, Book::Account(alpha), 1 << day);
        let other = line(&ids, at, Book::Bank, Book::Account(bravo), 5);
        own.push(mine.id);
        write(store, move |tx| tx.post(&mine).and_then(|_| tx.post(&other)));
    }
    (alpha, own)
}

pub(crate) fn lines_are_told_of_one_account_with_names(store: &dyn Store) {
    let (ids, alpha, bravo) = (IdSource::default(), opened(store, "ALPHA"), opened(store, "BRAVO"));
    let deposit = line(&ids, noon(), Book::Bank, Book::Account(alpha), 900);
    let (object, operation) = (ObjectId(id()), OperationId(id()));
    let bought = Entry {
        object: Some(object),
        operation,
        kind: EntryKind::Create,
        ..line(&ids, noon(), Book::Account(alpha), Book::Revenue, 700)
    };
    let given = line(&ids, noon(), Book::Account(alpha), Book::Account(bravo), 20);
    let happened = HistoryEntry {
        operation,
        at: noon(),
        account: alpha,
        action: "domain_create",
        object,
        name: "shop.test".to_owned(),
        client_id: None,
    };
    let lines = [deposit.clone(), bought.clone(), given.clone()];
    write(store, move |tx| {
        tx.record(&happened)?;
        lines.iter().try_for_each(|line| tx.post(line).map(drop))
    });
    let told = |account, from, until| {
        read(store, move |snapshot| snapshot.statement(span(account, from, until), slice(false, None, 9)))
    };
    let mine = told(alpha, 0, 1);
    let names: Vec<_> = mine.iter().map(|line| line.name.as_deref()).collect();
    assert_eq!(names, [None, Some("shop.test"), None]);
    assert_eq!(mine.into_iter().map(|line| line.entry).collect::<Vec<_>>(), [deposit, bought, given.clone()]);
    assert_eq!(told(bravo, 0, 1).into_iter().map(|line| line.entry).collect::<Vec<_>>(), [given]);
    assert_eq!((told(alpha, -1, 0).len(), told(alpha, 1, 2).len()), (0, 0));
    assert_eq!(turnover(store, span(alpha, 0, 1)), (180, 180));
    assert_eq!(turnover(store, span(bravo, 0, 1)), (20, 20));
}

pub(crate) fn renewals_are_told_with_their_tax(store: &dyn Store) {
    let (ids, alpha) = (IdSource::default(), opened(store, "ALPHA"));
    let deposit = line(&ids, noon(), Book::Bank, Book::Account(alpha), 900);
    write(store, move |tx| tx.post(&deposit));
    let renewed = |name: &'static str, day| {
        let (at, object, operation) = (noon().plus_days(day), ObjectId(id()), OperationId(id()));
        let kind = EntryKind::Renew;
        let of = |to, cents| Entry {
            object: Some(object),
            operation,
            kind,
            ..line(&ids, at, Book::Account(alpha), to, cents)
        };
        let (price, tax) = (of(Book::Revenue, 100), of(Book::Tax, 21));
        let happened = HistoryEntry {
            operation,
            at,
            account: alpha,
            action: "domain_renew",
            object,
            name: name.to_owned(),
            client_id: None,
        };
        let entry = price.clone();
        write(store, move |tx| {
            tx.record(&happened)?;
            tx.post(&price).and_then(|_| tx.post(&tax))
        });
        entry
    };
    let entries = [renewed("one.test", 0), renewed("two.test", 1), renewed("three.test", 2)];
    let back = Entry {
        reverses: Some(entries[2].id),
        from: Book::Revenue,
        to: Book::Account(alpha),
        id: EntryId(ids.next(noon().plus_days(3))),
        ..entries[2].clone()
    };
    write(store, move |tx| tx.post(&back));
    let listed = |since, pattern: &str| {
        let pattern = NamePattern::new(pattern);
        let filter = RenewalFilter { account: alpha, since: noon().plus_days(since), pattern };
        let counted = filter.clone();
        let slice = Slice { after: None, skip: 0, most: 9 };
        let rows = read(store, move |snapshot| snapshot.renewals(&filter, &slice));
        assert_eq!(read(store, move |snapshot| snapshot.count_renewals(&counted)), rows.len() as u64);
        rows
    };
    let all = listed(0, "*");
    assert_eq!(all.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["one.test", "two.test"]);
    let first = &all[0];
    let told = (first.entry, first.kind, first.price.minor, first.tax.minor);
    assert_eq!(told, (entries[0].id, EntryKind::Renew, 100, 21));
    assert_eq!((listed(1, "*").len(), listed(0, "two*").len(), listed(5, "*").len()), (1, 1, 0));
}

pub(crate) fn pages_follow_each_other_in_both_orders(store: &dyn Store) {
    let (alpha, own) = busy(store);
    let days = span(alpha, 2, 7);
    assert_eq!(told(store, days, slice(false, None, 3)), own[2..5]);
    assert_eq!(told(store, days, slice(false, Some(own[4]), 3)), own[5..7]);
    let back = |after, most| {
        let mut lines = told(store, days, slice(true, after, most));
        lines.reverse();
        lines
    };
    assert_eq!(back(None, 3), own[4..7]);
    assert_eq!(back(Some(own[4]), 3), own[2..4]);
    assert_eq!(turnover(store, days), (0b0111_1100, 0b11_1111_1100));
    let ever = span(alpha, -100_000, 100_000);
    assert_eq!(told(store, ever, slice(false, None, u32::MAX)), own);
    assert_eq!(turnover(store, ever), (1_023, 1_023));
}

pub(crate) fn tax_is_summed_by_itself(store: &dyn Store) {
    let (alpha, own) = busy(store);
    let ids = IdSource::after(own[9].0 + 10);
    let paid = |day: i64, cents| line(&ids, noon().plus_days(day), Book::Account(alpha), Book::Tax, cents);
    let lines =
        [paid(10, 7), paid(12, 5), line(&ids, noon().plus_days(12), Book::Tax, Book::Account(alpha), 2)];
    write(store, move |tx| lines.iter().try_for_each(|line| tx.post(line).map(drop)));
    let taxes = |from, until| {
        let span = span(alpha, from, until);
        let turnover = read(store, move |snapshot| snapshot.turnover(span));
        (turnover.tax_within, turnover.tax_since)
    };
    assert_eq!((taxes(-1, 100), taxes(-1, 11), taxes(11, 100)), ((-10, -10), (-7, -10), (-3, -3)));
}

/// The server was down for a week: the line has an id of the day on which it was written.
pub(crate) fn what_was_booked_late_counts_when_it_was_due(store: &dyn Store) {
    let (alpha, own) = busy(store);
    let ids = IdSource::after(own[9].0 + 10);
    let late = line(&ids, noon().plus_days(3), Book::Account(alpha), Book::Revenue, 2);
    let written = late.id;
    write(store, move |tx| tx.post(&late));
    assert_eq!(told(store, span(alpha, 3, 4), slice(false, None, 9)), [own[3], written]);
    assert_eq!(turnover(store, span(alpha, 3, 4)), (6, 0b11_1111_1000 - 2));
    assert_eq!(told(store, span(alpha, 4, 5), slice(false, None, 9)), [own[4]]);
}
