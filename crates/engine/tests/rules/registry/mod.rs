//! What registrars that are tags do with each other and with their registry.

pub(crate) mod contacts;
pub(crate) mod leniency;
pub(crate) mod locks;
pub(crate) mod orders;
pub(crate) mod passing;
pub(crate) mod practice;
pub(crate) mod quality;
pub(crate) mod registrants;
pub(crate) mod releases;
pub(crate) mod renewals;
pub(crate) mod resellers;

use engine::{
    Actor, Outcome,
    model::{RegistrantType, Role},
    ops::{contact, domain},
};

use crate::fixture::{World, create_contact, create_domain, email, handle, line, person};

/// A world in which ALPHA has registrant JANE, and with it domain `shop.tags.test`.
fn world() -> World {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    hold(&world, &world.alpha, "shop.tags.test", "JANE");
    world
}

/// The registration of a domain by a registrant.
fn held(domain: &str, registrant: &str) -> domain::Create {
    let contacts = vec![(Role::Registrant, handle(registrant))];
    domain::Create { contacts, ..create_domain(domain) }
}

fn hold(world: &World, actor: &Actor, domain: &str, registrant: &str) {
    world.done(actor, Outcome::DomainCreated, held(domain, registrant));
}

/// A contact of a type.
fn typed(text: &str, kind: RegistrantType) -> contact::Create {
    let mut create = create_contact(text);
    create.details.particulars.registrant_type = Some(kind);
    create
}

/// JANE moves to another street.
fn move_house(world: &World) {
    let mut details = person();
    for postal in &mut details.postal {
        postal.street = vec![line("Another Street 5")];
    }
    let amend = contact::Amend { handle: handle("JANE"), details, by: email("jane@example.test") };
    world.done(&Actor::server(), Outcome::RegistrantAmended, amend);
}
