//! Contacts.

pub(crate) mod check;
pub(crate) mod copy;
pub(crate) mod create;
pub(crate) mod create_for_zone;
pub(crate) mod delete;
pub(crate) mod info;
pub(crate) mod list;
pub(crate) mod replace;
pub(crate) mod send_authinfo;
pub(crate) mod transfer_approve;
pub(crate) mod transfer_cancel;
pub(crate) mod transfer_query;
pub(crate) mod transfer_reject;
pub(crate) mod transfer_request;
pub(crate) mod update;
pub(crate) mod validate;

use engine::{
    Actor, Outcome,
    model::{AuthInfo, Role},
    ops::contact::TransferRequest,
};

use crate::fixture::{World, create_domain, handle};

/// Presents an authInfo, or none when it is empty.
fn authinfo(text: &str) -> Option<AuthInfo> {
    (!text.is_empty()).then(|| AuthInfo::presented(text))
}

/// The request for a contact with the authInfo that the fixture sets.
fn request(contact: &str) -> TransferRequest {
    TransferRequest { handle: handle(contact), zone: None, proof: authinfo("Contact-go-7") }
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
