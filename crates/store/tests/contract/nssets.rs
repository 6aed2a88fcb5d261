//! Sets of name servers.

use engine::model::{AuthInfoDigest, Nsset, NssetId, Status};
use engine::ports::store::{Deleted, Inserted, Kind, Store};

use crate::client::{read, write};
use crate::fixtures::{contact, domain, name, noon, nsset, nsset_name, opened, transfer};

fn insert(store: &dyn Store, nsset: &Nsset) -> Inserted {
    let nsset = nsset.clone();
    write(store, move |tx| tx.insert_nsset(&nsset))
}

fn delete(store: &dyn Store, nsset: &Nsset) -> Deleted {
    let nsset = nsset.clone();
    write(store, move |tx| tx.delete_nsset(&nsset))
}

fn found(store: &dyn Store, id: NssetId) -> Option<Nsset> {
    read(store, move |snapshot| snapshot.nsset_by_id(id))
}

pub(crate) fn a_set_reads_back_as_it_was_written(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let jane = contact("JD-1", alpha);
    let mut set = nsset("SET-1", alpha);
    set.contacts = vec![jane.id];
    set.authinfo = AuthInfoDigest::from_store(&[9; 32]);
    set.statuses.set(Status::ServerUpdateProhibited, None);
    write(store, move |tx| tx.insert_contact(&jane));
    assert_eq!(insert(store, &set), Inserted::Yes);
    assert_eq!(read(store, |snapshot| snapshot.nsset(&nsset_name("set-1"))), Some(set.clone()));
    assert_eq!(found(store, set.id), Some(set));
    assert!(store.names().holds(Kind::Nsset, "SET-1"));
}

pub(crate) fn a_taken_name_is_refused(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let (first, second) = (nsset("SET-1", alpha), nsset("SET-1", alpha));
    assert_eq!([insert(store, &first), insert(store, &second)], [Inserted::Yes, Inserted::Taken]);
    assert_eq!(found(store, second.id), None);
    assert_eq!(store.names().count(Kind::Nsset), 1);
}

pub(crate) fn an_update_replaces_row_and_links(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let (jane, john) = (contact("JD-1", alpha), contact("JD-2", alpha));
    let mut set = nsset("SET-1", alpha);
    set.contacts = vec![jane.id];
    let (former, latter) = (jane.id, john.id);
    write(store, move |tx| tx.insert_contact(&jane).and_then(|_| tx.insert_contact(&john)));
    insert(store, &set);
    set.sponsor = bravo;
    set.touch(bravo, noon().plus_days(3));
    set.transferred_at = Some(noon().plus_days(2));
    set.contacts = vec![latter];
    set.servers.pop();
    let changed = set.clone();
    write(store, move |tx| tx.update_nsset(&changed));
    assert_eq!(found(store, set.id), Some(set));
    assert!(!read(store, move |snapshot| snapshot.contact_is_linked(former)));
    assert!(read(store, move |snapshot| snapshot.contact_is_linked(latter)));
}

pub(crate) fn a_set_in_use_stays_whole(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let jane = contact("JD-1", alpha);
    let mut set = nsset("SET-1", alpha);
    set.contacts = vec![jane.id];
    let mut shop = domain("shop.test", alpha);
    shop.nsset = Some(set.id);
    write(store, move |tx| tx.insert_contact(&jane));
    insert(store, &set);
    let registered = shop.clone();
    write(store, move |tx| tx.insert_domain(&registered, &[], &[]));
    let (id, tech) = (set.id, set.contacts[0]);
    assert!(read(store, move |snapshot| snapshot.nsset_is_linked(id)));
    assert_eq!(delete(store, &set), Deleted::InUse);
    assert!(read(store, move |snapshot| snapshot.contact_is_linked(tech)), "its links are as they were");
    assert_eq!(read(store, |snapshot| snapshot.domain(&name("shop.test"))).unwrap().nsset, Some(id));

    shop.nsset = None;
    write(store, move |tx| tx.update_domain(&shop));
    assert!(!read(store, move |snapshot| snapshot.nsset_is_linked(id)));
    assert_eq!(delete(store, &set), Deleted::Yes);
}

pub(crate) fn a_deletion_takes_links_and_transfer_along(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let jane = contact("JD-1", alpha);
    let mut set = nsset("SET-1", alpha);
    set.contacts = vec![jane.id];
    let (object, tech) = (set.id.into(), jane.id);
    write(store, move |tx| tx.insert_contact(&jane));
    insert(store, &set);
    write(store, move |tx| tx.put_transfer(&transfer(object, bravo, alpha)));
    assert_eq!(delete(store, &set), Deleted::Yes);
    assert_eq!(found(store, set.id), None);
    assert_eq!(read(store, move |snapshot| snapshot.transfer(object)), None);
    assert!(!read(store, move |snapshot| snapshot.contact_is_linked(tech)));
    assert!(!store.names().holds(Kind::Nsset, "SET-1"));
}

pub(crate) fn a_contact_of_a_set_stays(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let jane = contact("JD-1", alpha);
    let mut set = nsset("SET-1", alpha);
    set.contacts = vec![jane.id];
    let inserted = jane.clone();
    write(store, move |tx| tx.insert_contact(&inserted));
    insert(store, &set);
    let doomed = jane.clone();
    assert_eq!(write(store, move |tx| tx.delete_contact(&doomed)), Deleted::InUse);
    delete(store, &set);
    assert_eq!(write(store, move |tx| tx.delete_contact(&jane)), Deleted::Yes);
}
