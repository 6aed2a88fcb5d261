//! Contacts that a zone asks something of when a domain names them.

use engine::{
    Outcome,
    model::Role,
    ops::domain::{Create, Update},
};

use crate::fixture::{World, citizen, create_contact, create_domain, domain_update, handle};

cases! {
    success_of_a_contact_that_says_all
    success_in_another_role
    refused_for_a_registrant_that_does_not_fit
    refused_for_a_new_registrant_that_does_not_fit
}

/// A world with a contact that fits `made.test`, and one that does not.
fn world() -> World {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    let fit = engine::ops::contact::Create { details: citizen(), ..create_contact("JANA") };
    world.done(&world.alpha, Outcome::ContactCreated, fit);
    world
}

fn create(role: Role, contact: &str) -> Create {
    Create { contacts: vec![(role, handle(contact))], ..create_domain("shop.made.test") }
}

fn success_of_a_contact_that_says_all() {
    let world = world();
    world.done(&world.alpha, Outcome::DomainCreated, create(Role::Registrant, "JANA"));
}

fn success_in_another_role() {
    let world = world();
    world.done(&world.alpha, Outcome::DomainCreated, create(Role::Tech, "JANE"));
}

fn refused_for_a_registrant_that_does_not_fit() {
    let world = world();
    let refusals = world.refused(&world.alpha, Outcome::DomainContactUnfit, create(Role::Registrant, "JANE"));
    assert_eq!(
        refusals.first().reason(),
        "contact JANE cannot serve in made.test: the telephone number is missing or empty"
    );
}

fn refused_for_a_new_registrant_that_does_not_fit() {
    let world = world();
    world.done(&world.alpha, Outcome::DomainCreated, create(Role::Registrant, "JANA"));
    let update = Update { registrant: Some(Some(handle("JANE"))), ..domain_update("shop.made.test") };
    world.refused(&world.alpha, Outcome::DomainContactUnfit, update);
}
