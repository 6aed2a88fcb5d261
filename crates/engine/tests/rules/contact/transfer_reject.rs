use engine::{
    Outcome,
    model::{Status, TransferState},
    ops::contact::TransferReject,
};

use super::{asked_for, request};
use crate::fixture::{World, contact_of, handle};

cases! {
    success_keeps_the_contact
    success_leaves_the_authinfo_in_force
    refused_for_an_unknown_contact
    refused_when_nothing_is_pending
    refused_for_all_but_the_losing_sponsor
}

fn reject() -> TransferReject {
    TransferReject { handle: handle("JANE") }
}

fn success_keeps_the_contact() {
    let world = asked_for("JANE");
    let answer = world.done(&world.alpha, Outcome::TransferRejected, reject());
    assert_eq!(answer.transfer.state, TransferState::ClientRejected);
    let contact = contact_of(&world, &world.alpha, "JANE");
    assert_eq!((contact.sponsor, contact.transferred_at), (world.alpha.id(), None));
    assert!(!contact.statuses.has(Status::PendingTransfer));
    assert_eq!((world.waiting(&world.alpha), world.waiting(&world.bravo)), (1, 1));
}

fn success_leaves_the_authinfo_in_force() {
    let world = asked_for("JANE");
    world.done(&world.alpha, Outcome::TransferRejected, reject());
    world.done(&world.charlie, Outcome::TransferRequested, request("JANE"));
}

fn refused_for_an_unknown_contact() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::ContactUnknown, reject());
}

fn refused_when_nothing_is_pending() {
    let world = asked_for("JANE");
    world.done(&world.alpha, Outcome::TransferRejected, reject());
    world.refused(&world.alpha, Outcome::TransferNotPending, reject());
}

fn refused_for_all_but_the_losing_sponsor() {
    let world = asked_for("JANE");
    for actor in [&world.bravo, &world.charlie] {
        world.refused(actor, Outcome::NotTransferParty, reject());
    }
}
