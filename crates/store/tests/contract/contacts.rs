//! Contacts.

use engine::model::{AuthInfoDigest, DomainId, Role, Status, StatusNote};
use engine::ports::store::{Deleted, Inserted, Kind, Slice, Store};

use crate::client::{read, refuse, write};
use crate::fixtures::{contact, domain, full_details, handle, noon, opened};

pub(crate) fn a_contact_reads_back_as_it_was_written(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let mut jane = contact("JD-1", alpha);
    jane.details = full_details();
    jane.authinfo = AuthInfoDigest::from_store(&[9; 32]);
    let note = StatusNote { language: "en".to_owned(), text: "on her wish".to_owned() };
    jane.statuses.set(Status::ClientDeleteProhibited, Some(note));
    jane.statuses.set(Status::ClientUpdateProhibited, None);
    let written = jane.clone();
    assert_eq!(write(store, move |tx| tx.insert_contact(&written)), Inserted::Yes);
    assert_eq!(read(store, |snapshot| snapshot.contact(&handle("JD-1"))), Some(jane));
    assert_eq!(read(store, |snapshot| snapshot.contact(&handle("jd-1"))), None);
}

pub(crate) fn a_taken_handle_is_refused(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let (first, second) = (contact("JD-1", alpha), contact("JD-1", alpha));
    let id = first.id;
    assert_eq!(write(store, move |tx| tx.insert_contact(&first)), Inserted::Yes);
    assert_eq!(write(store, move |tx| tx.insert_contact(&second)), Inserted::Taken);
    assert_eq!(read(store, |snapshot| snapshot.contact(&handle("JD-1"))).unwrap().id, id);
    assert_eq!(store.names().count(Kind::Contact), 1);
}

pub(crate) fn an_update_replaces_the_row(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let mut jane = contact("JD-1", alpha);
    jane.details = full_details();
    jane.statuses.set(Status::PendingTransfer, None);
    let written = jane.clone();
    write(store, move |tx| tx.insert_contact(&written));
    jane.sponsor = bravo;
    jane.touch(bravo, noon().plus_days(3));
    jane.transferred_at = Some(noon().plus_days(2));
    jane.statuses = Default::default();
    jane.details.postal.clear();
    let changed = jane.clone();
    write(store, move |tx| tx.update_contact(&changed));
    assert_eq!(read(store, |snapshot| snapshot.contact(&handle("JD-1"))), Some(jane));
}

pub(crate) fn ids_are_found_for_any_number_of_handles(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let contacts: Vec<_> = (0..40).map(|number| contact(&format!("JD-{number}"), alpha)).collect();
    let expected: Vec<_> = contacts.iter().map(|contact| (contact.handle.clone(), contact.id)).collect();
    write(store, move |tx| contacts.iter().try_for_each(|contact| tx.insert_contact(contact).map(drop)));
    for count in [0, 1, 2, 3, 5, 16, 17, 40] {
        let mut asked: Vec<_> = expected[..count].iter().map(|(handle, _)| handle.clone()).collect();
        asked.push(handle("NOBODY"));
        let mut found = read(store, move |snapshot| snapshot.contact_ids(&asked));
        found.sort_by_key(|(_, id)| *id);
        assert_eq!(found, expected[..count], "{count} handles");
    }
}

pub(crate) fn a_new_handle_frees_the_old_one(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let (mut jane, other) = (contact("JD-1", alpha), contact("JD-2", alpha));
    let (id, written, beside) = (jane.id, jane.clone(), other.id);
    write(store, move |tx| {
        tx.insert_contact(&other)?;
        tx.insert_contact(&written)
    });
    jane.handle = handle("JD-2");
    let colliding = jane.clone();
    let renamed = write(store, move |tx| tx.rename_contact(&colliding, &handle("JD-1")));
    assert_eq!(renamed, Inserted::Taken);
    assert!(store.names().holds(Kind::Contact, "JD-1"));

    jane.handle = handle("JD-3");
    let free = jane.clone();
    assert_eq!(write(store, move |tx| tx.rename_contact(&free, &handle("JD-1"))), Inserted::Yes);
    assert_eq!(read(store, move |snapshot| snapshot.contact_by_id(id)), Some(jane));
    assert!(!store.names().holds(Kind::Contact, "JD-1") && store.names().holds(Kind::Contact, "JD-3"));
    let mut handles = read(store, move |snapshot| snapshot.contact_handles(&[id, beside]));
    handles.sort_by_key(|(id, _)| *id);
    let mut expected = [(id, handle("JD-3")), (beside, handle("JD-2"))];
    expected.sort_by_key(|(id, _)| *id);
    assert_eq!(handles, expected);
}

