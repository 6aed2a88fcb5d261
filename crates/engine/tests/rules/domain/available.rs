use engine::{Outcome, ops::domain::Available};

use super::with_domain;
use crate::fixture::{World, name};

cases! {
    success_for_a_free_name
    refused_outside_the_zones
    refused_for_a_name_that_is_held_and_says_by_whom
    refused_for_a_deleted_name
    refused_for_labels_that_cannot_be_had
}

fn about(text: &str) -> Available {
    Available { name: name(text) }
}

fn success_for_a_free_name() {
    let world = World::new();
    world.found(&world.alpha, Outcome::DomainAvailable, about("idle.test"));
}

fn refused_outside_the_zones() {
    let world = World::new();
    for (text, why) in
        [("shop.example", Outcome::ZoneUnknown), ("www.shop.test", Outcome::NameNotRegistrable)]
    {
        world.denied(&world.alpha, why, about(text));
    }
}

fn refused_for_a_name_that_is_held_and_says_by_whom() {
    let world = with_domain("shop.test");
    world.denied(&world.alpha, Outcome::DomainOrdered, about("shop.test"));
    world.denied(&world.bravo, Outcome::DomainTaken, about("shop.test"));
}

fn refused_for_a_deleted_name() {
    let world = World::new();
    world.redeemable(&world.alpha, "shop.test");
    for actor in [&world.alpha, &world.bravo] {
        world.denied(actor, Outcome::DomainInQuarantine, about("shop.test"));
    }
}

fn refused_for_labels_that_cannot_be_had() {
    let world = World::new();
    for (text, why) in [
        ("a.test", Outcome::LabelSingle),
        ("aaaaaaaaaaaaaaaaaaaaa.test", Outcome::LabelLengthRefused),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaa.strict.test", Outcome::NameTooLong),
        ("withheld.test", Outcome::NameWithheld),
        ("blocked.test", Outcome::NameBlocked),
        ("nic.test", Outcome::NameReserved),
        ("kept.test", Outcome::NameKept),
        ("kůň.strict.test", Outcome::IdnNotOffered),
        ("schön.test", Outcome::IdnTableMismatch),
    ] {
        world.denied(&world.alpha, why, about(text));
    }
}
