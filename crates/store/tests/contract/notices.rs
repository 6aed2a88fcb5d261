//! Notices and their queues.

use engine::model::{AccountId, Instant, ListedNotice, Notice, NoticeId};
use engine::ports::store::{NoticeFilter, Slice, Store};

use crate::client::{read, refuse, write};
use crate::fixtures::{noon, notice, opened};

pub(crate) fn notices_wait_in_their_order(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let sent: Vec<_> = (0..3).map(|_| notice(alpha)).collect();
    let (other, pushed) = (notice(bravo), sent.clone());
    write(store, move |tx| {
        tx.push_notice(&other)?;
        pushed.iter().try_for_each(|notice| tx.push_notice(notice))
    });
    assert_eq!(read(store, move |snapshot| snapshot.notices(alpha, 2)), sent[..2]);
    for (left, expected) in [3, 2, 1].into_iter().zip(sent) {
        let queue = read(store, move |snapshot| snapshot.queue(alpha)).unwrap();
        assert_eq!((queue.waiting, &queue.head), (left, &expected));
        assert!(write(store, move |tx| tx.remove_notice(alpha, expected.id)));
    }
    assert!(read(store, move |snapshot| snapshot.queue(alpha)).is_none());
    assert_eq!(read(store, move |snapshot| snapshot.queue(bravo)).unwrap().waiting, 1);
}

pub(crate) fn a_notice_is_acknowledged_once_and_by_its_owner(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let sent = notice(alpha);
    let (id, pushed) = (sent.id, sent.clone());
    write(store, move |tx| tx.push_notice(&pushed));
    assert_eq!(read(store, move |snapshot| snapshot.notice(id)), Some(sent));
    assert!(!write(store, move |tx| tx.remove_notice(bravo, id)), "another's");
    assert!(!write(store, move |tx| tx.remove_notice(alpha, NoticeId(1))), "none");
    assert!(refuse(store, move |tx| tx.remove_notice(alpha, id)), "refused afterwards");
    assert_eq!(read(store, move |snapshot| snapshot.queue(alpha)).unwrap().waiting, 1);
    assert!(write(store, move |tx| tx.remove_notice(alpha, id)));
    assert!(!write(store, move |tx| tx.remove_notice(alpha, id)), "twice");
    assert!(read(store, move |snapshot| snapshot.notice(id)).is_none());
}

fn filter(account: AccountId, with_past: bool, newest_first: bool) -> NoticeFilter {
    let (from, until) = (noon().plus_days(-1), noon().plus_days(1));
    NoticeFilter { account, kinds: None, from, until, with_past, newest_first }
}

/// Takes a notice out of its queue and keeps it.
fn acknowledge(store: &dyn Store, notice: &Notice, at: Instant) {
    let notice = notice.clone();
    assert!(write(store, move |tx| {
        tx.keep_notice(&notice, at)?;
        tx.remove_notice(notice.account, notice.id)
    }));
}

pub(crate) fn notices_are_listed_in_slices_with_those_that_went(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let sent: Vec<_> = (0..5).map(|_| notice(alpha)).collect();
    let (other, pushed) = (notice(bravo), sent.clone());
    write(store, move |tx| pushed.iter().chain([&other]).try_for_each(|notice| tx.push_notice(notice)));
    [1, 3].iter().for_each(|index| acknowledge(store, &sent[*index], noon()));

    let places = |filter: NoticeFilter, after: Option<usize>, skip| -> Vec<usize> {
        let slice = Slice { after: after.map(|index| sent[index].id), skip, most: 3 };
        let found = read(store, move |snapshot| snapshot.list_notices(&filter, &slice));
        let place = |row: &ListedNotice| sent.iter().position(|notice| *notice == row.notice).unwrap();
        assert!(found.iter().all(|row| row.acknowledged_at.is_some() == [1, 3].contains(&place(row))));
        found.iter().map(place).collect()
    };
    assert_eq!(places(filter(alpha, false, false), None, 0), [0, 2, 4]);
    assert_eq!(places(filter(alpha, false, false), Some(0), 1), [4]);
    assert_eq!(places(filter(alpha, false, true), Some(4), 0), [2, 0]);
    assert_eq!(places(filter(alpha, true, false), Some(0), 0), [1, 2, 3]);
    assert_eq!(places(filter(alpha, true, false), None, 3), [3, 4]);
    assert_eq!(places(filter(alpha, true, true), Some(3), 1), [1, 0]);

    let kind = sent[0].event.kind().into_owned();
    let narrowed = |kinds: &[&str], until| NoticeFilter {
        kinds: Some(kinds.iter().map(|kind| (*kind).to_owned()).collect()),
        until,
        ..filter(alpha, true, false)
    };
    let count = |filter| read(store, move |snapshot| snapshot.count_notices(&filter));
    assert_eq!((count(filter(alpha, false, true)), count(filter(alpha, true, false))), (3, 5));
    assert_eq!(count(narrowed(&["low_credit", &kind], noon().plus_days(1))), 5);
    assert_eq!(count(narrowed(&["low_credit"], noon().plus_days(1))), 0);
    assert_eq!(count(narrowed(&[&kind], noon())), 0);
}

pub(crate) fn notices_that_went_are_kept_for_a_while(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    // The age of a notice is that of its id.
    let given = |account, days| {
        let id = NoticeId(engine::IdSource::first_at(noon().plus_days(days)));
        Notice { id: NoticeId(id.0 + account_number(account)), ..notice(account) }
    };
    let (old, young, others) = (given(alpha, 0), given(alpha, 20), given(bravo, 0));
    let pushed = [old.clone(), young.clone(), others.clone()];
    write(store, move |tx| pushed.iter().try_for_each(|notice| tx.push_notice(notice)));
    acknowledge(store, &old, noon().plus_days(1));
    acknowledge(store, &others, noon().plus_days(1));
    let kept = |notice: &Notice| {
        let (account, id) = (notice.account, notice.id);
        read(store, move |snapshot| snapshot.past_notice(account, id)).map(|row| row.notice)
    };
    assert_eq!((kept(&old), kept(&young)), (Some(old.clone()), None));
    acknowledge(store, &young, noon().plus_days(ListedNotice::KEPT_DAYS + 1));
    assert_eq!((kept(&old), kept(&young)), (None, Some(young)));
    assert_eq!(kept(&others), Some(others), "another account's stay until that one acknowledges");
}

/// So that two notices of one moment have two ids.
fn account_number(account: AccountId) -> i64 {
    account.0 & 0xffff
}
