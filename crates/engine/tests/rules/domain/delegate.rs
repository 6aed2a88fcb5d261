use engine::{
    Outcome,
    model::{Delegation, Status},
    ops::domain::{Create, Delegate},
};

use super::{set, strict, strict_world, with_domain};
use crate::fixture::{World, attributes, create_domain, hosts, name, nsset_name, servers};

cases! {
    success_makes_the_hosts_that_are_lacking
    success_changes_the_addresses_of_own_hosts_only
    success_with_the_servers_of_the_house
    success_keeps_attributes_where_the_zone_does
    success_from_and_to_a_set
    success_makes_hosts_with_the_domain_they_lie_in
    refused_for_an_unknown_or_foreign_domain_or_a_status
    refused_for_the_form_number_and_repetition_of_servers
    refused_for_glue
    refused_for_hosts_that_cannot_be_made
    refused_for_sets
}

fn to(domain: &str, delegation: Delegation) -> Delegate {
    Delegate { name: name(domain), delegation }
}

fn listed(list: &[(&str, &[&str])]) -> Delegation {
    Delegation::Listed(servers(list))
}

fn names(world: &World, domain: &str) -> Vec<String> {
    let view = world.view(domain);
    let attributes = view.attributes.iter().map(|server| &server.name);
    view.hosts.iter().chain(attributes).map(ToString::to_string).collect()
}

fn success_makes_the_hosts_that_are_lacking() {
    let world = with_domain("shop.test");
    world.add_host(&world.bravo, "ns.example", &[]);
    let list =
        listed(&[("ns.example", &["192.0.2.7"]), ("ns1.shop.test", &["192.0.2.1"]), ("ns2.example", &[])]);
    world.done(&world.alpha, Outcome::DomainDelegated, to("shop.test", list));
    assert_eq!(names(&world, "shop.test"), ["ns.example", "ns1.shop.test", "ns2.example"]);
    world.done(&world.alpha, Outcome::DomainDelegated, to("shop.test", hosts(&["ns2.example"])));
    assert_eq!(names(&world, "shop.test"), ["ns2.example"]);
    assert_eq!(
        world.history(world.view("shop.test").domain.id),
        ["domain_create", "domain_delegate", "domain_delegate"]
    );
}

fn success_changes_the_addresses_of_own_hosts_only() {
    let world = with_domain("shop.test");
    world.register(&world.bravo, "other.test");
    world.add_host(&world.bravo, "ns.other.test", &["192.0.2.9"]);
    let list = |last: &str| listed(&[("ns.shop.test", &[last]), ("ns.other.test", &[last])]);
    for last in ["192.0.2.1", "192.0.2.2"] {
        world.done(&world.alpha, Outcome::DomainDelegated, to("shop.test", list(last)));
    }
    let kept = |actor, host: &str| {
        let info = engine::ops::host::Info { name: name(host) };
        world.found(actor, Outcome::HostFound, info).host.addresses[0].to_string()
    };
    assert_eq!(kept(&world.alpha, "ns.shop.test"), "192.0.2.2");
    assert_eq!(kept(&world.bravo, "ns.other.test"), "192.0.2.9");
}

fn success_with_the_servers_of_the_house() {
    let world = with_domain("shop.test");
    world.register(&world.alpha, "shop.attr.test");
    for domain in ["shop.test", "shop.attr.test"] {
        world.done(&world.alpha, Outcome::DomainDelegated, to(domain, Delegation::House));
        assert_eq!(names(&world, domain), ["ns1.chancery.example", "ns2.chancery.example"]);
    }
}

fn success_keeps_attributes_where_the_zone_does() {
    let world = with_domain("shop.attr.test");
    let list = listed(&[("ns.shop.attr.test", &["192.0.2.1"]), ("ns.example", &["192.0.2.2"])]);
    world.done(&world.alpha, Outcome::DomainDelegated, to("shop.attr.test", list));
    let kept = world.view("shop.attr.test").attributes;
    assert_eq!((kept[0].addresses.len(), kept[1].addresses.len()), (1, 0));
}

fn success_from_and_to_a_set() {
    let world = with_domain("shop.sets.test");
    world.add_nsset(&world.alpha, "SET");
    let set = Delegation::Nsset(nsset_name("SET"));
    world.done(&world.alpha, Outcome::DomainDelegated, to("shop.sets.test", set));
    assert!(world.view("shop.sets.test").nsset.is_some());
    let server = attributes(&[("ns.example", &[])]);
    world.done(&world.alpha, Outcome::DomainDelegated, to("shop.sets.test", server));
    assert_eq!(world.view("shop.sets.test").nsset, None);
}

