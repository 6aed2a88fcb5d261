//! Money that is set aside while a transfer is pending.

use engine::{
    Outcome,
    model::{Book, EntryKind},
    ops::{
        account::SetTerms,
        domain::{Delete, TransferApprove, TransferCancel, TransferReject},
    },
};

use super::{lines, terms, with_terms};
use crate::fixture::{World, create_domain, name, read, transfer_of};

cases! {
    what_is_set_aside_cannot_be_spent
    it_is_no_revenue_before_the_approval
    it_is_free_again_after_a_cancellation
    it_is_free_again_after_a_rejection
    it_is_paid_when_the_time_to_answer_is_up
    it_is_free_again_when_the_server_cancels
    it_is_paid_though_the_limit_was_lowered
    a_free_transfer_sets_nothing_aside
    a_transfer_at_once_sets_nothing_aside
    the_price_is_paid_back_within_the_transfer_grace_period
}

/// A world in which BRAVO has just enough for the transfer of ALPHA's domain and asked for it.
fn pending() -> World {
    let world = World::with_credit(1_500, 0);
    world.register(&world.alpha, "shop.test");
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of("shop.test"));
    world
}

/// How much is set aside for a domain.
fn held(world: &World, domain: &str) -> Vec<i64> {
    let name = name(domain);
    let holds = read(&world.engine, move |store| store.holds_of(store.domain(&name)?.unwrap().id.into()));
    holds.iter().map(|hold| hold.fee.gross().minor).collect()
}

fn what_is_set_aside_cannot_be_spent() {
    let world = pending();
    assert_eq!((world.balance(&world.bravo), world.left(&world.bravo)), (1_500, 600));
    let refusals = world.refused(&world.bravo, Outcome::CreditInsufficient, create_domain("other.test"));
    assert!(refusals.first().reason().contains("6.00 USD"), "{}", refusals.first().reason());
    world.assert_audit_clean();
}

fn it_is_no_revenue_before_the_approval() {
    let world = pending();
    assert_eq!(held(&world, "shop.test"), [900]);
    assert_eq!(lines(&world, "shop.test").len(), 1, "the creation's alone");
    world.pass_days(1);
    world.done(&world.alpha, Outcome::TransferApproved, TransferApprove { name: name("shop.test") });
    assert_eq!(held(&world, "shop.test"), [0_i64; 0]);
    let lines = lines(&world, "shop.test");
    let line = lines.last().unwrap();
    assert_eq!((line.kind, line.amount.minor, line.years), (EntryKind::Transfer, 900, 1));
    assert_eq!((line.from, line.to), (Book::Account(world.bravo.id()), Book::Revenue));
    assert_eq!(line.at, world.now());
    assert_eq!((world.balance(&world.bravo), world.left(&world.bravo)), (600, 600));
    world.assert_audit_clean();
}

fn it_is_free_again_after_a_cancellation() {
    let world = pending();
    world.done(&world.bravo, Outcome::TransferCancelled, TransferCancel { name: name("shop.test") });
    assert_eq!((held(&world, "shop.test"), lines(&world, "shop.test").len()), (vec![], 1));
    assert_eq!((world.balance(&world.bravo), world.left(&world.bravo)), (1_500, 1_500));
    world.register(&world.bravo, "other.test");
    world.assert_audit_clean();
}

fn it_is_free_again_after_a_rejection() {
    let world = pending();
    world.done(&world.alpha, Outcome::TransferRejected, TransferReject { name: name("shop.test") });
    assert_eq!((world.balance(&world.bravo), world.left(&world.bravo)), (1_500, 1_500));
    world.assert_audit_clean();
}

/// On the day on which the server decided, however late that is done.
fn it_is_paid_when_the_time_to_answer_is_up() {
    let world = pending();
    let decided = world.now().plus_days(5);
    world.advance_days(20);
    let lines = lines(&world, "shop.test");
    let line = lines.last().unwrap();
    assert_eq!(
        (line.kind, line.from, line.at),
        (EntryKind::Transfer, Book::Account(world.bravo.id()), decided)
    );
    assert_eq!((world.balance(&world.bravo), world.left(&world.bravo)), (600, 600));
    world.assert_audit_clean();
}

fn it_is_free_again_when_the_server_cancels() {
    let world = World::with_credit(1_500, 0);
    world.register(&world.alpha, "shop.slow.test");
    world.pass_days(10);
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of("shop.slow.test"));
    assert_eq!(world.left(&world.bravo), 600);
    world.advance_days(5);
    assert_eq!((held(&world, "shop.slow.test"), world.left(&world.bravo)), (vec![], 1_500));
    assert_eq!(world.balance(&world.bravo), 1_500);
    world.assert_audit_clean();
}

fn it_is_paid_though_the_limit_was_lowered() {
    let world = World::with_credit(0, 1_000);
    with_terms(&world, SetTerms { credit_limit: Some(2_000), ..terms(&world.alpha) });
    world.register(&world.alpha, "shop.test");
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of("shop.test"));
    with_terms(&world, SetTerms { credit_limit: Some(0), ..terms(&world.bravo) });
    world.done(&world.alpha, Outcome::TransferApproved, TransferApprove { name: name("shop.test") });
    assert_eq!((world.balance(&world.bravo), world.left(&world.bravo)), (-900, -900));
}

fn a_free_transfer_sets_nothing_aside() {
    let world = World::with_credit(1_000, 0);
    world.register(&world.alpha, "shop.dollars.test");
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of("shop.dollars.test"));
    assert_eq!((held(&world, "shop.dollars.test"), world.left(&world.bravo)), (vec![], 1_000));
    world.done(&world.alpha, Outcome::TransferApproved, TransferApprove { name: name("shop.dollars.test") });
    assert_eq!(world.balance(&world.bravo), 1_000);
}

fn a_transfer_at_once_sets_nothing_aside() {
    let world = World::with_credit(1_000, 0);
    world.register(&world.alpha, "shop.attr.test");
    world.done(&world.bravo, Outcome::TransferCompleted, transfer_of("shop.attr.test"));
    assert_eq!(held(&world, "shop.attr.test"), [0_i64; 0]);
    assert_eq!((world.balance(&world.bravo), world.left(&world.bravo)), (100, 100));
}

/// Which began with the approval, days after the money was set aside.
fn the_price_is_paid_back_within_the_transfer_grace_period() {
    let world = pending();
    world.pass_days(4);
    world.done(&world.alpha, Outcome::TransferApproved, TransferApprove { name: name("shop.test") });
    world.pass_days(4);
    world.done(&world.bravo, Outcome::DomainDeletePending, Delete { name: name("shop.test") });
    assert_eq!(world.balance(&world.bravo), 1_500);
    world.assert_audit_clean();
}
