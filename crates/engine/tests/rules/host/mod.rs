//! Hosts.

pub(crate) mod check;
pub(crate) mod create;
pub(crate) mod delete;
pub(crate) mod info;
pub(crate) mod update;
pub(crate) mod update_rename;

use engine::{Actor, Outcome, model::Host, ops::domain};

use crate::fixture::{World, create_domain, hosts, name};

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