fn success_makes_hosts_with_the_domain_they_lie_in() {
    let world = World::new();
    let delegation = listed(&[("ns.new.test", &["192.0.2.1"])]);
    world.done(&world.alpha, Outcome::DomainCreated, Create { delegation, ..create_domain("new.test") });
    assert_eq!(names(&world, "new.test"), ["ns.new.test"]);
    for (server, why) in [
        ("test", Outcome::HostNameIsZone),
        ("ns.none.test", Outcome::SuperordinateUnknown),
        ("ns.gone.test", Outcome::SuperordinateDeleted),
        ("ns.other.test", Outcome::SuperordinateForeign),
    ] {
        prepare(&world);
        let delegation = listed(&[(server, &["192.0.2.1"])]);
        world.refused(&world.alpha, why, Create { delegation, ..create_domain("next.test") });
    }
}

/// ALPHA has a deleted domain, BRAVO one that is none of ALPHA's.
fn prepare(world: &World) {
    if world.waiting(&world.charlie) == 0 && !has(world, "other.test") {
        world.register(&world.bravo, "other.test");
        world.redeemable(&world.alpha, "gone.test");
    }
}

fn has(world: &World, domain: &str) -> bool {
    let info = engine::ops::domain::Info { name: name(domain), proof: None };
    world.query(&world.alpha, info).is_ok()
}

fn refused_for_an_unknown_or_foreign_domain_or_a_status() {
    let world = with_domain("shop.test");
    world.refused(&world.alpha, Outcome::DomainUnknown, to("none.test", Delegation::House));
    world.refused(&world.bravo, Outcome::NotSponsor, to("shop.test", Delegation::House));
    set(&world, "shop.test", Status::ClientUpdateProhibited);
    world.refused(&world.alpha, Outcome::StatusProhibits, to("shop.test", Delegation::House));
    let pending = super::asked_for("shop.test");
    pending.refused(&pending.alpha, Outcome::PendingTransferProhibits, to("shop.test", Delegation::House));
}

fn refused_for_the_form_number_and_repetition_of_servers() {
    let world = strict_world();
    world.done(&world.alpha, Outcome::DomainCreated, strict("shop.strict.test"));
    let one: &[(&str, &[&str])] = &[("ns1.example", &[])];
    world.refused(&world.alpha, Outcome::NameServersTooFew, to("shop.strict.test", listed(one)));
    let many = [("a.example", &[] as &[&str]), ("b.example", &[]), ("c.example", &[]), ("d.example", &[])];
    world.refused(&world.alpha, Outcome::NameServersTooMany, to("shop.strict.test", listed(&many)));
    let twice = [("a.example", &[] as &[&str]), ("A.example", &[])];
    world.refused(&world.alpha, Outcome::NamedTwice, to("shop.strict.test", listed(&twice)));
    world.refused(&world.alpha, Outcome::HostFormRefused, to("shop.strict.test", attributes(one)));
}

fn refused_for_glue() {
    let world = with_domain("shop.test");
    world.register(&world.alpha, "shop.attr.test");
    let bare = listed(&[("ns.shop.test", &[])]);
    world.refused(&world.alpha, Outcome::GlueMissing, to("shop.test", bare));
    let needless = attributes(&[("ns.example", &["192.0.2.1"])]);
    world.refused(&world.alpha, Outcome::GlueRefused, to("shop.attr.test", needless));
    let addresses: Vec<String> = (1..=14).map(|last| format!("192.0.2.{last}")).collect();
    let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let crowded = listed(&[("ns.shop.test", &addresses)]);
    world.refused(&world.alpha, Outcome::HostAddressesTooMany, to("shop.test", crowded));
}

fn refused_for_hosts_that_cannot_be_made() {
    let world = with_domain("shop.test");
    prepare(&world);
    for (server, why) in [
        ("test", Outcome::HostNameIsZone),
        ("ns.none.test", Outcome::SuperordinateUnknown),
        ("ns.gone.test", Outcome::SuperordinateDeleted),
        ("ns.other.test", Outcome::SuperordinateForeign),
    ] {
        world.refused(&world.alpha, why, to("shop.test", listed(&[(server, &["192.0.2.1"])])));
    }
    world.refused(&world.alpha, Outcome::DomainHostUnknown, to("shop.test", hosts(&["ns.example"])));
}

fn refused_for_sets() {
    let world = with_domain("shop.test");
    world.register(&world.alpha, "shop.sets.test");
    let set = || Delegation::Nsset(nsset_name("SET"));
    world.refused(&world.alpha, Outcome::NssetsUnsupported, to("shop.test", set()));
    world.refused(&world.alpha, Outcome::NssetUnknown, to("shop.sets.test", set()));
    let list = listed(&[("ns.example", &[])]);
    world.refused(&world.alpha, Outcome::HostFormRefused, to("shop.sets.test", list));
}
