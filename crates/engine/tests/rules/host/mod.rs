//! Hosts.

pub(crate) mod check;
pub(crate) mod create;
pub(crate) mod delete;
pub(crate) mod info;
pub(crate) mod list;
pub(crate) mod update;
pub(crate) mod update_rename;

use engine::{
    Actor, Outcome,
    model::{Host, HostAddress, Status},
    ops::{StatusChange, domain, host::Update},
};

use crate::fixture::{World, address, create_domain, host_update, hosts, name};

/// A host as everybody sees it.
#[track_caller]
fn host_of(world: &World, host: &str) -> Host {
    let info = engine::ops::host::Info { name: name(host) };
    world.found(&world.alpha, Outcome::HostFound, info).host
}

/// Registers a domain that is delegated to a host.
#[track_caller]
fn delegate(world: &World, actor: &Actor, domain: &str, host: &str) {
    let create = domain::Create { delegation: hosts(&[host]), ..create_domain(domain) };
    world.done(actor, Outcome::DomainCreated, create);
}

/// A world in which ALPHA has `shop.test` with the host `ns1.shop.test`, and the host `ns1.example`.
fn world() -> World {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    world.add_host(&world.alpha, "ns1.shop.test", &["192.0.2.1"]);
    world.add_host(&world.alpha, "ns1.example", &[]);
    world
}

const INNER: &str = "ns1.shop.test";

const OUTER: &str = "ns1.example";

fn rename(from: &str, to: &str) -> Update {
    Update { rename: Some(name(to)), ..host_update(from) }
}

fn addresses(host: &str, add: &[&str], remove: &[&str]) -> Update {
    let parse = |list: &[&str]| list.iter().map(|text| address(text)).collect::<Vec<HostAddress>>();
    Update { add: parse(add), remove: parse(remove), ..host_update(host) }
}

fn statuses(host: &str, add: &[Status], remove: &[Status]) -> Update {
    let add = add.iter().map(|status| (*status, None)).collect();
    Update { statuses: StatusChange { add, remove: remove.to_vec() }, ..host_update(host) }
}

#[track_caller]
fn update(world: &World, update: Update) {
    world.done(&world.alpha, Outcome::HostUpdated, update);
}
