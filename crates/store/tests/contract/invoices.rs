//! Invoices, and what is owed.

use engine::model::{
    AccountId, Book, EntryId, EntryKind, Fee, HistoryEntry, InvoiceDraft, InvoiceNumber, ObjectId,
    OperationId, Owed, PartyId,
};
use engine::ports::store::{Posted, StatementSpan, Store};

use crate::client::{read, try_write, write};
use crate::fixtures::{dollars, entry, funded, hold, id, noon, party};

/// A party of an account that is in the store.
fn entered(store: &dyn Store, account: AccountId) -> PartyId {
    let party_id = PartyId(id());
    write(store, move |tx| tx.insert_party(party_id, account, &party()));
    party_id
}

fn draft(account: AccountId, party: PartyId, net: i64, tax: i64) -> InvoiceDraft {
    InvoiceDraft {
        account,
        party,
        operation: OperationId(id()),
        at: noon(),
        kind: EntryKind::Create,
        fee: Fee { net: dollars(net), tax: dollars(tax) },
        object: ObjectId(id()),
        years: 1,
        corrects: None,
    }
}

/// Posts the lines of an invoice; gives the number that they got.
#[track_caller]
fn posted(store: &dyn Store, draft: &InvoiceDraft) -> InvoiceNumber {
    let draft = draft.clone();
    let line = |to, cents| {
        let line = entry(Book::Account(draft.account), to, cents);
        engine::model::Entry { object: Some(draft.object), at: draft.at, ..line }
    };
    let object = draft.object;
    let lines = [line(Book::Revenue, draft.fee.net.minor), line(Book::Tax, draft.fee.tax.minor)];
    let posted = write(store, move |tx| tx.post_invoiced(&lines, Some(&draft)));
    assert!(matches!(posted, Posted::Yes(_)));
    let lines = read(store, move |snapshot| snapshot.entries_of(object));
    assert_eq!(lines[0].invoice, lines[1].invoice);
    lines[0].invoice.unwrap()
}

pub(crate) fn a_party_reads_back_as_it_was_written(store: &dyn Store) {
    let alpha = funded(store, "ALPHA", 10_000);
    let known = entered(store, alpha);
    assert_eq!(read(store, move |snapshot| snapshot.party(known)), Some(party()));
    assert_eq!(read(store, |snapshot| snapshot.party(PartyId(7))), None);
}

pub(crate) fn an_invoice_reads_back_as_it_was_written(store: &dyn Store) {
    let alpha = funded(store, "ALPHA", 10_000);
    let first = draft(alpha, entered(store, alpha), 700, 70);
    let number = posted(store, &first);
    let found = read(store, move |snapshot| snapshot.invoice(alpha, number)).unwrap();
    assert_eq!((found.number, found.draft), (number, first.clone()));
    let second = InvoiceDraft { corrects: Some(number), ..draft(alpha, first.party, 1, 0) };
    let number = posted(store, &second);
    assert_eq!(read(store, move |snapshot| snapshot.invoice(alpha, number)).unwrap().draft, second);
    let other = funded(store, "BRAVO", 1);
    assert_eq!(read(store, move |snapshot| snapshot.invoice(other, number)), None);
}

pub(crate) fn numbers_follow_each_other_within_account_and_year(store: &dyn Store) {
    let (alpha, bravo) = (funded(store, "ALPHA", 10_000), funded(store, "BRAVO", 10_000));
    let (alphas, bravos) = (entered(store, alpha), entered(store, bravo));
    let next =
        |account, party, at| posted(store, &InvoiceDraft { at, ..draft(account, party, 5, 1) }).value();
    let later = noon().plus_years(1);
    let given = [next(alpha, alphas, noon()), next(bravo, bravos, noon()), next(alpha, alphas, noon())];
    assert_eq!(given, [2_026_000_000_001, 2_026_000_000_001, 2_026_000_000_002]);
    // What is booked late belongs to the year in which it was due.
    let given = [next(alpha, alphas, later), next(alpha, alphas, noon()), next(alpha, alphas, later)];
    assert_eq!(given, [2_027_000_000_001, 2_026_000_000_003, 2_027_000_000_002]);
    assert!(read(store, |snapshot| snapshot.audit()).is_clean());
}

