//! Renaming a host, within the zones, into them and out of them.

use engine::{Outcome, ops::host::Update};

use super::{INNER, OUTER, delegate, host_of, rename, update, world};
use crate::fixture::{address, name};

cases! {
    success_renames_within_a_domain
    success_renames_into_another_of_ones_domains
    success_renames_out_of_the_zones_and_drops_the_addresses
    success_renames_out_and_names_the_addresses_that_go
    success_renames_into_the_zones_with_an_address
    success_renames_an_inner_host_that_others_use
    success_renames_an_outer_host_that_one_uses_oneself
    refused_to_rename_an_outer_host_that_others_use
    refused_to_rename_to_a_zone
    refused_to_rename_into_a_domain_that_nobody_has
    refused_to_rename_into_the_domain_of_another
    refused_to_rename_into_a_deleted_domain
    refused_to_rename_a_bare_host_in_use_into_the_zones
    refused_for_a_taken_name
}

fn success_renames_within_a_domain() {
    let world = world();
    delegate(&world, &world.alpha, "user.test", INNER);
    let before = host_of(&world, INNER);
    update(&world, rename(INNER, "ns2.shop.test"));
    let after = host_of(&world, "ns2.shop.test");
    assert_eq!((after.id, after.superordinate), (before.id, before.superordinate));
    assert_eq!(after.addresses, before.addresses);
    assert_eq!(world.view("user.test").hosts, [name("ns2.shop.test")], "the delegation follows");
    world.denied(&world.alpha, Outcome::HostUnknown, engine::ops::host::Info { name: name(INNER) });
}

fn success_renames_into_another_of_ones_domains() {
    let world = world();
    world.register(&world.alpha, "other.test");
    update(&world, rename(INNER, "ns1.other.test"));
    let host = host_of(&world, "ns1.other.test");
    assert_eq!(host.superordinate, Some(world.view("other.test").domain.id));
    assert!(world.view("shop.test").subordinate_hosts.is_empty());
    assert_eq!(host.addresses.len(), 1);
}

fn success_renames_out_of_the_zones_and_drops_the_addresses() {
    let world = world();
    delegate(&world, &world.alpha, "user.test", INNER);
    update(&world, rename(INNER, "ns7.example"));
    let host = host_of(&world, "ns7.example");
    assert_eq!((host.superordinate, host.addresses.len()), (None, 0));
    assert_eq!(world.view("user.test").hosts, [name("ns7.example")]);
}

fn success_renames_out_and_names_the_addresses_that_go() {
    let world = world();
    update(&world, Update { remove: vec![address("192.0.2.1")], ..rename(INNER, "ns7.example") });
    assert!(host_of(&world, "ns7.example").addresses.is_empty());
    let absent = Update { remove: vec![address("192.0.2.1")], ..rename("ns7.example", "ns8.example") };
    world.refused(&world.alpha, Outcome::NotSet, absent);
}

fn success_renames_into_the_zones_with_an_address() {
    let world = world();
    delegate(&world, &world.alpha, "user.test", OUTER);
    update(&world, Update { add: vec![address("192.0.2.9")], ..rename(OUTER, "ns9.shop.test") });
    assert_eq!(host_of(&world, "ns9.shop.test").superordinate, Some(world.view("shop.test").domain.id));
    assert_eq!(world.view("user.test").hosts, [name("ns9.shop.test")]);
}

fn success_renames_an_inner_host_that_others_use() {
    let world = world();
    delegate(&world, &world.bravo, "user.test", INNER);
    update(&world, rename(INNER, "ns2.shop.test"));
    assert_eq!(world.view("user.test").hosts, [name("ns2.shop.test")]);
}

fn success_renames_an_outer_host_that_one_uses_oneself() {
    let world = world();
    delegate(&world, &world.alpha, "user.test", OUTER);
    update(&world, rename(OUTER, "ns2.example"));
}

fn refused_to_rename_an_outer_host_that_others_use() {
    let world = world();
    delegate(&world, &world.bravo, "user.test", OUTER);
    world.refused(&world.alpha, Outcome::HostLinkedBeyond, rename(OUTER, "ns8.example"));
    world.refused(&world.alpha, Outcome::HostLinkedBeyond, rename(OUTER, "ns8.shop.test"));
}

fn refused_to_rename_to_a_zone() {
    let world = world();
    world.refused(&world.alpha, Outcome::HostNameIsZone, rename(INNER, "strict.test"));
}

fn refused_to_rename_into_a_domain_that_nobody_has() {
    let world = world();
    for host in [INNER, OUTER] {
        world.refused(&world.alpha, Outcome::SuperordinateUnknown, rename(host, "ns1.nobody.test"));
    }
}

fn refused_to_rename_into_the_domain_of_another() {
    let world = world();
    world.register(&world.bravo, "theirs.test");
    for host in [INNER, OUTER] {
        world.refused(&world.alpha, Outcome::SuperordinateForeign, rename(host, "ns1.theirs.test"));
    }
}

fn refused_to_rename_into_a_deleted_domain() {
    let world = world();
    world.redeemable(&world.alpha, "gone.test");
    world.refused(&world.alpha, Outcome::SuperordinateDeleted, rename(INNER, "ns1.gone.test"));
}

fn refused_to_rename_a_bare_host_in_use_into_the_zones() {
    let world = world();
    delegate(&world, &world.alpha, "user.test", OUTER);
    world.refused(&world.alpha, Outcome::HostNeedsAddress, rename(OUTER, "ns9.shop.test"));
}

fn refused_for_a_taken_name() {
    let world = world();
    world.refused(&world.alpha, Outcome::HostTaken, rename(INNER, OUTER));
    world.add_host(&world.bravo, "ns2.example", &[]);
    world.refused(&world.alpha, Outcome::HostTaken, rename(OUTER, "ns2.example"));
}
