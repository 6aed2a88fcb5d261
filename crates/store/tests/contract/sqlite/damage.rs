//! Damaged files: never a panic, never rubbish served as data, always the file's name.

use std::io::Write;

use engine::model::{Contact, Role};
use rusqlite::Connection;
use store::{Options, Sqlite, verify_file};

use super::{Place, rounds};
use crate::client::{try_read, write};
use crate::fixtures::{contact, domain, full_details, host, opened};

#[test]
fn a_page_of_rubbish_is_noticed() {
    let place = Place::new();
    let contacts = fill(&place);
    assert_eq!(verify_file(&place.file()).unwrap(), [""; 0]);

    let sound = std::fs::read(place.file()).unwrap();
    let (mut noticed, pages) = (0, sound.len() / PAGE);
    for page in 1..pages {
        let mut damaged = sound.clone();
        damaged[page * PAGE..(page + 1) * PAGE].fill(0xA5);
        std::fs::write(place.file(), &damaged).unwrap();
        noticed += usize::from(is_noticed(&place, &contacts));
        assert!(verify_file(&place.file()).map_or(true, |found| !found.is_empty()), "page {page}");
    }
    // Pages of empty tables are not read.
    assert!(noticed > 20 && noticed < pages, "{noticed} of {pages}");
}

#[test]
fn a_link_that_one_side_does_not_know_is_noticed() {
    let place = Place::new();
    let store = place.open();
    let (alpha, bravo) = (opened(&store, "ALPHA"), opened(&store, "BRAVO"));
    let (mut shop, jane, server) =
        (domain("shop.test", alpha), contact("JD-1", alpha), host("ns1.example.net", alpha));
    write(&store, move |tx| {
        tx.insert_contact(&jane)?;
        tx.insert_host(&server)?;
        let links = [(Role::Registrant, jane.id), (Role::Tech, jane.id)];
        tx.insert_domain(&shop, &links, &[server.id])?;
        tx.unlink_contacts(shop.id, &[(Role::Tech, jane.id)])?;
        shop.sponsor = bravo;
        tx.update_domain(&shop)
    });
    drop(store);
    assert_eq!(verify_file(&place.file()).unwrap(), [""; 0]);

    for (change, kind) in [
        ("UPDATE domain_contact SET role = 1", "contact"),
        ("UPDATE domain_contact SET role = 0; DELETE FROM domain_host", "host"),
        ("UPDATE domain SET hosts = NULL, contacts = NULL", "contact"),
    ] {
        Connection::open(place.file()).unwrap().execute_batch(change).unwrap();
        let found = verify_file(&place.file()).unwrap();
        assert!(found.len() == 1 && found[0].contains(kind), "{found:?}");
    }
}

/// SQLite has no checksums of pages, so a bit that makes another value of the same form is served as that value. What
/// is asked for here is less: no panic, no endless reading, and whatever is noticed names its place.
#[test]
fn a_flipped_bit_is_survived_and_what_is_noticed_names_its_place() {
    let place = Place::new();
    let contacts = fill(&place);

    let sound = std::fs::read(place.file()).unwrap();
    let (mut noticed, mut flips) = (0, 0);
    for page in 0..sound.len() / PAGE {
        // One bit a page, each time at another place in it; or several, when there is time.
        for flip in 0..rounds(1, 64) {
            let mut damaged = sound.clone();
            damaged[page * PAGE + (page * 1031 + flip * 389) % PAGE] ^= 1 << (flip % 8);
            std::fs::write(place.file(), &damaged).unwrap();
            flips += 1;
            noticed += usize::from(is_damage_found(&place, &contacts));
        }
    }
    assert!(noticed > 0, "none of {flips} was noticed");
    let _ = writeln!(std::io::stderr(), "{noticed} of {flips} flipped bits were noticed");
}

/// Whether opening, reading or verifying finds anything wrong.
fn is_damage_found(place: &Place, contacts: &[Contact]) -> bool {
    let verified = verify_file(&place.file()).map_or(true, |found| !found.is_empty());
    let store = match Sqlite::open(&place.file(), Options::default()) {
        Ok(store) => store,
        Err(error) => {
            assert!(error.to_string().contains("store.db"), "{error}");
            return true;
        }
    };
    let read = contacts.iter().any(|expected| {
        let handle = expected.handle.clone();
        try_read(&store, move |snapshot| snapshot.contact(&handle)).is_err_and(|fault| {
            let place = ["store.db", "column "].iter().any(|place| fault.message.contains(place));
            assert!(place, "{fault}");
            true
        })
    });
    verified || read
}

/// Whether a reader of all contacts meets an error; what it reads without one has to be right.
fn is_noticed(place: &Place, contacts: &[Contact]) -> bool {
    let store = match Sqlite::open(&place.file(), Options::default()) {
        Ok(store) => store,
        Err(error) => {
            assert!(error.to_string().contains("store.db"), "{error}");
            return true;
        }
    };
    contacts.iter().any(|expected| {
        let handle = expected.handle.clone();
        match try_read(&store, move |snapshot| snapshot.contact(&handle)) {
            Ok(found) => found.is_none_or(|found| {
                assert_eq!(&found, expected);
                false
            }),
            Err(fault) => {
                assert!(fault.message.contains("store.db"), "{fault}");
                true
            }
        }
    })
}

/// A closed store with contacts, and these.
fn fill(place: &Place) -> Vec<Contact> {
    let store = place.open();
    let alpha = opened(&store, "ALPHA");
    let contacts: Vec<Contact> = (0..200)
        .map(|number| Contact { details: full_details(), ..contact(&format!("JD-{number}"), alpha) })
        .collect();
    let written = contacts.clone();
    write(&store, move |tx| written.iter().try_for_each(|contact| tx.insert_contact(contact).map(drop)));
    contacts
}

const PAGE: usize = 4096;
