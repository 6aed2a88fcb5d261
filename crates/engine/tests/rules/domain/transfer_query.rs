use engine::{
    Outcome,
    model::TransferState,
    ops::domain::{TransferApprove, TransferQuery, TransferReject},
};

use super::{asked_for, with_domain};
use crate::fixture::{World, name, proof};

cases! {
    success_for_both_parties
    success_for_whoever_has_the_authinfo
    success_of_one_that_ended
    refused_for_an_unknown_domain
    refused_for_a_wrong_authinfo
    refused_after_ten_wrong_authinfos
    refused_when_there_never_was_one
    refused_for_others
    refused_for_the_authinfo_before_the_state_before_the_party
}

fn query() -> TransferQuery {
    TransferQuery { name: name("shop.test"), proof: None }
}

fn with(presented: &str) -> TransferQuery {
    TransferQuery { proof: Some(proof(presented)), ..query() }
}

fn success_for_both_parties() {
    let world = asked_for("shop.test");
    for actor in [&world.alpha, &world.bravo] {
        let answer = world.found(actor, Outcome::TransferFound, query());
        assert_eq!((answer.name.as_str(), answer.transfer.state), ("shop.test", TransferState::Pending));
    }
}

fn success_for_whoever_has_the_authinfo() {
    let world = asked_for("shop.test");
    world.found(&world.charlie, Outcome::TransferFound, with("Let-me-go-7"));
}

fn success_of_one_that_ended() {
    let world = asked_for("shop.test");
    world.done(&world.alpha, Outcome::TransferApproved, TransferApprove { name: name("shop.test") });
    for actor in [&world.alpha, &world.bravo] {
        let answer = world.found(actor, Outcome::TransferFound, query());
        assert_eq!(answer.transfer.state, TransferState::ClientApproved);
    }
}

fn refused_for_an_unknown_domain() {
    let world = World::new();
    world.denied(&world.alpha, Outcome::DomainUnknown, query());
}

fn refused_for_a_wrong_authinfo() {
    let world = asked_for("shop.test");
    for actor in world.accounts() {
        world.denied(actor, Outcome::AuthinfoWrong, with("guess"));
    }
}

fn refused_after_ten_wrong_authinfos() {
    let world = asked_for("shop.test");
    for _ in 0..10 {
        world.denied(&world.charlie, Outcome::AuthinfoWrong, with("guess"));
    }
    world.denied(&world.charlie, Outcome::AuthinfoLocked, with("Let-me-go-7"));
}

fn refused_when_there_never_was_one() {
    let world = with_domain("shop.test");
    world.denied(&world.alpha, Outcome::TransferUnknown, query());
}

fn refused_for_others() {
    let world = asked_for("shop.test");
    world.denied(&world.charlie, Outcome::NotTransferParty, query());
    world.done(&world.alpha, Outcome::TransferRejected, TransferReject { name: name("shop.test") });
    world.denied(&world.charlie, Outcome::NotTransferParty, query());
}

fn refused_for_the_authinfo_before_the_state_before_the_party() {
    let world = with_domain("shop.test");
    world.denied(&world.charlie, Outcome::AuthinfoWrong, with("guess"));
    world.denied(&world.charlie, Outcome::TransferUnknown, query());
}
