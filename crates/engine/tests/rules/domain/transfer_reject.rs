use engine::{
    Outcome,
    model::{Status, TransferState},
    ops::domain::TransferReject,
};

use super::asked_for;
use crate::fixture::{World, day, name, transfer_of};

cases! {
    success_keeps_the_domain_and_pays_back
    success_pays_back_each_request_once
    refused_for_an_unknown_domain
    refused_when_nothing_is_pending
    refused_for_all_but_the_losing_sponsor
}

fn reject() -> TransferReject {
    TransferReject { name: name("shop.test") }
}

fn success_keeps_the_domain_and_pays_back() {
    let world = World::with_credit(2_000, 0);
    world.register(&world.alpha, "shop.test");
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of("shop.test"));
    world.pass_days(1);
    let answer = world.done(&world.alpha, Outcome::TransferRejected, reject());
    assert_eq!(
        (answer.transfer.state, answer.transfer.acts_at),
        (TransferState::ClientRejected, world.now())
    );
    let domain = world.view("shop.test").domain;
    assert_eq!((domain.sponsor, domain.expires_at), (world.alpha.id(), day("2028-03-01")));
    assert!(!domain.statuses.has(Status::PendingTransfer));
    assert_eq!((world.balance(&world.alpha), world.balance(&world.bravo)), (1_000, 2_000));
    assert_eq!((world.waiting(&world.alpha), world.waiting(&world.bravo)), (1, 1));
    world.assert_audit_clean();
}

fn success_pays_back_each_request_once() {
    let world = World::with_credit(2_000, 0);
    world.register(&world.alpha, "shop.test");
    for _ in 0..3 {
        world.done(&world.bravo, Outcome::TransferRequested, transfer_of("shop.test"));
        assert_eq!((world.balance(&world.bravo), world.left(&world.bravo)), (2_000, 1_100));
        world.done(&world.alpha, Outcome::TransferRejected, reject());
        assert_eq!((world.balance(&world.bravo), world.left(&world.bravo)), (2_000, 2_000));
    }
    world.assert_audit_clean();
}

fn refused_for_an_unknown_domain() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::DomainUnknown, reject());
}

fn refused_when_nothing_is_pending() {
    let world = asked_for("shop.test");
    world.done(&world.alpha, Outcome::TransferRejected, reject());
    world.refused(&world.alpha, Outcome::TransferNotPending, reject());
}

fn refused_for_all_but_the_losing_sponsor() {
    let world = asked_for("shop.test");
    for actor in [&world.bravo, &world.charlie] {
        world.refused(actor, Outcome::NotTransferParty, reject());
    }
}
