//! Names in quarantine.

use engine::model::{ObjectId, Tombstone};
use engine::ports::store::{Kind, Store};

use crate::client::{read, refuse, write};
use crate::fixtures::{id, noon};

fn tombstone(kind: Kind, name: &str) -> Tombstone {
    Tombstone { object: ObjectId(id()), kind, name: name.to_owned(), until: noon().plus_days(60) }
}

fn bury(store: &dyn Store, tombstone: &Tombstone) {
    let tombstone = tombstone.clone();
    write(store, move |tx| tx.put_tombstone(&tombstone));
}

fn rests(store: &dyn Store, kind: Kind, name: &'static str) -> bool {
    let found = read(store, move |snapshot| snapshot.in_quarantine(kind, name));
    assert_eq!(store.names().holds(kind, name), found, "the index says the same");
    found
}

pub(crate) fn a_name_rests_until_its_tombstone_goes(store: &dyn Store) {
    let jane = tombstone(Kind::FormerContact, "JD-1");
    bury(store, &jane);
    assert!(rests(store, Kind::FormerContact, "JD-1") && !rests(store, Kind::FormerNsset, "JD-1"));
    assert!(!store.names().holds(Kind::Contact, "JD-1"));
    let (object, kept) = (jane.object, jane.clone());
    assert_eq!(read(store, move |snapshot| snapshot.tombstone(object)), Some(kept));

    let doomed = jane.clone();
    refuse(store, move |tx| tx.remove_tombstone(&doomed));
    assert!(rests(store, Kind::FormerContact, "JD-1"));
    write(store, move |tx| tx.remove_tombstone(&jane));
    assert!(!rests(store, Kind::FormerContact, "JD-1"));
    assert_eq!(read(store, move |snapshot| snapshot.tombstone(object)), None);
}

pub(crate) fn a_later_tombstone_takes_the_place_of_an_earlier_one(store: &dyn Store) {
    let (first, second) = (tombstone(Kind::FormerNsset, "SET-1"), tombstone(Kind::FormerNsset, "SET-1"));
    bury(store, &first);
    bury(store, &second);
    let (gone, there) = (first.object, second.object);
    assert_eq!(read(store, move |snapshot| snapshot.tombstone(gone)), None);
    assert_eq!(read(store, move |snapshot| snapshot.tombstone(there)), Some(second));
    assert_eq!(store.names().count(Kind::FormerNsset), 1);
}
