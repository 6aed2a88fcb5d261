use engine::{Outcome, model::Status, ops::domain::TransferCheck};

use super::{asked_for, set, with_domain};
use crate::fixture::{World, name};

cases! {
    success_for_a_domain_of_another
    refused_for_an_unknown_or_own_domain
    refused_while_a_transfer_is_pending
    refused_by_a_status
    refused_too_soon_and_too_late
}

fn about(text: &str) -> TransferCheck {
    TransferCheck { name: name(text) }
}

fn success_for_a_domain_of_another() {
    let world = with_domain("shop.test");
    world.found(&world.bravo, Outcome::TransferPossible, about("shop.test"));
}

fn refused_for_an_unknown_or_own_domain() {
    let world = with_domain("shop.test");
    world.denied(&world.alpha, Outcome::DomainUnknown, about("none.test"));
    world.denied(&world.alpha, Outcome::AlreadySponsor, about("shop.test"));
}

fn refused_while_a_transfer_is_pending() {
    let world = asked_for("shop.test");
    world.denied(&world.bravo, Outcome::TransferOrdered, about("shop.test"));
    world.denied(&world.charlie, Outcome::TransferPending, about("shop.test"));
}

fn refused_by_a_status() {
    let world = with_domain("shop.test");
    set(&world, "shop.test", Status::ClientTransferProhibited);
    world.denied(&world.bravo, Outcome::StatusProhibits, about("shop.test"));
}

fn refused_too_soon_and_too_late() {
    let world = World::new();
    world.register(&world.alpha, "shop.slow.test");
    world.denied(&world.bravo, Outcome::TransferTooSoon, about("shop.slow.test"));
    world.pass_days(355);
    world.denied(&world.bravo, Outcome::TransferTooLate, about("shop.slow.test"));
}
