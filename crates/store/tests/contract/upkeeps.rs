//! Standing orders for domains, and who speaks for registrants.

use engine::model::{
    AccountId, BillCode, Contact, DomainId, Line, Reseller, ResellerParticulars, ResellerReference, Upkeep,
};
use engine::ports::store::{Deleted, Store};

use crate::client::{read, refuse, write};
use crate::fixtures::{contact, domain, opened};

/// Orders with something in every field.
fn full() -> Upkeep {
    let line = |text| Line::parse(text, 255).unwrap();
    Upkeep {
        first_bill: Some(BillCode::TagHolder),
        recur_bill: Some(BillCode::Customer),
        auto_bill: Some(30),
        next_bill: Some(60),
        auto_period: Some(2),
        next_period: Some(9),
        renew_not_required: true,
        notes: vec![line("first"), line("second, with ünlaut")],
        reseller: Some(ResellerReference::parse("RESELLER-1").unwrap()),
    }
}

fn upkeep(store: &dyn Store, domain: DomainId) -> Upkeep {
    read(store, move |snapshot| snapshot.upkeep(domain))
}

/// An account with the reseller that the orders name.
fn registrar(store: &dyn Store) -> AccountId {
    let alpha = opened(store, "ALPHA");
    let line = |text| Line::parse(text, 255).unwrap();
    let particulars = ResellerParticulars {
        trading_name: line("Shop"),
        url: line("https://shop.example"),
        email: None,
        voice: None,
    };
    let reseller = Reseller { reference: ResellerReference::parse("RESELLER-1").unwrap(), particulars };
    write(store, move |tx| tx.insert_reseller(alpha, &reseller));
    alpha
}

pub(crate) fn orders_read_back_as_they_were_written(store: &dyn Store) {
    let alpha = registrar(store);
    let (shop, other) = (domain("shop.test", alpha), domain("other.test", alpha));
    let (id, beside) = (shop.id, other.id);
    write(store, move |tx| {
        tx.insert_domain(&shop, &[], &[])?;
        tx.insert_domain(&other, &[], &[])
    });
    assert_eq!(upkeep(store, id), Upkeep::default());
    write(store, move |tx| tx.put_upkeep(alpha, id, &full()));
    assert_eq!((upkeep(store, id), upkeep(store, beside)), (full(), Upkeep::default()));

    let fewer = Upkeep { auto_bill: Some(7), ..Upkeep::default() };
    let (refused, kept) = (fewer.clone(), fewer.clone());
    refuse(store, move |tx| tx.put_upkeep(alpha, id, &refused));
    assert_eq!(upkeep(store, id), full());
    write(store, move |tx| tx.put_upkeep(alpha, id, &kept));
    assert_eq!(upkeep(store, id), fewer);
}

pub(crate) fn orders_name_no_reseller_that_is_gone(store: &dyn Store) {
    let (alpha, bravo) = (registrar(store), opened(store, "BRAVO"));
    let shop = domain("shop.test", alpha);
    let id = shop.id;
    write(store, move |tx| {
        tx.insert_domain(&shop, &[], &[])?;
        tx.put_upkeep(alpha, id, &full())
    });
    let delete = |account| {
        let reference = ResellerReference::parse("RESELLER-1").unwrap();
        write(store, move |tx| tx.delete_reseller(account, &reference))
    };
    assert!(!delete(bravo));
    assert_eq!(upkeep(store, id), full());
    assert!(delete(alpha));
    assert_eq!(upkeep(store, id), Upkeep { reseller: None, ..full() });
}

pub(crate) fn orders_go_with_their_domain(store: &dyn Store) {
    let alpha = registrar(store);
    let shop = domain("shop.test", alpha);
    let (id, written) = (shop.id, shop.clone());
    write(store, move |tx| {
        tx.insert_domain(&written, &[], &[])?;
        tx.put_upkeep(alpha, id, &full())
    });
    write(store, move |tx| tx.delete_domain(&shop));
    assert_eq!(upkeep(store, id), Upkeep::default());
}

/// A registrant and three more contacts.
fn company(store: &dyn Store) -> [Contact; 4] {
    let alpha = opened(store, "ALPHA");
    let contacts = ["FIRM", "ANN", "BOB", "EVE"].map(|handle| contact(handle, alpha));
    let written = contacts.clone();
    write(store, move |tx| written.iter().try_for_each(|contact| tx.insert_contact(contact).map(drop)));
    contacts
}

pub(crate) fn persons_stand_at_their_places(store: &dyn Store) {
    let [firm, ann, bob, eve] = company(store).map(|contact| contact.id);
    let persons = || read(store, move |snapshot| snapshot.persons(firm));
    assert_eq!(persons(), []);
    write(store, move |tx| {
        tx.put_person(firm, "billing", 1, bob)?;
        tx.put_person(firm, "admin", 3, ann)?;
        tx.put_person(firm, "admin", 2, bob)
    });
    let at = |kind: &str, place, person| (kind.to_owned(), place, person);
    assert_eq!(persons(), [at("admin", 2, bob), at("admin", 3, ann), at("billing", 1, bob)]);
    write(store, move |tx| {
        tx.put_person(firm, "admin", 3, eve)?;
        tx.remove_person(firm, "admin", 2)?;
        tx.remove_person(firm, "admin", 1)
    });
    assert_eq!(persons(), [at("admin", 3, eve), at("billing", 1, bob)]);
    assert_eq!(read(store, move |snapshot| snapshot.persons(ann)), []);
}

pub(crate) fn a_person_stays_while_it_speaks_for_somebody(store: &dyn Store) {
    let [firm, ann, ..] = company(store);
    let (holder, person) = (firm.id, ann.id);
    write(store, move |tx| tx.put_person(holder, "admin", 2, person));
    let doomed = ann.clone();
    assert_eq!(write(store, move |tx| tx.delete_contact(&doomed)), Deleted::InUse);
    assert_eq!(write(store, move |tx| tx.delete_contact(&firm)), Deleted::Yes);
    assert_eq!(read(store, move |snapshot| snapshot.persons(holder)), []);
    assert_eq!(write(store, move |tx| tx.delete_contact(&ann)), Deleted::Yes);
}
