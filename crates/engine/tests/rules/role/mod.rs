//! Roles of an account.

pub(crate) mod list;
pub(crate) mod remove;
pub(crate) mod set;

use engine::{
    Outcome,
    model::{Pattern, Realm},
    ops::{
        account::{Cost, NewSecret, SetPassword},
        role::{Expected, Set},
    },
};

use crate::fixture::{World, secret};

/// A world in which ALPHA logs in as `alpha`.
pub(crate) fn world() -> World {
    let world = World::new();
    let login = SetPassword {
        account: world.alpha.id(),
        realm: Realm::Rrp,
        login: "alpha".into(),
        secret: hashed(&world, "alpha-secret"),
    };
    world.done(&engine::Actor::nobody(), Outcome::PasswordSet, login);
    world
}

fn hashed(world: &World, password: &str) -> NewSecret {
    NewSecret::of(Realm::Rrp, &secret(password), Cost::Published, world.engine.entropy()).unwrap()
}

/// A role that reads.
pub(crate) fn reader(world: &World) -> Set {
    Set {
        realm: Realm::Rrp,
        role: "reader".into(),
        expected: Expected::Either,
        secret: Some(hashed(world, "reader-secret")),
        commands: Some(vec![Pattern::parse("Query*").unwrap(), Pattern::parse("StatusDomain").unwrap()]),
        networks: None,
    }
}
