//! Domains that stay with their sponsor for a while because their holder changed.

use engine::{
    Outcome,
    model::{Email, Instant, Preferences},
    ops::{
        contact,
        domain::{Dossier, TransferCheck, TransferRequest, Update},
        preferences,
    },
};

use super::{strict, strict_world};
use crate::fixture::{World, contact_update, domain_update, handle, name, shown, transfer_of};

cases! {
    success_after_sixty_days
    success_for_whoever_opts_out
    success_where_the_holder_says_the_same
    refused_after_another_holder
    refused_after_another_address_of_the_holder
    refused_for_whoever_does_not_opt_out_this_time
}

const DOMAIN: &str = "shop.strict.test";

/// ALPHA has a domain for long enough that it can be transferred.
fn settled() -> World {
    let world = strict_world();
    world.done(&world.alpha, Outcome::DomainCreated, strict(DOMAIN));
    world.pass_days(60);
    world
}

fn request() -> TransferRequest {
    TransferRequest { authority: shown("a-rather-long-secret"), ..transfer_of(DOMAIN) }
}

fn holder(contact: &str, opts_out: Option<bool>) -> Update {
    Update { registrant: Some(Some(handle(contact))), opts_out, ..domain_update(DOMAIN) }
}

fn email(text: &str) -> contact::Update {
    contact::Update { email: Some(Email::parse(text).unwrap()), ..contact_update("REG") }
}

fn prefer_to_opt_out(world: &World) {
    let preferences = Preferences { opts_out: true, ..Preferences::default() };
    world.done(&world.alpha, Outcome::PreferencesSet, preferences::Set { preferences });
}

fn held_until(world: &World) -> Option<Instant> {
    let dossier = Dossier { name: name(DOMAIN) };
    world.found(&world.alpha, Outcome::DomainFound, dossier).held_until
}

/// Another registrant than `REG`, who is somebody else.
fn other(world: &World) {
    let other =
        contact::Update { email: Some(Email::parse("other@example.test").unwrap()), ..contact_update("TEC") };
    world.done(&world.alpha, Outcome::ContactUpdated, other);
}

fn success_after_sixty_days() {
    let world = settled();
    other(&world);
    world.done(&world.alpha, Outcome::DomainUpdated, holder("TEC", None));
    assert_eq!(held_until(&world), Some(world.now().plus_days(60)));
    world.pass_days(60);
    assert_eq!(held_until(&world), None);
    world.done(&world.bravo, Outcome::TransferRequested, request());
}

fn success_for_whoever_opts_out() {
    let world = settled();
    other(&world);
    world.done(&world.alpha, Outcome::DomainUpdated, holder("TEC", Some(true)));
    prefer_to_opt_out(&world);
    world.done(&world.alpha, Outcome::DomainUpdated, holder("REG", None));
    world.done(&world.alpha, Outcome::ContactUpdated, email("new@example.test"));
    world.done(&world.bravo, Outcome::TransferRequested, request());
}

fn success_where_the_holder_says_the_same() {
    let world = settled();
    world.done(&world.alpha, Outcome::ContactUpdated, email("jane@example.test"));
    world.done(&world.alpha, Outcome::DomainUpdated, holder("ADM", None));
    world.done(&world.bravo, Outcome::TransferRequested, request());
}

fn refused_after_another_holder() {
    let world = settled();
    other(&world);
    world.done(&world.alpha, Outcome::DomainUpdated, holder("TEC", None));
    world.pass_days(59);
    world.refused(&world.bravo, Outcome::HolderChangedLately, request());
    let check = TransferCheck { name: name(DOMAIN) };
    world.denied(&world.bravo, Outcome::HolderChangedLately, check);
}

fn refused_after_another_address_of_the_holder() {
    let world = settled();
    world.done(&world.alpha, Outcome::ContactUpdated, email("new@example.test"));
    world.refused(&world.bravo, Outcome::HolderChangedLately, request());
}

fn refused_for_whoever_does_not_opt_out_this_time() {
    let world = settled();
    prefer_to_opt_out(&world);
    other(&world);
    world.done(&world.alpha, Outcome::DomainUpdated, holder("TEC", Some(false)));
    world.refused(&world.bravo, Outcome::HolderChangedLately, request());
}
