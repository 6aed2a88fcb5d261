//! Sets of name servers.

pub(crate) mod check;
pub(crate) mod create;
pub(crate) mod delegation;
pub(crate) mod delete;
pub(crate) mod info;
pub(crate) mod send_authinfo;
pub(crate) mod transfer;
pub(crate) mod update;

use engine::{
    Actor, Outcome,
    model::{AuthInfo, Delegation, NssetName},
    ops::{
        domain,
        nsset::{Info, NssetView, Update},
    },
};

use crate::fixture::{World, create_domain, name, nsset_name, servers};

/// Presents an authInfo, or none when it is empty.
fn authinfo(text: &str) -> Option<AuthInfo> {
    (!text.is_empty()).then(|| AuthInfo::presented(text))
}

/// A world in which ALPHA has a set.
fn world() -> World {
    let world = World::new();
    world.add_nsset(&world.alpha, "SET");
    world
}

#[track_caller]
fn view(world: &World, nsset: &str) -> NssetView {
    let info = Info { zone: name("sets.test"), name: nsset_name(nsset) };
    world.found(&world.bravo, Outcome::NssetFound, info)
}

/// An update of a set to one server.
fn update(nsset: &str) -> Update {
    Update {
        zone: name("sets.test"),
        name: nsset_name(nsset),
        servers: servers(&[("ns.example.net", &[])]),
        contacts: Vec::new(),
        proof: None,
    }
}

fn delegated(domain: &str, nsset: &str) -> domain::Create {
    domain::Create { delegation: Delegation::Nsset(nsset_name(nsset)), ..create_domain(domain) }
}

/// Registers a domain that is delegated to a set.
#[track_caller]
fn delegate(world: &World, actor: &Actor, domain: &str, nsset: &str) {
    world.done(actor, Outcome::DomainCreated, delegated(domain, nsset));
}

/// The names of servers.
fn shown(servers: &[engine::model::HostAttribute]) -> Vec<&str> {
    servers.iter().map(|server| server.name.as_str()).collect()
}

fn set_of(world: &World, domain: &str) -> Option<NssetName> {
    world.view(domain).nsset
}
