use engine::{
    Outcome,
    model::{ContactItem, Status},
    ops::{
        StatusChange,
        contact::{Info, Update},
    },
};

use super::{authinfo, use_as_registrant};
use crate::fixture::{World, contact_update, create_contact, handle, name, person, secret};

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
    success_for_everybody_in_a_zone_without_what_is_hidden
    success_opens_the_contact_for_good
    refused_outside_the_zones_and_without_contacts
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

fn in_zone(zone: &str, presented: &str) -> Info {
    Info { zone: Some(name(zone)), ..info("JANE", presented) }
}

fn success_for_everybody_in_a_zone_without_what_is_hidden() {
    let world = World::new();
    let mut details = person();
    details.hide(&[ContactItem::Email, ContactItem::Identity]);
    let create = engine::ops::contact::Create { details, ..create_contact("JANE") };
    world.done(&world.alpha, Outcome::ContactCreated, create);
    let hidden = |actor, info: Info| world.found(actor, Outcome::ContactFound, info).hidden;
    assert_eq!(hidden(&world.bravo, in_zone("sets.test", "")), [ContactItem::Email, ContactItem::Identity]);
    assert_eq!(hidden(&world.alpha, in_zone("sets.test", "")), []);
    assert_eq!(hidden(&world.bravo, in_zone("sets.test", "Contact-go-7")), []);
    assert_eq!(hidden(&world.bravo, in_zone("sets.test", "")).len(), 2, "a query remembers nothing");
}

/// As a command it remembers; the next time nothing has to be shown.
fn success_opens_the_contact_for_good() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    let id = crate::fixture::contact_of(&world, &world.alpha, "JANE").id;
    for _ in 0..2 {
        world.done(&world.bravo, Outcome::ContactFound, info("JANE", "Contact-go-7"));
    }
    world.found(&world.bravo, Outcome::ContactFound, info("JANE", ""));
    assert_eq!(world.history(id), ["contact_create", "contact_info"]);
    world.done(&world.alpha, Outcome::ContactFound, info("JANE", "Contact-go-7"));
    world.refused(&world.charlie, Outcome::AuthinfoWrong, info("JANE", "guess"));
}

fn refused_outside_the_zones_and_without_contacts() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    world.denied(&world.alpha, Outcome::ZoneUnknown, in_zone("elsewhere", ""));
    world.denied(&world.alpha, Outcome::ContactsUnsupported, in_zone("bare.test", ""));
}
