//! Resellers of registrars.

use engine::model::{Email, Line, Phone, Reseller, ResellerParticulars, ResellerReference};
use engine::ports::store::{Inserted, Store};

use crate::client::{read, try_write, write};
use crate::fixtures::opened;

fn reference(text: &str) -> ResellerReference {
    ResellerReference::parse(text).unwrap()
}

fn reseller(text: &str) -> Reseller {
    let line = |text| Line::parse(text, 255).unwrap();
    let particulars = ResellerParticulars {
        trading_name: line("Müller & Co"),
        url: line("https://www.example.test/"),
        email: Some(Email::parse("info@example.test").unwrap()),
        voice: None,
    };
    Reseller { reference: reference(text), particulars }
}

pub(crate) fn a_reseller_reads_back_as_it_was_written(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let found = || read(store, move |snapshot| snapshot.reseller(alpha, &reference("SHOP-1")));
    assert_eq!(found(), None);
    assert_eq!(write(store, move |tx| tx.insert_reseller(alpha, &reseller("SHOP-1"))), Inserted::Yes);
    assert_eq!(found(), Some(reseller("SHOP-1")));

    let mut changed = reseller("SHOP-1");
    changed.particulars.email = None;
    changed.particulars.voice = Some(Phone::parse("+44.1865123456", None).unwrap());
    let written = changed.clone();
    write(store, move |tx| tx.update_reseller(alpha, &written));
    assert_eq!(found(), Some(changed));
    assert!(write(store, move |tx| tx.delete_reseller(alpha, &reference("SHOP-1"))));
    assert!(!write(store, move |tx| tx.delete_reseller(alpha, &reference("SHOP-1"))));
    assert_eq!(found(), None);
    assert!(try_write(store, move |tx| tx.update_reseller(alpha, &reseller("SHOP-1"))).is_err());
}

pub(crate) fn a_reference_is_given_once_within_an_account(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    for (account, text, end) in [
        (alpha, "SHOP-2", Inserted::Yes),
        (alpha, "SHOP-1", Inserted::Yes),
        (bravo, "SHOP-1", Inserted::Yes),
        (alpha, "SHOP-1", Inserted::Taken),
    ] {
        assert_eq!(write(store, move |tx| tx.insert_reseller(account, &reseller(text))), end, "{text}");
    }
    let listed = read(store, move |snapshot| snapshot.resellers(alpha));
    assert_eq!(listed, [reseller("SHOP-1"), reseller("SHOP-2")]);
    assert_eq!(read(store, move |snapshot| snapshot.resellers(bravo)), [reseller("SHOP-1")]);
}
