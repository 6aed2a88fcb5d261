//! History.

use engine::model::{HistoryEntry, ObjectClass, ObjectId, OperationId, Pattern};
use engine::ports::store::{DeletionFilter, HistoryLine, Slice, Store};

use crate::client::{read, refuse, try_write, write};
use crate::fixtures::{domain, happened, opened};

pub(crate) fn what_happened_is_on_record(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let (shop, other) = (domain("shop.test", alpha), domain("other.test", alpha));
    let (first, second) = (happened(alpha, &shop, "domain_create"), happened(alpha, &shop, "domain_renew"));
    let mut both = happened(alpha, &other, "domain_renew");
    both.operation = second.operation;
    let (object, operations) = (shop.id.into(), [first.operation, second.operation]);
    assert!(read(store, |snapshot| snapshot.last_operation()).is_none());

    write(store, move |tx| [&second, &first, &both].into_iter().try_for_each(|entry| tx.record(entry)));
    for operation in operations {
        assert!(read(store, move |snapshot| snapshot.happened(operation)));
    }
    assert!(!read(store, |snapshot| snapshot.happened(OperationId(1))));
    assert_eq!(read(store, |snapshot| snapshot.last_operation()), Some(operations[1]));
    let changed = |operation| {
        let lines = read(store, move |snapshot| snapshot.changes_by(operation));
        let mut names: Vec<String> = lines.into_iter().map(|line| line.name).collect();
        names.sort();
        names
    };
    assert_eq!(operations.map(changed), [vec!["shop.test"], vec!["other.test", "shop.test"]]);
    assert!(changed(OperationId(1)).is_empty());
    let history = read(store, move |snapshot| snapshot.history_of(object));
    let expected = [(operations[0], "domain_create".to_owned()), (operations[1], "domain_renew".to_owned())];
    assert_eq!(history, expected);
}

pub(crate) fn what_was_undone_did_not_happen(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let entry = happened(alpha, &domain("shop.test", alpha), "domain_create");
    let operation = entry.operation;
    refuse(store, move |tx| tx.record(&entry));
    assert!(!read(store, move |snapshot| snapshot.happened(operation)));
}

pub(crate) fn an_operation_changes_an_object_once(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let entry = happened(alpha, &domain("shop.test", alpha), "domain_create");
    assert!(
        try_write(store, move |tx| {
            tx.record(&entry)?;
            tx.record(&entry)
        })
        .is_err()
    );
    assert!(read(store, |snapshot| snapshot.last_operation()).is_none());
}

pub(crate) fn changes_are_read_back_whole_and_in_order(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let shop = domain("shop.test", alpha);
    let day = |entry: HistoryEntry, days| HistoryEntry { at: entry.at.plus_days(days), ..entry };
    let entries: Vec<_> = (0..3)
        .zip(["domain_create", "domain_renew", "domain_delete"])
        .map(|(days, action)| day(happened(alpha, &shop, action), days))
        .collect();
    let written = entries.clone();
    write(store, move |tx| written.iter().rev().try_for_each(|entry| tx.record(entry)));
    let (from, to) = (entries[1].at, entries[2].at);
    let between = |from, to| {
        read(store, move |snapshot| {
            let mut seen = Vec::new();
            snapshot.read_history(from, to, &mut |line| seen.push(line))?;
            Ok(seen)
        })
    };
    let expected = |entry: &HistoryEntry| HistoryLine {
        operation: entry.operation,
        at: entry.at,
        account: alpha,
        action: entry.action.to_owned(),
        object: shop.id.into(),
        name: "shop.test".to_owned(),
        client_id: entry.client_id.clone(),
    };
    assert_eq!(between(from, to), entries[1..].iter().map(expected).collect::<Vec<_>>());
    assert_eq!(between(to.plus_days(1), to.plus_days(2)), []);
}

pub(crate) fn changes_of_an_object_are_read_in_slices(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let (shop, other) = (domain("shop.test", alpha), domain("other.test", alpha));
    let entries: Vec<_> = (0..4).map(|_| happened(alpha, &shop, "domain_renew")).collect();
    let (written, beside) = (entries.clone(), happened(alpha, &other, "domain_create"));
    write(store, move |tx| written.iter().chain([&beside]).try_for_each(|entry| tx.record(entry)));
    let object = shop.id.into();
    assert_eq!(read(store, move |snapshot| snapshot.count_history(object)), 4);
    for (after, skip, expected) in [(None, 0, 0..2), (Some(1), 0, 2..4), (Some(0), 2, 3..4), (None, 4, 4..4)]
    {
        let slice = Slice { after: after.map(|index: usize| entries[index].operation), skip, most: 2 };
        let lines = read(store, move |snapshot| snapshot.history_slice(object, &slice));
        let found: Vec<_> = lines.into_iter().map(|line| line.operation).collect();
        let expected: Vec<_> = entries[expected].iter().map(|entry| entry.operation).collect();
        assert_eq!(found, expected, "{after:?} {skip}");
    }
}

pub(crate) fn deletions_are_listed_by_what_is_asked_for(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let (shop, depot) = (domain("shop.test", alpha), domain("depot.test", alpha));
    let mut entries = vec![
        happened(alpha, &shop, "domain_delete"),
        happened(alpha, &depot, "dns_zone_delete"),
        happened(alpha, &depot, "domain_delete"),
        happened(alpha, &shop, "domain_renew"),
        happened(bravo, &shop, "domain_delete"),
    ];
    // One operation may delete several.
    entries[2].operation = entries[1].operation;
    entries[2].object = ObjectId(entries[1].object.0 + 1);
    entries[2].at = entries[1].at.plus_days(1);
    let (from, later) = (entries[1].at, entries[2].at);
    let written = entries.clone();
    write(store, move |tx| written.iter().try_for_each(|entry| tx.record(entry)));

    let all = DeletionFilter { account: alpha, class: None, name: None, from, until: later };
    let found = |filter: &DeletionFilter, after, skip| {
        let (counted, filter) = (filter.clone(), filter.clone());
        let slice = Slice { after, skip, most: 2 };
        let lines = read(store, move |tables| tables.deleted_objects(&filter, &slice));
        let total = read(store, move |tables| tables.count_deleted_objects(&counted));
        let names: Vec<_> = lines.into_iter().map(|line| format!("{} {}", line.action, line.name)).collect();
        (names.join(", "), total)
    };
    let zone_first = "domain_delete shop.test, dns_zone_delete depot.test".to_owned();
    assert_eq!(found(&all, None, 0), (zone_first, 3));
    assert_eq!(found(&all, None, 2).0, "domain_delete depot.test");
    let behind = Some((entries[1].operation, entries[1].object));
    assert_eq!(found(&all, behind, 0).0, "domain_delete depot.test");
    let zones = DeletionFilter { class: Some(ObjectClass::DnsZone), ..all.clone() };
    assert_eq!(found(&zones, None, 0), ("dns_zone_delete depot.test".to_owned(), 1));
    let named = DeletionFilter { name: Some(Pattern::parse("SHOP.*").unwrap()), ..all.clone() };
    assert_eq!(found(&named, None, 0), ("domain_delete shop.test".to_owned(), 1));
    let late = DeletionFilter { from: later, ..all };
    assert_eq!(found(&late, None, 0), ("domain_delete depot.test".to_owned(), 1));
}
