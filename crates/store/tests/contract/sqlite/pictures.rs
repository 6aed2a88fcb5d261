//! Pictures of the database, taken and brought back while it is in use.

use engine::ports::store::{Kind, Store};
use store::{Options, Sqlite};

use super::{Place, register};
use crate::client::read;
use crate::fixtures::opened;

fn comes_and_goes(store: &Sqlite) {
    let alpha = opened(store, "ALPHA");
    register(store, alpha, "kept.test");
    let picture = store.picture().unwrap();
    register(store, alpha, "later.test");
    assert_eq!(store.names().count(Kind::Domain), 2);

    for _ in 0..2 {
        store.bring_back(&picture).unwrap();
        assert!(store.names().holds(Kind::Domain, "kept.test"));
        assert!(!store.names().holds(Kind::Domain, "later.test"));
        assert_eq!(read(store, |snapshot| snapshot.count_domains()), 1);
        register(store, alpha, "later.test");
        assert_eq!(read(store, |snapshot| snapshot.count_domains()), 2);
    }
}

#[test]
fn in_memory_everything_is_as_it_was() {
    comes_and_goes(&Sqlite::in_memory(Options::default()).unwrap());
}

#[test]
fn in_a_file_everything_is_as_it_was_and_stays_so() {
    let place = Place::new();
    let store = place.open();
    comes_and_goes(&store);
    let picture = store.picture().unwrap();
    register(&store, read(&store, |snapshot| snapshot.accounts())[0].id, "third.test");
    store.bring_back(&picture).unwrap();
    drop(store);
    let again = place.open();
    assert_eq!(again.names().count(Kind::Domain), 2);
    assert!(!again.names().holds(Kind::Domain, "third.test"));
}

#[test]
fn a_picture_fits_another_store() {
    let place = Place::new();
    let file = place.open();
    let alpha = opened(&file, "ALPHA");
    register(&file, alpha, "kept.test");
    let copy = Sqlite::in_memory(Options::default()).unwrap();
    copy.bring_back(&file.picture().unwrap()).unwrap();
    assert!(copy.names().holds(Kind::Domain, "kept.test"));
    register(&copy, alpha, "own.test");
    assert!(!file.names().holds(Kind::Domain, "own.test"));
}