pub(crate) fn what_a_contact_is_used_for_is_listed(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let jane = contact("JD-1", alpha);
    let domains = [domain("b.test", alpha), domain("a.test", alpha), domain("theirs.test", bravo)];
    let links = [(Role::Registrant, jane.id), (Role::Tech, jane.id)];
    let (id, registered) = (jane.id, domains.clone());
    write(store, move |tx| {
        tx.insert_contact(&jane)?;
        registered.iter().try_for_each(|domain| tx.insert_domain(domain, &links, &[]).map(drop))
    });
    let listed = |after: Option<(DomainId, Role)>, skip, most| {
        let slice = Slice { after, skip, most };
        let uses = read(store, move |snapshot| snapshot.contact_uses(id, alpha, &slice));
        uses.into_iter().map(|row| (row.name.to_string(), row.role)).collect::<Vec<_>>()
    };
    let both = |name: &str| [Role::Registrant, Role::Tech].map(|role| (name.to_owned(), role));
    let all = [both("b.test"), both("a.test")].concat();
    assert_eq!(listed(None, 0, 9), all);
    assert_eq!(listed(Some((domains[0].id, Role::Registrant)), 1, 1), all[2..3]);
    assert_eq!(read(store, move |snapshot| snapshot.count_contact_uses(id, alpha)), 4);
}

pub(crate) fn a_contact_in_use_stays(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let (jane, shop) = (contact("JD-1", alpha), domain("shop.test", alpha));
    let links = [(Role::Registrant, jane.id), (Role::Tech, jane.id)];
    let (inserted, registered) = (jane.clone(), shop.clone());
    write(store, move |tx| {
        tx.insert_contact(&inserted)?;
        tx.insert_domain(&registered, &links, &[])
    });
    let id = jane.id;
    assert!(read(store, move |snapshot| snapshot.contact_is_linked(id)));
    let doomed = jane.clone();
    assert_eq!(write(store, move |tx| tx.delete_contact(&doomed)), Deleted::InUse);
    assert!(store.names().holds(Kind::Contact, "JD-1"));

    write(store, move |tx| tx.unlink_contacts(shop.id, &links));
    assert!(!read(store, move |snapshot| snapshot.contact_is_linked(id)));
    assert_eq!(write(store, move |tx| tx.delete_contact(&jane)), Deleted::Yes);
    assert!(read(store, |snapshot| snapshot.contact(&handle("JD-1"))).is_none());
    assert!(!store.names().holds(Kind::Contact, "JD-1"));
}

pub(crate) fn a_refused_deletion_changes_nothing(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let jane = contact("JD-1", alpha);
    let inserted = jane.clone();
    write(store, move |tx| tx.insert_contact(&inserted));
    assert_eq!(refuse(store, move |tx| tx.delete_contact(&jane)), Deleted::Yes);
    assert!(read(store, |snapshot| snapshot.contact(&handle("JD-1"))).is_some());
    assert!(store.names().holds(Kind::Contact, "JD-1"));
}

/// A document says only what is particular, so that one without the rest is as good as one from before.
pub(crate) fn details_of_older_rows_still_load(store: &dyn Store) {
    let old = r#"{"postal":[{"kind":"int","name":"Jane Doe","organisation":null,"street":[],"city":"Plzen",
        "province":null,"postal_code":null,"country":"CZ"}],"voice":null,"fax":null,"email":"jane@example.test",
        "disclosure":null}"#;
    let mut jane = contact("JD-1", opened(store, "ALPHA"));
    jane.details = serde_json::from_str(old).unwrap();
    assert_eq!(jane.details.postal[0].name.last(), "Doe");
    assert!(jane.details.particulars.is_empty());
    assert!(!serde_json::to_string(&jane.details).unwrap().contains("particulars"));
    let written = jane.clone();
    write(store, move |tx| tx.insert_contact(&written));
    assert_eq!(read(store, |snapshot| snapshot.contact(&handle("JD-1"))), Some(jane));
}

pub(crate) fn a_contact_is_open_to_accounts_until_it_is_closed(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let jane = contact("JD-1", alpha);
    let (id, inserted) = (jane.id, jane.clone());
    write(store, move |tx| tx.insert_contact(&inserted));
    let open = || read(store, move |snapshot| snapshot.contact_is_open_to(id, bravo));
    assert!(!open());
    for _ in 0..2 {
        write(store, move |tx| tx.open_contact(id, bravo));
        assert!(open());
    }
    write(store, move |tx| tx.close_contact(id));
    assert!(!open());
    write(store, move |tx| tx.open_contact(id, bravo));
    assert_eq!(write(store, move |tx| tx.delete_contact(&jane)), Deleted::Yes);
    assert!(!open(), "it goes with the contact");
}
