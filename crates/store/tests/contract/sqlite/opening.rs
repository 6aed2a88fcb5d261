//! Opening, closing, and files that are not ours to open.

use std::sync::{Arc, mpsc};
use std::time::Duration;

use engine::ports::store::{Kind, QueryJob, Result, Snapshot, Store};
use rusqlite::Connection;
use store::{OpenError, Options, Sqlite};

use super::{Place, register};
use crate::client::read;
use crate::fixtures::{contact, host, name, opened};

#[test]
fn what_was_written_is_there_after_a_restart() {
    let place = Place::new();
    let store = place.open();
    let alpha = opened(&store, "ALPHA");
    register(&store, alpha, "shop.test");
    crate::client::write(&store, move |tx| {
        tx.insert_contact(&contact("JD-1", alpha))?;
        tx.insert_host(&host("ns1.example.test", alpha))
    });
    drop(store);

    let left: Vec<_> =
        place.folder.path().read_dir().unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "the database and its lock, nothing else: {left:?}");
    let store = place.open();
    assert_eq!(read(&store, |snapshot| snapshot.domain(&name("shop.test"))).unwrap().sponsor, alpha);
    let names = [(Kind::Domain, "shop.test"), (Kind::Host, "ns1.example.test"), (Kind::Contact, "JD-1")];
    for (kind, text) in names {
        assert!(store.names().holds(kind, text) && store.names().count(kind) == 1, "{text}");
    }
}

#[test]
fn what_was_handed_over_is_finished_on_closing() {
    let place = Place::new();
    let store = place.open();
    let alpha = opened(&store, "ALPHA");
    let ends: Vec<_> = (0..100)
        .map(|number| {
            let shop = crate::fixtures::domain(&format!("shop{number}.test"), alpha);
            let keep = engine::ports::store::Verdict::Keep;
            crate::client::submit(&store, move |tx| Ok((keep, tx.insert_domain(&shop, &[], &[])?))).1
        })
        .collect();
    drop(store);
    ends.iter().for_each(|end| end.recv().unwrap().unwrap());
    assert_eq!(place.open().names().count(Kind::Domain), 100);
}

/// The last to let go of a store may be a query, on a thread of the store itself.
#[test]
fn a_query_may_be_the_last_to_hold_a_store() {
    struct Last(Arc<Sqlite>, mpsc::Receiver<()>, mpsc::Sender<()>);
    impl QueryJob for Last {
        fn run(self: Box<Self>, _: Result<&dyn Snapshot>) {
            let Last(store, others, closed) = *self;
            others.recv().unwrap();
            drop(store);
            closed.send(()).unwrap();
        }
    }

    let place = Place::new();
    let store = Arc::new(place.open());
    let alpha = opened(&*store, "ALPHA");
    register(&store, alpha, "shop.test");
    let ((gone, others), (closed, waits)) = (mpsc::channel(), mpsc::channel());
    store.query(Box::new(Last(Arc::clone(&store), others, closed)));
    drop(store);
    gone.send(()).unwrap();
    waits.recv_timeout(Duration::from_secs(30)).expect("it is closed");
    assert_eq!(place.open().names().count(Kind::Domain), 1);
}

#[test]
fn a_second_opener_is_refused_and_the_first_undisturbed() {
    let place = Place::new();
    let store = place.open();
    let refused = Sqlite::open(&place.file(), Options::default()).err().unwrap();
    assert!(matches!(refused, OpenError::InUse(_)), "{refused}");
    assert!(refused.to_string().contains("store.db"), "{refused}");
    opened(&store, "ALPHA");
    drop(store);
    assert_eq!(read(&place.open(), |snapshot| snapshot.accounts()).len(), 1);
}

#[test]
fn a_newer_file_is_refused() {
    let place = Place::new();
    drop(place.open());
    Connection::open(place.file()).unwrap().pragma_update(None, "user_version", 1_000).unwrap();
    let refused = Sqlite::open(&place.file(), Options::default()).err().unwrap();
    assert!(matches!(refused, OpenError::Newer(_)), "{refused}");
}

#[test]
fn files_of_others_are_refused_and_left_as_they_are() {
    let place = Place::new();
    let other = Connection::open(place.file()).unwrap();
    other.execute_batch("CREATE TABLE recipe (title TEXT)").unwrap();
    drop(other);
    let refused = Sqlite::open(&place.file(), Options::default()).err().unwrap();
    assert!(matches!(refused, OpenError::Foreign { .. }), "{refused}");
    let other = Connection::open(place.file()).unwrap();
    let tables: i64 = other.query_row("SELECT COUNT(*) FROM sqlite_schema", [], |row| row.get(0)).unwrap();
    assert_eq!(tables, 1);

    let text = place.beside("letter.txt");
    std::fs::write(&text, "Dear registry, ".repeat(1_000)).unwrap();
    let refused = Sqlite::open(&text, Options::default()).err().unwrap();
    assert!(matches!(refused, OpenError::Foreign { .. }), "{refused}");
}

#[test]
fn a_missing_folder_is_named() {
    let place = Place::new();
    let refused = Sqlite::open(&place.beside("nowhere/store.db"), Options::default()).err().unwrap();
    assert!(matches!(&refused, OpenError::Io { .. }) && refused.to_string().contains("nowhere"), "{refused}");
}
