//! Notices and their queues.

use engine::model::NoticeId;
use engine::ports::store::Store;

use crate::client::{read, refuse, write};
use crate::fixtures::{notice, opened};

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
