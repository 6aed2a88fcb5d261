//! History.

use engine::model::OperationId;
use engine::ports::store::Store;

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
