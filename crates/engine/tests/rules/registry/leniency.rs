use engine::{
    Command, Outcome,
    model::Delegation,
    ops::{
        Needless,
        domain::{self, LinkChange},
        host,
    },
};

use crate::fixture::{
    World, address, create_domain, create_host, domain_update, host_update, hosts, name, servers,
};

cases! {
    needless_addresses_of_a_new_host_are_left_out
    needless_changes_of_a_host_are_left_out
    a_host_that_leaves_the_zones_leaves_its_addresses
    needless_changes_of_a_delegation_are_left_out
    needless_addresses_of_listed_servers_are_left_out
}

/// A world in which ALPHA has `shop.test` with the host `ns1.shop.test`, and the host `ns1.example`.
fn world() -> World {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    world.add_host(&world.alpha, "ns1.shop.test", &["192.0.2.1"]);
    world.add_host(&world.alpha, "ns1.example", &[]);
    world
}

/// What a command is warned of that succeeds.
fn warned<C: Command>(world: &World, command: C) -> Vec<(Outcome, String)> {
    let done = world.command(&world.alpha, command).unwrap();
    let of = |warning: engine::Refusal| (warning.outcome, warning.value.unwrap_or_default());
    done.warnings.into_iter().map(of).collect()
}

fn addresses(world: &World, host: &str) -> Vec<String> {
    let info = host::Info { name: name(host) };
    let host = world.found(&world.alpha, Outcome::HostFound, info).host;
    host.addresses.iter().map(ToString::to_string).collect()
}

fn needless_addresses_of_a_new_host_are_left_out() {
    let world = world();
    let create = |host| host::Create { needless: Needless::LeftOut, ..create_host(host, &["192.0.2.7"]) };
    assert_eq!(warned(&world, create("ns7.example")), [(Outcome::GlueIgnored, "192.0.2.7".to_owned())]);
    assert!(addresses(&world, "ns7.example").is_empty());
    assert_eq!(warned(&world, create("ns7.shop.test")), []);
    assert_eq!(addresses(&world, "ns7.shop.test"), ["192.0.2.7"]);
}

fn needless_changes_of_a_host_are_left_out() {
    let world = world();
    let update = |host| host::Update { needless: Needless::LeftOut, ..host_update(host) };
    let add = host::Update { add: vec![address("192.0.2.8")], ..update("ns1.example") };
    assert_eq!(warned(&world, add), [(Outcome::GlueIgnored, "192.0.2.8".to_owned())]);
    let remove = host::Update { remove: vec![address("192.0.2.9")], ..update("ns1.shop.test") };
    assert_eq!(warned(&world, remove), [(Outcome::AddressAbsent, "192.0.2.9".to_owned())]);
    assert_eq!(addresses(&world, "ns1.shop.test"), ["192.0.2.1"]);
}

fn a_host_that_leaves_the_zones_leaves_its_addresses() {
    let world = world();
    let leave = host::Update {
        rename: Some(name("ns9.example")),
        needless: Needless::LeftOut,
        ..host_update("ns1.shop.test")
    };
    assert_eq!(warned(&world, leave), [(Outcome::GlueRemoved, "ns9.example".to_owned())]);
    assert!(addresses(&world, "ns9.example").is_empty());
}

fn needless_changes_of_a_delegation_are_left_out() {
    let world = world();
    let delegate = domain::Create { delegation: hosts(&["ns1.example"]), ..create_domain("user.test") };
    world.done(&world.alpha, Outcome::DomainCreated, delegate);
    let change = |delegation: Delegation| LinkChange { delegation, ..LinkChange::default() };
    let update = domain::Update {
        add: change(hosts(&["ns1.example", "ns1.shop.test"])),
        remove: change(hosts(&["ns3.example"])),
        needless: Needless::LeftOut,
        ..domain_update("user.test")
    };
    let ignored = |host: &str| (Outcome::HostIgnored, host.to_owned());
    assert_eq!(warned(&world, update), [ignored("ns1.example"), ignored("ns3.example")]);
    assert_eq!(world.view("user.test").hosts, [name("ns1.example"), name("ns1.shop.test")]);
}

fn needless_addresses_of_listed_servers_are_left_out() {
    let world = world();
    let listed =
        Delegation::Listed(servers(&[("ns5.example", &["192.0.2.5"]), ("ns1.user.test", &["192.0.2.6"])]));
    let create = domain::Create {
        delegation: listed.clone(),
        needless: Needless::LeftOut,
        ..create_domain("user.test")
    };
    let ignored = [(Outcome::GlueIgnored, "192.0.2.5".to_owned())];
    assert_eq!(warned(&world, create), ignored);
    assert_eq!(addresses(&world, "ns1.user.test"), ["192.0.2.6"]);
    let update = domain::Update {
        delegation: Some(listed),
        needless: Needless::LeftOut,
        ..domain_update("user.test")
    };
    assert_eq!(warned(&world, update), ignored);
    let silent = domain::Create {
        delegation: Delegation::Listed(servers(&[("ns5.example", &["192.0.2.5"])])),
        ..create_domain("silent.test")
    };
    assert_eq!(warned(&world, silent), [], "where nobody wants to know");
}
