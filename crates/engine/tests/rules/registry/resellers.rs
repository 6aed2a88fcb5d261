use engine::{
    Outcome,
    model::{Email, Phone, Reseller, ResellerParticulars, ResellerReference},
    ops::{
        reseller::{Change, Create, Delete, Info, List, Update},
        upkeep,
    },
};

use super::world;
use crate::fixture::{World, line, name};

cases! {
    success_makes_a_reseller_known
    success_changes_what_is_named_and_clears_how_it_is_reached
    success_forgets_a_reseller
    success_lists_the_actors_own
    success_beside_a_domain
    refused_for_a_taken_reference
    refused_for_one_that_cannot_be_reached
    refused_for_the_reseller_of_another
}

fn reference() -> ResellerReference {
    ResellerReference::parse("SHOP-1").unwrap()
}

fn email() -> Option<Email> {
    Some(Email::parse("info@example.test").unwrap())
}

fn create() -> Create {
    let particulars = ResellerParticulars {
        trading_name: line("Shop"),
        url: line("https://shop.example"),
        email: email(),
        voice: None,
    };
    Create { reseller: Reseller { reference: reference(), particulars } }
}

fn known() -> World {
    let world = world();
    world.done(&world.alpha, Outcome::ResellerCreated, create());
    world
}

fn success_makes_a_reseller_known() {
    let world = known();
    let found = world.found(&world.alpha, Outcome::ResellerFound, Info { reference: reference() });
    assert_eq!(found, create().reseller);
}

fn success_changes_what_is_named_and_clears_how_it_is_reached() {
    let world = known();
    let voice = Some(Phone::parse("+44.1865123456", None).unwrap());
    let change = Change { url: Some(line("https://new.example")), voice: voice.clone(), ..Change::default() };
    world.done(&world.alpha, Outcome::ResellerUpdated, Update { reference: reference(), change });
    let found =
        world.found(&world.alpha, Outcome::ResellerFound, Info { reference: reference() }).particulars;
    assert_eq!((found.trading_name, found.url), (line("Shop"), line("https://new.example")));
    assert_eq!((found.email, found.voice), (None, voice));
}

fn success_forgets_a_reseller() {
    let world = known();
    world.done(&world.alpha, Outcome::ResellerDeleted, Delete { reference: reference() });
    world.denied(&world.alpha, Outcome::ResellerUnknown, Info { reference: reference() });
    world.refused(&world.alpha, Outcome::ResellerUnknown, Delete { reference: reference() });
}

fn success_lists_the_actors_own() {
    let world = known();
    let listed = |actor| world.found(actor, Outcome::ResellersListed, List);
    assert_eq!((listed(&world.alpha), listed(&world.bravo)), (vec![create().reseller], Vec::new()));
}

fn success_beside_a_domain() {
    let world = world();
    let change = upkeep::Change { reseller: Some(Some(reference())), ..upkeep::Change::default() };
    let set = upkeep::Set { name: name("shop.tags.test"), change };
    world.refused(&world.alpha, Outcome::ResellerUnknown, set.clone());
    world.done(&world.alpha, Outcome::ResellerCreated, create());
    world.done(&world.alpha, Outcome::DomainUpdated, set);
    let find = upkeep::Find { name: name("shop.tags.test") };
    assert_eq!(world.found(&world.alpha, Outcome::DomainFound, find.clone()).reseller, Some(reference()));
    world.done(&world.alpha, Outcome::ResellerDeleted, Delete { reference: reference() });
    assert_eq!(world.found(&world.alpha, Outcome::DomainFound, find).reseller, None);
}

fn refused_for_a_taken_reference() {
    let world = known();
    world.refused(&world.alpha, Outcome::ResellerTaken, create());
    world.done(&world.bravo, Outcome::ResellerCreated, create());
}

fn refused_for_one_that_cannot_be_reached() {
    let world = known();
    let mut silent = create();
    silent.reseller.particulars.email = None;
    world.refused(&world.bravo, Outcome::TextMissing, silent);
    let update = Update { reference: reference(), change: Change::default() };
    world.refused(&world.alpha, Outcome::TextMissing, update);
}

fn refused_for_the_reseller_of_another() {
    let world = known();
    let change = Change { email: email(), ..Change::default() };
    world.refused(&world.bravo, Outcome::ResellerUnknown, Update { reference: reference(), change });
    world.denied(&world.bravo, Outcome::ResellerUnknown, Info { reference: reference() });
}
