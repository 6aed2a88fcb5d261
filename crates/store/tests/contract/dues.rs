//! Reminders.

use engine::model::{Due, Job, ObjectId};
use engine::ports::store::Store;

use crate::client::{read, write};
use crate::fixtures::noon;

pub(crate) fn reminders_come_in_order(store: &dyn Store) {
    let at = |days, job, object| Due::new(noon().plus_days(days), job, ObjectId(object));
    let dues =
        [at(2, Job::Transfer, 1), at(1, Job::Domain, 1), at(1, Job::Transfer, 9), at(1, Job::Domain, 2)];
    write(store, move |tx| dues.iter().try_for_each(|due| tx.remind(due)));
    let [second_day, first, transfer, second] = dues;
    assert_eq!(read(store, |snapshot| snapshot.due_by(noon(), 9)), []);
    assert_eq!(read(store, |snapshot| snapshot.due_by(noon().plus_days(1), 9)), [transfer, first, second]);
    assert_eq!(read(store, |snapshot| snapshot.due_by(noon().plus_days(3), 2)), [transfer, first]);
    assert_eq!(read(store, |snapshot| snapshot.due_by(noon().plus_days(3), 9)).last(), Some(&second_day));
    assert_eq!(read(store, |snapshot| snapshot.next_due()), Some(transfer.at));
}

pub(crate) fn a_reminder_is_there_once_and_goes_once(store: &dyn Store) {
    let due = Due::new(noon(), Job::Domain, ObjectId(7));
    assert_eq!(read(store, |snapshot| snapshot.next_due()), None);
    write(store, move |tx| tx.remind(&due));
    write(store, move |tx| tx.remind(&due));
    assert_eq!(read(store, |snapshot| snapshot.due_by(noon(), 9)), [due]);
    assert!(write(store, move |tx| tx.done(&due)));
    assert!(!write(store, move |tx| tx.done(&due)));
    assert_eq!(read(store, |snapshot| snapshot.next_due()), None);
}
