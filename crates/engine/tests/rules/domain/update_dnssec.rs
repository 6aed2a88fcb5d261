//! DNSSEC data (RFC 5910 section 5.2.5).

use engine::{
    Outcome,
    model::{DnssecData, Ds, Key},
    ops::domain::{Create, DnssecChange, DnssecRemoval, Update},
};

use super::{strict, strict_world};
use crate::fixture::{World, create_domain, domain_update, ds, key, name};

cases! {
    success_adds_and_removes
    success_removes_before_it_adds
    success_removes_all_and_adds
    success_removes_a_record_whatever_key_stands_beside_it
    success_changes_the_signature_life
    success_forgets_the_signature_life_with_the_last_record
    success_goes_from_records_to_keys
    refused_for_what_is_set
    refused_for_what_is_not_set
    refused_for_the_form
    refused_for_too_much
}

const DOMAIN: &str = "shop.test";

/// A world in which ALPHA has a domain with these records.
fn signed(domain: &str, ds: Vec<Ds>) -> World {
    let world = World::new();
    let dnssec = DnssecData { max_signature_life: Some(600), ds, keys: Vec::new() };
    world.done(&world.alpha, Outcome::DomainCreated, Create { dnssec, ..create_domain(domain) });
    world
}

fn change(domain: &str, remove: Option<DnssecRemoval>, add: DnssecData) -> Update {
    Update { dnssec: Some(DnssecChange { remove, add }), ..domain_update(domain) }
}

fn records(ds: Vec<Ds>) -> DnssecData {
    DnssecData { ds, ..DnssecData::default() }
}

fn none() -> DnssecData {
    DnssecData::default()
}

fn data(world: &World, domain: &str) -> DnssecData {
    world.view(domain).domain.dnssec
}

#[track_caller]
fn update(world: &World, update: Update) {
    world.done(&world.alpha, Outcome::DomainUpdated, update);
}

fn success_adds_and_removes() {
    let world = signed(DOMAIN, vec![ds(1)]);
    update(&world, change(DOMAIN, None, records(vec![ds(2)])));
    assert_eq!(data(&world, DOMAIN).ds, [ds(1), ds(2)]);
    update(&world, change(DOMAIN, Some(DnssecRemoval::Ds(vec![ds(1)])), none()));
    assert_eq!(data(&world, DOMAIN).ds, [ds(2)]);
}

/// The zone takes two records at most, which only the result has to keep to.
fn success_removes_before_it_adds() {
    let world = signed(DOMAIN, vec![ds(1), ds(2)]);
    update(&world, change(DOMAIN, Some(DnssecRemoval::Ds(vec![ds(1)])), records(vec![ds(3)])));
    assert_eq!(data(&world, DOMAIN).ds, [ds(2), ds(3)]);
    update(&world, change(DOMAIN, Some(DnssecRemoval::Ds(vec![ds(3)])), records(vec![ds(3)])));
    assert_eq!(data(&world, DOMAIN).ds, [ds(2), ds(3)]);
}

fn success_removes_all_and_adds() {
    let world = signed(DOMAIN, vec![ds(1), ds(2)]);
    update(&world, change(DOMAIN, Some(DnssecRemoval::All), records(vec![ds(4)])));
    assert_eq!(data(&world, DOMAIN).ds, [ds(4)]);
    update(&world, change(DOMAIN, Some(DnssecRemoval::All), none()));
    assert_eq!(data(&world, DOMAIN), none());
    update(&world, change(DOMAIN, Some(DnssecRemoval::All), none()));
}

fn success_removes_a_record_whatever_key_stands_beside_it() {
    let with_key = Ds { key: Some(key("AQID")), ..ds(1) };
    let world = signed(DOMAIN, vec![with_key]);
    update(&world, change(DOMAIN, Some(DnssecRemoval::Ds(vec![ds(1)])), none()));
    assert!(data(&world, DOMAIN).ds.is_empty());
}

fn success_changes_the_signature_life() {
    let world = signed(DOMAIN, vec![ds(1)]);
    update(&world, change(DOMAIN, None, DnssecData { max_signature_life: Some(900), ..none() }));
    assert_eq!(data(&world, DOMAIN).max_signature_life, Some(900));
    update(&world, change(DOMAIN, None, records(vec![ds(2)])));
    assert_eq!(data(&world, DOMAIN).max_signature_life, Some(900), "what is not named stays");
}

/// Alone it has no place in an answer, and it should not come back with a record of later.
fn success_forgets_the_signature_life_with_the_last_record() {
    let world = signed(DOMAIN, vec![ds(1)]);
    update(&world, change(DOMAIN, Some(DnssecRemoval::Ds(vec![ds(1)])), none()));
    update(&world, change(DOMAIN, None, records(vec![ds(2)])));
    assert_eq!(data(&world, DOMAIN).max_signature_life, None);
}

fn success_goes_from_records_to_keys() {
    let world = signed("shop.either.test", vec![ds(1)]);
    let keys = DnssecData { keys: vec![key("AQID")], ..none() };
    world.refused(&world.alpha, Outcome::DnssecRefused, change("shop.either.test", None, keys.clone()));
    update(&world, change("shop.either.test", Some(DnssecRemoval::All), keys));
    assert_eq!(data(&world, "shop.either.test").keys, [key("AQID")]);
    let remove = DnssecRemoval::Keys(vec![key("AQID")]);
    update(&world, change("shop.either.test", Some(remove), records(vec![ds(1)])));
}

fn refused_for_what_is_set() {
    let world = signed(DOMAIN, vec![ds(1)]);
    world.refused(&world.alpha, Outcome::AlreadySet, change(DOMAIN, None, records(vec![ds(1)])));
    world.refused(&world.alpha, Outcome::AlreadySet, change(DOMAIN, None, records(vec![ds(2), ds(2)])));
}

fn refused_for_what_is_not_set() {
    let world = signed(DOMAIN, vec![ds(1)]);
    let other_algorithm = Ds { algorithm: 8, ..ds(1) };
    for absent in [ds(2), other_algorithm] {
        let remove = change(DOMAIN, Some(DnssecRemoval::Ds(vec![absent])), none());
        world.refused(&world.alpha, Outcome::NotSet, remove);
    }
    let keys: Vec<Key> = vec![key("AQID")];
    world.refused(&world.alpha, Outcome::NotSet, change(DOMAIN, Some(DnssecRemoval::Keys(keys)), none()));
    let twice = DnssecRemoval::Ds(vec![ds(1), ds(1)]);
    world.refused(&world.alpha, Outcome::NotSet, change(DOMAIN, Some(twice), none()));
}

fn refused_for_the_form() {
    let world = strict_world();
    world.done(&world.alpha, Outcome::DomainCreated, strict("shop.strict.test"));
    let change_strict = |data| change("shop.strict.test", None, data);
    world.refused(&world.alpha, Outcome::DnssecRefused, change_strict(records(vec![ds(1)])));
    let life = DnssecData { max_signature_life: Some(1), ..none() };
    world.refused(&world.alpha, Outcome::DnssecRefused, change_strict(life));
    world.register(&world.alpha, DOMAIN);
    let keys = DnssecData { keys: vec![key("AQID")], ..none() };
    world.refused(&world.alpha, Outcome::DnssecRefused, change(DOMAIN, None, keys));
    assert_eq!(world.view(DOMAIN).domain.name, name(DOMAIN));
}

fn refused_for_too_much() {
    let world = signed(DOMAIN, vec![ds(1)]);
    world.refused(&world.alpha, Outcome::DnssecTooMany, change(DOMAIN, None, records(vec![ds(2), ds(3)])));
}
