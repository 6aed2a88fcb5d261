use engine::{
    Outcome,
    model::TransferState,
    ops::contact::{TransferQuery, TransferReject},
};

use super::{asked_for, authinfo};
use crate::fixture::{World, handle};

cases! {
    success_for_both_parties
    success_for_whoever_has_the_authinfo
    success_of_one_that_ended
    refused_for_an_unknown_contact
    refused_for_a_wrong_authinfo
    refused_after_ten_wrong_authinfos
    refused_when_there_never_was_one
    refused_for_others
    refused_for_the_authinfo_before_the_state
}

fn query(presented: &str) -> TransferQuery {
    TransferQuery { handle: handle("JANE"), proof: authinfo(presented) }
}

fn success_for_both_parties() {
    let world = asked_for("JANE");
    for actor in [&world.alpha, &world.bravo] {
        let answer = world.found(actor, Outcome::TransferFound, query(""));
        assert_eq!(answer.transfer.state, TransferState::Pending);
    }
}

fn success_for_whoever_has_the_authinfo() {
    let world = asked_for("JANE");
    world.found(&world.charlie, Outcome::TransferFound, query("Contact-go-7"));
}

fn success_of_one_that_ended() {
    let world = asked_for("JANE");
    world.done(&world.alpha, Outcome::TransferRejected, TransferReject { handle: handle("JANE") });
    let answer = world.found(&world.bravo, Outcome::TransferFound, query(""));
    assert_eq!(answer.transfer.state, TransferState::ClientRejected);
}

fn refused_for_an_unknown_contact() {
    let world = World::new();
    world.denied(&world.alpha, Outcome::ContactUnknown, query(""));
}

fn refused_for_a_wrong_authinfo() {
    let world = asked_for("JANE");
    for actor in world.accounts() {
        world.denied(actor, Outcome::AuthinfoWrong, query("guess"));
    }
}

fn refused_after_ten_wrong_authinfos() {
    let world = asked_for("JANE");
    for _ in 0..10 {
        world.denied(&world.charlie, Outcome::AuthinfoWrong, query("guess"));
    }
    world.denied(&world.charlie, Outcome::AuthinfoLocked, query("Contact-go-7"));
}

fn refused_when_there_never_was_one() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    world.denied(&world.alpha, Outcome::TransferUnknown, query(""));
}

fn refused_for_others() {
    let world = asked_for("JANE");
    world.denied(&world.charlie, Outcome::NotTransferParty, query(""));
}

fn refused_for_the_authinfo_before_the_state() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    world.denied(&world.charlie, Outcome::AuthinfoWrong, query("guess"));
    world.denied(&world.charlie, Outcome::TransferUnknown, query(""));
}
