use engine::Outcome;

use super::host_of;
use crate::fixture::{World, create_host, outcomes};

cases! {
    success_outside_the_zones
    success_inside_ones_own_domain
    success_with_the_name_of_its_domain
    success_deep_inside
    success_inside_without_address
    refused_for_a_taken_name
    refused_for_an_address_twice
    refused_for_the_name_of_a_zone
    refused_inside_a_domain_that_nobody_has
    refused_inside_the_domain_of_another
    refused_inside_a_deleted_domain
    refused_for_addresses_outside_the_zones
    refused_for_too_many_addresses
    refused_for_the_name_before_the_addresses_before_the_domain
    refused_for_the_sponsor_before_the_deletion
}

fn success_outside_the_zones() {
    let world = World::new();
    let created = world.done(&world.alpha, Outcome::HostCreated, create_host("ns1.example", &[]));
    assert_eq!((created.name.as_str(), created.created_at), ("ns1.example", world.now()));
    let host = host_of(&world, "ns1.example");
    assert_eq!((host.superordinate, host.sponsor), (None, world.alpha.id()));
    assert_eq!(world.history(host.id), ["host_create"]);
}

fn success_inside_ones_own_domain() {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    world.add_host(&world.alpha, "ns1.shop.test", &["192.0.2.1"]);
    let view = world.view("shop.test");
    assert_eq!(host_of(&world, "ns1.shop.test").superordinate, Some(view.domain.id));
    assert_eq!(view.subordinate_hosts[0].as_str(), "ns1.shop.test");
}

fn success_with_the_name_of_its_domain() {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    world.add_host(&world.alpha, "shop.test", &["192.0.2.1"]);
    assert_eq!(host_of(&world, "shop.test").superordinate, Some(world.view("shop.test").domain.id));
}

/// The zone that decides is the longest: `dollars.test`, not `test`.
fn success_deep_inside() {
    let world = World::new();
    world.register(&world.alpha, "shop.dollars.test");
    world.add_host(&world.alpha, "a.b.c.shop.dollars.test", &["2001:db8::1"]);
    let host = host_of(&world, "a.b.c.shop.dollars.test");
    assert_eq!(host.superordinate, Some(world.view("shop.dollars.test").domain.id));
}

fn success_inside_without_address() {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    world.add_host(&world.alpha, "ns1.shop.test", &[]);
}

fn refused_for_a_taken_name() {
    let world = World::new();
    world.add_host(&world.alpha, "ns1.example", &[]);
    for actor in [&world.alpha, &world.bravo] {
        world.refused(actor, Outcome::HostTaken, create_host("ns1.example", &[]));
    }
}

fn refused_for_an_address_twice() {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    let twice = ["192.0.2.1", "192.0.2.2", "192.0.2.1"];
    let refusals = world.refused(&world.alpha, Outcome::NamedTwice, create_host("ns1.shop.test", &twice));
    assert_eq!(refusals.first().value.as_deref(), Some("192.0.2.1"));
    let spelled = ["2001:db8::1", "2001:0db8:0::0001"];
    world.refused(&world.alpha, Outcome::NamedTwice, create_host("ns1.shop.test", &spelled));
}

fn refused_for_the_name_of_a_zone() {
    let world = World::new();
    for zone in ["test", "strict.test"] {
        world.refused(&world.alpha, Outcome::HostNameIsZone, create_host(zone, &[]));
    }
}

fn refused_inside_a_domain_that_nobody_has() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::SuperordinateUnknown, create_host("ns1.shop.test", &[]));
    world.refused(&world.alpha, Outcome::SuperordinateUnknown, create_host("shop.test", &[]));
}

fn refused_inside_the_domain_of_another() {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    for addresses in [&[][..], &["192.0.2.1"]] {
        let create = create_host("ns1.shop.test", addresses);
        let refusals = world.refused(&world.bravo, Outcome::SuperordinateForeign, create);
        assert_eq!(outcomes(&refusals).len(), 1);
    }
}

fn refused_inside_a_deleted_domain() {
    let world = World::new();
    world.redeemable(&world.alpha, "shop.test");
    let create = create_host("ns1.shop.test", &["192.0.2.1"]);
    world.refused(&world.alpha, Outcome::SuperordinateDeleted, create);
}

fn refused_for_addresses_outside_the_zones() {
    let world = World::new();
    let create = create_host("ns1.example", &["192.0.2.1"]);
    world.refused(&world.alpha, Outcome::HostAddressRefused, create);
}

fn refused_for_too_many_addresses() {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    let addresses: Vec<String> = (1..=14).map(|last| format!("192.0.2.{last}")).collect();
    let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let create = create_host("ns1.shop.test", &addresses);
    world.refused(&world.alpha, Outcome::HostAddressesTooMany, create);
    world.add_host(&world.alpha, "ns1.shop.test", &addresses[..13]);
}

fn refused_for_the_name_before_the_addresses_before_the_domain() {
    let world = World::new();
    let twice = ["192.0.2.1", "192.0.2.1"];
    world.add_host(&world.alpha, "ns1.example", &[]);
    world.refused(&world.alpha, Outcome::HostTaken, create_host("ns1.example", &twice));
    world.refused(&world.alpha, Outcome::NamedTwice, create_host("ns1.shop.test", &twice));
}

fn refused_for_the_sponsor_before_the_deletion() {
    let world = World::new();
    world.redeemable(&world.alpha, "shop.test");
    world.refused(&world.bravo, Outcome::SuperordinateForeign, create_host("ns1.shop.test", &[]));
}
