//! Domains that are delegated to sets.

use engine::{
    Outcome,
    model::{Delegation, Status},
    ops::domain::{LinkChange, Update},
};

use super::{delegate, delegated, set_of, shown, world};
use crate::fixture::{
    World, attributes, create_domain, create_nsset, domain_update, nsset_name, outcomes, servers, transfer_of,
};

cases! {
    success_shows_the_servers_of_the_set
    success_of_a_change_to_a_set_and_away
    success_of_a_set_that_is_added_and_removed
    success_of_single_servers_leaves_the_set
    success_of_a_transfer_keeps_the_set
    success_shows_glue_only_inside_the_domain
    refused_for_an_unknown_set
    refused_in_a_zone_without_sets
    refused_for_a_set_without_needed_glue
    refused_for_a_set_that_is_not_there_to_remove
}

const SHOP: &str = "shop.sets.test";

fn to(delegation: Delegation) -> Update {
    Update { delegation: Some(delegation), ..domain_update(SHOP) }
}

fn set(nsset: &str) -> Delegation {
    Delegation::Nsset(nsset_name(nsset))
}

fn link(delegation: Delegation) -> LinkChange {
    LinkChange { delegation, ..LinkChange::default() }
}

fn success_shows_the_servers_of_the_set() {
    let world = world();
    delegate(&world, &world.alpha, SHOP, "SET");
    let view = world.view(SHOP);
    assert_eq!(view.nsset, Some(nsset_name("SET")));
    assert_eq!(shown(&view.attributes), ["ns1.example.net", "ns2.example.net"]);
    assert!(view.domain.host_attributes.is_empty());
    assert_eq!(view.statuses, [(Status::Ok, None)], "it is not inactive");
}

fn success_of_a_change_to_a_set_and_away() {
    let world = world();
    let create = engine::ops::domain::Create {
        delegation: attributes(&[("ns.example.net", &[])]),
        ..create_domain(SHOP)
    };
    world.done(&world.alpha, Outcome::DomainCreated, create);
    world.done(&world.alpha, Outcome::DomainUpdated, to(set("SET")));
    assert_eq!(set_of(&world, SHOP), Some(nsset_name("SET")));
    assert!(world.view(SHOP).domain.host_attributes.is_empty());
    world.done(&world.alpha, Outcome::DomainUpdated, to(attributes(&[("ns9.example.net", &[])])));
    assert_eq!(set_of(&world, SHOP), None);
    assert_eq!(shown(&world.view(SHOP).attributes), ["ns9.example.net"]);
    world.done(&world.alpha, Outcome::DomainUpdated, to(Delegation::default()));
    assert_eq!(world.view(SHOP).statuses, [(Status::Inactive, None)]);
}

fn success_of_a_set_that_is_added_and_removed() {
    let world = world();
    world.register(&world.alpha, SHOP);
    world.done(&world.alpha, Outcome::DomainUpdated, Update { add: link(set("SET")), ..domain_update(SHOP) });
    assert_eq!(set_of(&world, SHOP), Some(nsset_name("SET")));
    let remove = Update { remove: link(set("SET")), ..domain_update(SHOP) };
    world.done(&world.alpha, Outcome::DomainUpdated, remove);
    assert_eq!((set_of(&world, SHOP), world.view(SHOP).attributes.len()), (None, 0));
}

/// As protocols see it that know no sets.
fn success_of_single_servers_leaves_the_set() {
    let world = world();
    delegate(&world, &world.alpha, SHOP, "SET");
    delegate(&world, &world.alpha, "other.sets.test", "SET");
    let change = Update {
        add: link(attributes(&[("ns.shop.sets.test", &["192.0.2.1"])])),
        remove: link(attributes(&[("ns1.example.net", &[])])),
        ..domain_update(SHOP)
    };
    world.done(&world.alpha, Outcome::DomainUpdated, change);
    assert_eq!(set_of(&world, SHOP), None);
    assert_eq!(shown(&world.view(SHOP).attributes), ["ns2.example.net", "ns.shop.sets.test"]);
    assert_eq!(shown(&world.view("other.sets.test").attributes), ["ns1.example.net", "ns2.example.net"]);
}

fn success_of_a_transfer_keeps_the_set() {
    let world = world();
    delegate(&world, &world.alpha, SHOP, "SET");
    world.done(&world.bravo, Outcome::TransferCompleted, transfer_of(SHOP));
    assert_eq!(set_of(&world, SHOP), Some(nsset_name("SET")));
}

fn success_shows_glue_only_inside_the_domain() {
    let world = World::new();
    let with_glue = servers(&[("ns.shop.sets.test", &["192.0.2.1"])]);
    let create = engine::ops::nsset::Create { servers: with_glue.clone(), ..create_nsset("SET") };
    world.done(&world.alpha, Outcome::NssetCreated, create);
    delegate(&world, &world.alpha, SHOP, "SET");
    delegate(&world, &world.alpha, "other.sets.test", "SET");
    assert_eq!(world.view(SHOP).attributes, with_glue);
    assert_eq!(world.view("other.sets.test").attributes, servers(&[("ns.shop.sets.test", &[])]));
}

fn refused_for_an_unknown_set() {
    let world = world();
    world.refused(&world.alpha, Outcome::NssetUnknown, delegated(SHOP, "NONE"));
    world.register(&world.alpha, SHOP);
    world.refused(&world.alpha, Outcome::NssetUnknown, to(set("NONE")));
}

fn refused_in_a_zone_without_sets() {
    let world = world();
    world.refused(&world.alpha, Outcome::NssetsUnsupported, delegated("shop.attr.test", "SET"));
    world.register(&world.alpha, "shop.attr.test");
    let update = Update { delegation: Some(set("SET")), ..domain_update("shop.attr.test") };
    world.refused(&world.alpha, Outcome::NssetsUnsupported, update);
}

fn refused_for_a_set_without_needed_glue() {
    let world = World::new();
    let without = servers(&[("ns.shop.sets.test", &[])]);
    let create = engine::ops::nsset::Create { servers: without, ..create_nsset("SET") };
    world.done(&world.alpha, Outcome::NssetCreated, create);
    world.refused(&world.alpha, Outcome::GlueMissing, delegated(SHOP, "SET"));
    delegate(&world, &world.alpha, "other.sets.test", "SET");
}

fn refused_for_a_set_that_is_not_there_to_remove() {
    let world = world();
    delegate(&world, &world.alpha, SHOP, "SET");
    let remove = Update { remove: link(set("NONE")), ..domain_update(SHOP) };
    let refusals = world.refused(&world.alpha, Outcome::NotSet, remove);
    assert_eq!(outcomes(&refusals), [Outcome::NotSet]);
}
