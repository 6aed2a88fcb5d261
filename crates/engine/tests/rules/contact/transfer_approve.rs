use engine::{
    Outcome,
    model::{Event, Status, TransferState},
    ops::{contact::TransferApprove, poll},
};

use super::{asked_for, request};
use crate::fixture::{World, contact_of, handle};

cases! {
    success_gives_the_contact_away
    success_notifies_the_gaining_sponsor
    refused_for_an_unknown_contact
    refused_when_nothing_is_pending
    refused_for_all_but_the_losing_sponsor
    refused_for_the_state_before_the_party
}

fn approve() -> TransferApprove {
    TransferApprove { handle: handle("JANE") }
}

fn success_gives_the_contact_away() {
    let world = asked_for("JANE");
    world.pass_days(1);
    let answer = world.done(&world.alpha, Outcome::TransferApproved, approve());
    assert_eq!(answer.transfer.state, TransferState::ClientApproved);
    assert_eq!(answer.transfer.acts_at, world.now());
    let contact = contact_of(&world, &world.bravo, "JANE");
    assert_eq!((contact.sponsor, contact.creator), (world.bravo.id(), world.alpha.id()));
    assert_eq!((contact.transferred_at, contact.authinfo), (Some(world.now()), None));
    assert!(!contact.statuses.has(Status::PendingTransfer));
    world.refused(&world.charlie, Outcome::AuthinfoWrong, request("JANE"));
}

fn success_notifies_the_gaining_sponsor() {
    let world = asked_for("JANE");
    world.done(&world.alpha, Outcome::TransferApproved, approve());
    let queue = world.found(&world.bravo, Outcome::MessageWaiting, poll::Request::default()).unwrap();
    let Event::ContactTransfer { transfer, .. } = queue.head.event else { panic!("{queue:?}") };
    assert_eq!(transfer.state, TransferState::ClientApproved);
}

fn refused_for_an_unknown_contact() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::ContactUnknown, approve());
}

fn refused_when_nothing_is_pending() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    world.refused(&world.alpha, Outcome::TransferNotPending, approve());
    world.done(&world.bravo, Outcome::TransferRequested, request("JANE"));
    world.done(&world.alpha, Outcome::TransferApproved, approve());
    world.refused(&world.alpha, Outcome::TransferNotPending, approve());
}

fn refused_for_all_but_the_losing_sponsor() {
    let world = asked_for("JANE");
    for actor in [&world.bravo, &world.charlie] {
        world.refused(actor, Outcome::NotTransferParty, approve());
    }
}

fn refused_for_the_state_before_the_party() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    world.refused(&world.charlie, Outcome::TransferNotPending, approve());
}
