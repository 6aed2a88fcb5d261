//! Contacts.

pub mod check;
pub mod create;
pub mod delete;
pub mod info;
pub mod transfer_approve;
pub mod transfer_cancel;
pub mod transfer_query;
pub mod transfer_reject;
pub mod transfer_request;
pub mod update;

use engine::{
    Actor, Outcome,
    model::{AuthInfo, Role},
    ops::contact::TransferRequest,
};

use crate::fixture::{World, create_domain, handle};

fn authinfo(text: &str) -> Option<AuthInfo> {
    AuthInfo::presented(text)
}

/// The request for a contact with the authInfo that the fixture sets.
fn request(contact: &str) -> TransferRequest {
    TransferRequest { handle: handle(contact), proof: authinfo("Contact-go-7") }
}

/// A contact of ALPHA that BRAVO asked for.
fn asked_for(contact: &str) -> World {
    let world = World::new();
    world.enrol(&world.alpha, contact);
    world.done(&world.bravo, Outcome::TransferRequested, request(contact));
    world
}

/// Registers a domain with a contact as its registrant.
fn use_as_registrant(world: &World, actor: &Actor, contact: &str, domain: &str) {
    let create = engine::ops::domain::Create {
        contacts: vec![(Role::Registrant, handle(contact))],
        ..create_domain(domain)
    };
    world.done(actor, Outcome::DomainCreated, create);
}
