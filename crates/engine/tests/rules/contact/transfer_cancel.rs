use engine::{
    Outcome,
    model::{Status, TransferState},
    ops::contact::TransferCancel,
};

use super::{asked_for, request};
use crate::fixture::{World, contact_of, handle};

cases! {
    success_keeps_the_contact
    success_tells_the_losing_sponsor
    refused_for_an_unknown_contact
    refused_when_nothing_is_pending
    refused_for_all_but_the_gaining_sponsor
}

fn cancel() -> TransferCancel {
    TransferCancel { handle: handle("JANE") }
}

fn success_keeps_the_contact() {
    let world = asked_for("JANE");
    let answer = world.done(&world.bravo, Outcome::TransferCancelled, cancel());
    assert_eq!(answer.transfer.state, TransferState::ClientCancelled);
    let contact = contact_of(&world, &world.alpha, "JANE");
    assert_eq!(contact.sponsor, world.alpha.id());
    assert!(!contact.statuses.has(Status::PendingTransfer));
    world.done(&world.charlie, Outcome::TransferRequested, request("JANE"));
}

fn success_tells_the_losing_sponsor() {
    let world = asked_for("JANE");
    world.done(&world.bravo, Outcome::TransferCancelled, cancel());
    assert_eq!((world.waiting(&world.alpha), world.waiting(&world.bravo)), (2, 0));
}

fn refused_for_an_unknown_contact() {
    let world = World::new();
    world.refused(&world.bravo, Outcome::ContactUnknown, cancel());
}

fn refused_when_nothing_is_pending() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    world.refused(&world.bravo, Outcome::TransferNotPending, cancel());
}

fn refused_for_all_but_the_gaining_sponsor() {
    let world = asked_for("JANE");
    for actor in [&world.alpha, &world.charlie] {
        world.refused(actor, Outcome::NotTransferParty, cancel());
    }
}