pub(crate) fn what_is_refused_has_no_number(store: &dyn Store) {
    let alpha = funded(store, "ALPHA", 100);
    let dear = draft(alpha, entered(store, alpha), 101, 0);
    let (line, refused) = (entry(Book::Account(alpha), Book::Revenue, 101), dear.clone());
    let posted_dear = write(store, move |tx| tx.post_invoiced(std::slice::from_ref(&line), Some(&refused)));
    assert_eq!(posted_dear, Posted::CreditInsufficient);
    let cheap = InvoiceDraft { fee: Fee { net: dollars(100), tax: dollars(0) }, ..dear };
    assert_eq!(posted(store, &cheap), InvoiceNumber::before_first_of(noon()).next());
    let nobodys = draft(alpha, PartyId(7), 0, 0);
    let line = entry(Book::Account(alpha), Book::Revenue, 0);
    let made = try_write(store, move |tx| tx.post_invoiced(std::slice::from_ref(&line), Some(&nobodys)));
    assert!(made.is_err(), "an invoice is for somebody");
}

pub(crate) fn a_hold_is_paid_with_its_invoice(store: &dyn Store) {
    let alpha = funded(store, "ALPHA", 1_000);
    let object = ObjectId(id());
    let mut placed = hold(alpha, object, 700, 0);
    placed.party = Some(entered(store, alpha));
    let draft = InvoiceDraft { object, ..draft(alpha, placed.party.unwrap(), 700, 0) };
    write(store, move |tx| tx.hold(&placed));
    let line =
        engine::model::Entry { object: Some(object), ..entry(Book::Account(alpha), Book::Revenue, 700) };
    let party = draft.party;
    write(store, move |tx| {
        let open = tx.holds_of(object)?.remove(0);
        assert_eq!(open.party, Some(party));
        tx.settle(open, std::slice::from_ref(&line), Some(&draft))
    });
    let lines = read(store, move |snapshot| snapshot.entries_of(object));
    assert_eq!(lines[0].invoice, Some(InvoiceNumber::before_first_of(noon()).next()));
    assert!(read(store, |snapshot| snapshot.audit()).is_clean());
}

pub(crate) fn holds_of_an_account_are_told_with_names(store: &dyn Store) {
    let (alpha, bravo) = (funded(store, "ALPHA", 1_000), funded(store, "BRAVO", 1_000));
    let object = ObjectId(id());
    let placed = hold(alpha, object, 700, 0);
    let (hold_id, operation) = (placed.id, placed.operation);
    let happened = HistoryEntry {
        operation,
        at: noon(),
        account: alpha,
        action: "domain_transfer_request",
        object,
        name: "shop.test".to_owned(),
        client_id: None,
    };
    write(store, move |tx| tx.record(&happened).and_then(|()| tx.hold(&placed)));
    let held = |account, from, until| {
        let span = StatementSpan { account, from: noon().plus_days(from), until: noon().plus_days(until) };
        read(store, move |snapshot| snapshot.holds_within(span))
    };
    let found = held(alpha, 0, 1);
    assert_eq!((found.len(), found[0].hold.id, found[0].name.as_deref()), (1, hold_id, Some("shop.test")));
    assert_eq!((held(bravo, 0, 1).len(), held(alpha, 1, 2).len(), held(alpha, -1, 0).len()), (0, 0, 0));
}

pub(crate) fn what_is_owed_is_on_record_until_it_is_given_back(store: &dyn Store) {
    let alpha = funded(store, "ALPHA", 1_000);
    let owed = |days| Owed {
        operation: OperationId(id()),
        account: alpha,
        amount: dollars(5),
        object: ObjectId(id()),
        name: "shop.test".to_owned(),
        since: noon().plus_days(days),
    };
    let (later, sooner) = (owed(1), owed(0));
    let both = [later.clone(), sooner.clone()];
    write(store, move |tx| both.iter().try_for_each(|owed| tx.put_owed(owed)));
    assert_eq!(read(store, |snapshot| snapshot.all_owed()), [sooner.clone(), later]);
    let operation = sooner.operation;
    assert_eq!(read(store, move |snapshot| snapshot.owed(operation)), Some(sooner));
    assert!(write(store, move |tx| tx.remove_owed(operation)));
    assert!(!write(store, move |tx| tx.remove_owed(operation)));
    assert_eq!(read(store, move |snapshot| snapshot.owed(operation)), None);
}

/// As the audit of older books, which have none.
pub(crate) fn payments_without_invoice_are_found_from_the_first_one_on(store: &dyn Store) {
    let alpha = funded(store, "ALPHA", 10_000);
    let without = || {
        let line = entry(Book::Account(alpha), Book::Revenue, 5);
        let EntryId(number) = line.id;
        write(store, move |tx| tx.post(&line));
        number
    };
    without();
    assert!(read(store, |snapshot| snapshot.audit()).is_clean());
    posted(store, &draft(alpha, entered(store, alpha), 5, 0));
    let forgotten = without();
    assert_eq!(read(store, |snapshot| snapshot.audit()).uninvoiced, [EntryId(forgotten)]);
}
