use engine::{Actor, Outcome, model::Clid, ops::account::SetDelivery};

use super::{found, mail, set, url};
use crate::fixture::World;

cases! {
    success_sets_a_url_with_and_without_a_secret
    success_replaces_what_was_with_its_secret
    success_of_nowhere
    refused_for_an_unknown_account
}

fn success_sets_a_url_with_and_without_a_secret() {
    let world = World::new();
    set(&world, Some(url("https://example.test/a")), Some("swordfish"));
    let destination = found(&world, "ALPHA").unwrap();
    assert_eq!(destination.target, url("https://example.test/a"));
    let sealed = destination.secret.unwrap();
    assert!(!sealed.bytes().windows(9).any(|window| window == b"swordfish"), "it is kept encrypted");
    set(&world, Some(url("https://example.test/a")), None);
    assert_eq!(found(&world, "ALPHA").unwrap().secret, None);
}

fn success_replaces_what_was_with_its_secret() {
    let world = World::new();
    set(&world, Some(url("https://example.test/a")), Some("swordfish"));
    set(&world, Some(mail("noc@example.test")), None);
    let destination = found(&world, "ALPHA").unwrap();
    assert_eq!((destination.target, destination.secret), (mail("noc@example.test"), None));
    assert_eq!(found(&world, "BRAVO"), None);
}

fn success_of_nowhere() {
    let world = World::new();
    set(&world, Some(mail("noc@example.test")), None);
    set(&world, None, None);
    assert_eq!(found(&world, "ALPHA"), None);
    set(&world, None, None);
}

fn refused_for_an_unknown_account() {
    let world = World::new();
    let set = SetDelivery { clid: Clid::parse("NOBODY").unwrap(), target: None, secret: None, form: None };
    world.refused(&Actor::nobody(), Outcome::AccountUnknown, set);
}
