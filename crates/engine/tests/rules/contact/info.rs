use engine::{
    Outcome,
    model::Status,
    ops::{
        StatusChange,
        contact::{Info, Update},
    },
};

use super::{authinfo, use_as_registrant};
use crate::fixture::{World, contact_update, handle, secret};

cases! {
    success_for_the_sponsor
    success_for_whoever_has_the_authinfo
    success_shows_the_computed_statuses
    refused_for_an_unknown_contact
    refused_for_others
    refused_for_a_wrong_authinfo_even_the_sponsor
    refused_for_an_authinfo_where_none_is_set
    refused_after_ten_wrong_authinfos
    success_after_a_new_authinfo_lifts_the_lock
    refused_still_after_an_update_that_was_refused
}

fn info(contact: &str, presented: &str) -> Info {
    Info { handle: handle(contact), zone: None, proof: authinfo(presented) }
}

fn success_for_the_sponsor() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    let view = world.found(&world.alpha, Outcome::ContactFound, info("JANE", ""));
    assert_eq!((view.sponsor.as_str(), view.creator.as_str(), view.updater), ("ALPHA", "ALPHA", None));
}

fn success_for_whoever_has_the_authinfo() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    let view = world.found(&world.bravo, Outcome::ContactFound, info("JANE", "Contact-go-7"));
    assert_eq!(view.sponsor.as_str(), "ALPHA");
}

/// `ok` stands alone or with `linked`; `linked` goes with everything.
fn success_shows_the_computed_statuses() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    let shown = || {
        let view = world.found(&world.alpha, Outcome::ContactFound, info("JANE", ""));
        view.statuses.into_iter().map(|(status, _)| status).collect::<Vec<_>>()
    };
    assert_eq!(shown(), [Status::Ok]);
    use_as_registrant(&world, &world.bravo, "JANE", "shop.test");
    assert_eq!(shown(), [Status::Ok, Status::Linked]);
    let add = vec![(Status::ClientTransferProhibited, None)];
    let bar = Update { statuses: StatusChange { add, remove: Vec::new() }, ..contact_update("JANE") };
    world.done(&world.alpha, Outcome::ContactUpdated, bar);
    assert_eq!(shown(), [Status::ClientTransferProhibited, Status::Linked]);
}

fn refused_for_an_unknown_contact() {
    let world = World::new();
    world.denied(&world.alpha, Outcome::ContactUnknown, info("JANE", ""));
    world.denied(&world.alpha, Outcome::ContactUnknown, info("JANE", "Contact-go-7"));
}

fn refused_for_others() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    world.denied(&world.bravo, Outcome::NotSponsor, info("JANE", ""));
}

fn refused_for_a_wrong_authinfo_even_the_sponsor() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    for actor in [&world.alpha, &world.bravo] {
        world.denied(actor, Outcome::AuthinfoWrong, info("JANE", "contact-go-7"));
    }
}

fn refused_for_an_authinfo_where_none_is_set() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    let empty = Update { authinfo: Some(secret("")), ..contact_update("JANE") };
    world.done(&world.alpha, Outcome::ContactUpdated, empty);
    world.denied(&world.bravo, Outcome::AuthinfoWrong, info("JANE", "Contact-go-7"));
}

/// Whoever makes the attempts: then nobody is heard, until a day after the first.
fn refused_after_ten_wrong_authinfos() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    lock(&world);
    world.denied(&world.bravo, Outcome::AuthinfoLocked, info("JANE", "Contact-go-7"));
    world.found(&world.alpha, Outcome::ContactFound, info("JANE", ""));
    world.pass_days(1);
    world.found(&world.bravo, Outcome::ContactFound, info("JANE", "Contact-go-7"));
}

fn success_after_a_new_authinfo_lifts_the_lock() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    lock(&world);
    let fresh = Update { authinfo: Some(secret("Another-go-8")), ..contact_update("JANE") };
    world.done(&world.alpha, Outcome::ContactUpdated, fresh);
    world.found(&world.bravo, Outcome::ContactFound, info("JANE", "Another-go-8"));
}

fn refused_still_after_an_update_that_was_refused() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    lock(&world);
    let weak = Update { authinfo: Some(secret("weak")), ..contact_update("JANE") };
    world.refused(&world.alpha, Outcome::AuthinfoWeak, weak);
    world.denied(&world.bravo, Outcome::AuthinfoLocked, info("JANE", "Contact-go-7"));
}

fn lock(world: &World) {
    for attempt in 0..10 {
        let actor = world.accounts()[attempt % 3];
        world.denied(actor, Outcome::AuthinfoWrong, info("JANE", &format!("guess-{attempt}")));
    }
}
