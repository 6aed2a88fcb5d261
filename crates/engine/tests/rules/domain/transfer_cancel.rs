use engine::{
    Outcome,
    model::{Status, TransferState},
    ops::domain::{TransferApprove, TransferCancel, Update},
};

use super::{asked_for, with_domain};
use crate::fixture::{World, domain_update, name, secret, transfer_of};

cases! {
    success_keeps_the_domain_and_pays_back
    success_of_a_free_request_pays_nothing_back
    refused_for_an_unknown_domain
    refused_when_nothing_is_pending
    refused_for_all_but_the_gaining_sponsor
}

fn cancel(domain: &str) -> TransferCancel {
    TransferCancel { name: name(domain) }
}

fn success_keeps_the_domain_and_pays_back() {
    let world = World::with_credit(2_000, 0);
    world.register(&world.alpha, "shop.test");
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of("shop.test"));
    let answer = world.done(&world.bravo, Outcome::TransferCancelled, cancel("shop.test"));
    assert_eq!(answer.transfer.state, TransferState::ClientCancelled);
    let domain = world.view("shop.test").domain;
    assert_eq!(domain.sponsor, world.alpha.id());
    assert!(!domain.statuses.has(Status::PendingTransfer));
    assert_eq!(world.balance(&world.bravo), 2_000);
    assert_eq!((world.waiting(&world.alpha), world.waiting(&world.bravo)), (2, 0));
    world.done(&world.charlie, Outcome::TransferRequested, transfer_of("shop.test"));
}

/// An earlier transfer that someone else paid for stays paid.
fn success_of_a_free_request_pays_nothing_back() {
    let world = World::with_credit(5_000, 0);
    world.register(&world.alpha, "shop.free.test");
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of("shop.free.test"));
    world.done(&world.alpha, Outcome::TransferApproved, TransferApprove { name: name("shop.free.test") });
    let open = Update { authinfo: Some(secret("Let-me-go-7")), ..domain_update("shop.free.test") };
    world.done(&world.bravo, Outcome::DomainUpdated, open);

    world.done(&world.charlie, Outcome::TransferRequested, transfer_of("shop.free.test"));
    world.done(&world.charlie, Outcome::TransferCancelled, cancel("shop.free.test"));
    assert_eq!((world.balance(&world.bravo), world.balance(&world.charlie)), (4_100, 5_000));
}

fn refused_for_an_unknown_domain() {
    let world = World::new();
    world.refused(&world.bravo, Outcome::DomainUnknown, cancel("shop.test"));
}

fn refused_when_nothing_is_pending() {
    let world = with_domain("shop.test");
    world.refused(&world.bravo, Outcome::TransferNotPending, cancel("shop.test"));
}

fn refused_for_all_but_the_gaining_sponsor() {
    let world = asked_for("shop.test");
    for actor in [&world.alpha, &world.charlie] {
        world.refused(actor, Outcome::NotTransferParty, cancel("shop.test"));
    }
}
