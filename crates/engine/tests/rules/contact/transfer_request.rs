use engine::{
    Outcome,
    model::{Event, Status, TransferState},
    ops::{
        StatusChange,
        contact::{TransferRequest, Update},
        poll,
    },
};

use super::{authinfo, request};
use crate::fixture::{World, contact_of, contact_update, handle, name, secret};

cases! {
    success_is_pending_for_five_days
    success_notifies_the_losing_sponsor
    refused_for_an_unknown_contact
    refused_for_ones_own
    refused_without_authinfo
    refused_for_a_wrong_authinfo
    refused_where_no_authinfo_is_set
    refused_after_ten_wrong_authinfos
    refused_while_another_is_pending
    refused_under_a_status
    refused_for_the_owner_before_the_authinfo_before_the_state
    success_at_once_where_the_zone_says_so
    success_is_pending_for_as_long_as_the_zone_says
    refused_in_zones_where_contacts_stay
}

fn with(contact: &str, presented: &str) -> TransferRequest {
    TransferRequest { handle: handle(contact), zone: None, proof: authinfo(presented) }
}

/// A world in which ALPHA has a contact.
fn world() -> World {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    world
}

fn update(world: &World, update: Update) {
    world.done(&world.alpha, Outcome::ContactUpdated, update);
}

fn success_is_pending_for_five_days() {
    let world = world();
    let answer = world.done(&world.bravo, Outcome::TransferRequested, request("JANE"));
    assert_eq!(answer.name, "JANE");
    assert_eq!((answer.transfer.gaining.as_str(), answer.transfer.losing.as_str()), ("BRAVO", "ALPHA"));
    assert_eq!(answer.transfer.state, TransferState::Pending);
    assert_eq!((answer.transfer.acts_at, answer.transfer.expires_at), (world.now().plus_days(5), None));
    let contact = contact_of(&world, &world.alpha, "JANE");
    assert!(contact.statuses.has(Status::PendingTransfer));
    assert_eq!((contact.sponsor, contact.updated_at), (world.alpha.id(), None));
    assert_eq!(world.history(contact.id), ["contact_create", "contact_transfer_request"]);
}

fn success_notifies_the_losing_sponsor() {
    let world = super::asked_for("JANE");
    let queue = world.found(&world.alpha, Outcome::MessageWaiting, poll::Request::default()).unwrap();
    let Event::ContactTransfer { handle, transfer } = queue.head.event else { panic!("{queue:?}") };
    assert_eq!((handle.as_str(), transfer.state), ("JANE", TransferState::Pending));
    assert_eq!((world.waiting(&world.alpha), world.waiting(&world.bravo)), (1, 0));
}

fn refused_for_an_unknown_contact() {
    let world = World::new();
    world.refused(&world.bravo, Outcome::ContactUnknown, request("JANE"));
}

fn refused_for_ones_own() {
    let world = world();
    world.refused(&world.alpha, Outcome::AlreadySponsor, request("JANE"));
}

fn refused_without_authinfo() {
    let world = world();
    world.refused(&world.bravo, Outcome::AuthinfoMissing, with("JANE", ""));
}

fn refused_for_a_wrong_authinfo() {
    let world = world();
    world.refused(&world.bravo, Outcome::AuthinfoWrong, with("JANE", "guess"));
}

/// The authInfo of one contact does not open another that has the same text.
fn refused_where_no_authinfo_is_set() {
    let world = world();
    update(&world, Update { authinfo: Some(secret("")), ..contact_update("JANE") });
    world.refused(&world.bravo, Outcome::AuthinfoWrong, request("JANE"));
}

fn refused_after_ten_wrong_authinfos() {
    let world = world();
    for guess in 0..10 {
        world.refused(&world.bravo, Outcome::AuthinfoWrong, with("JANE", &format!("guess-{guess}")));
    }
    world.refused(&world.charlie, Outcome::AuthinfoLocked, request("JANE"));
}

fn refused_while_another_is_pending() {
    let world = super::asked_for("JANE");
    for actor in [&world.bravo, &world.charlie] {
        world.refused(actor, Outcome::TransferPending, request("JANE"));
    }
}

fn refused_under_a_status() {
    let world = world();
    let add = vec![(Status::ClientTransferProhibited, None)];
    update(&world, Update { statuses: StatusChange { add, remove: Vec::new() }, ..contact_update("JANE") });
    world.refused(&world.bravo, Outcome::StatusProhibits, request("JANE"));
}

fn refused_for_the_owner_before_the_authinfo_before_the_state() {
    let world = super::asked_for("JANE");
    world.refused(&world.alpha, Outcome::AlreadySponsor, with("JANE", "guess"));
    world.refused(&world.charlie, Outcome::AuthinfoMissing, with("JANE", ""));
    world.refused(&world.charlie, Outcome::AuthinfoWrong, with("JANE", "guess"));
}

fn in_zone(zone: &str) -> TransferRequest {
    TransferRequest { zone: Some(name(zone)), ..request("JANE") }
}

fn success_at_once_where_the_zone_says_so() {
    let world = world();
    let answer = world.done(&world.bravo, Outcome::TransferCompleted, in_zone("sets.test"));
    assert_eq!(
        (answer.transfer.state, answer.transfer.acts_at),
        (TransferState::ServerApproved, world.now())
    );
    let contact = contact_of(&world, &world.bravo, "JANE");
    assert_eq!((contact.sponsor, contact.transferred_at), (world.bravo.id(), Some(world.now())));
    assert!(contact.authinfo.is_none() && contact.statuses.is_empty());
    assert_eq!(world.waiting(&world.alpha), 1);
}

fn success_is_pending_for_as_long_as_the_zone_says() {
    let world = world();
    let answer = world.done(&world.bravo, Outcome::TransferRequested, in_zone("shut.test"));
    assert_eq!(answer.transfer.acts_at, world.now().plus_days(5));
}

fn refused_in_zones_where_contacts_stay() {
    let world = world();
    for (zone, outcome) in [
        ("made.test", Outcome::ContactTransferRefused),
        ("elsewhere", Outcome::ZoneUnknown),
        ("bare.test", Outcome::ContactsUnsupported),
    ] {
        world.refused(&world.bravo, outcome, in_zone(zone));
    }
}
