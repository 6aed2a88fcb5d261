//! The warning of low credit.

use engine::{
    Actor, Command, Outcome,
    model::{Event, Money},
    ops::{
        account::{Deposit, SetTerms},
        domain::{Create, Renew, Restore, TradeRequest, TransferCancel},
        poll,
    },
};

use super::{terms, with_terms};
use crate::fixture::{World, create_domain, handle, name, transfer_of, years};

cases! {
    it_comes_once_by_notice_and_with_the_answer
    it_comes_again_after_a_payment
    it_comes_below_a_fifth_of_the_limit_unless_said_otherwise
    it_never_comes_where_it_is_not_wanted
    a_renewal_can_bring_it
    a_restoration_can_bring_it
    a_transfer_that_is_pending_can_bring_it
    a_trade_can_bring_it
    a_renewal_by_the_server_brings_the_notice
    a_refused_operation_does_not_bring_it
}

/// Whether an operation that has to succeed comes with the warning.
#[track_caller]
fn warned<C: Command>(world: &World, actor: &Actor, command: C) -> bool {
    let done = world.command(actor, command).unwrap();
    let warnings: Vec<_> = done.warnings.iter().map(|warning| warning.outcome).collect();
    assert!(warnings.len() <= 1, "{warnings:?}");
    warnings == [Outcome::CreditLow]
}

fn below(minor: u32) -> Option<Option<u32>> {
    Some(Some(minor))
}

fn it_comes_once_by_notice_and_with_the_answer() {
    let world = World::with_credit(5_000, 0);
    with_terms(&world, SetTerms { credit_warning: below(3_000), ..terms(&world.alpha) });
    assert!(!warned(&world, &world.alpha, create_domain("one.test")));
    assert!(!warned(&world, &world.alpha, create_domain("two.test")), "what is left is the threshold");
    assert_eq!(world.waiting(&world.alpha), 0);
    assert!(warned(&world, &world.alpha, create_domain("three.test")));
    assert!(!warned(&world, &world.alpha, create_domain("four.test")));
    assert_eq!(world.waiting(&world.alpha), 1);
    let queue = world.found(&world.alpha, Outcome::MessageWaiting, poll::Request::default()).unwrap();
    let dollars = |minor| Money::new(minor, world.alpha.account.currency);
    assert_eq!(queue.head.event, Event::LowCredit { left: dollars(2_000), threshold: dollars(3_000) });
}

fn it_comes_again_after_a_payment() {
    let world = World::with_credit(1_500, 0);
    with_terms(&world, SetTerms { credit_warning: below(1_000), ..terms(&world.alpha) });
    assert!(warned(&world, &world.alpha, create_domain("one.test")));
    let deposit = Deposit { clid: world.alpha.account.clid.clone(), minor: 1_000 };
    world.done(&Actor::nobody(), Outcome::AccountCredited, deposit);
    assert!(warned(&world, &world.alpha, create_domain("two.test")));
    assert_eq!(world.waiting(&world.alpha), 2);
}

fn it_comes_below_a_fifth_of_the_limit_unless_said_otherwise() {
    let world = World::with_credit(0, 5_000);
    let create = |period, domain| Create { period: years(period), ..create_domain(domain) };
    assert!(!warned(&world, &world.alpha, create(4, "one.test")));
    assert!(warned(&world, &world.alpha, create(1, "two.test")));
    let broke = World::with_credit(1_000, 0);
    assert!(!warned(&broke, &broke.alpha, create(1, "one.test")), "without a limit there is no fifth of it");
}

fn it_never_comes_where_it_is_not_wanted() {
    let world = World::with_credit(0, 5_000);
    with_terms(&world, SetTerms { credit_warning: below(0), ..terms(&world.alpha) });
    let all = Create { period: years(5), ..create_domain("shop.test") };
    assert!(!warned(&world, &world.alpha, all));
    assert_eq!(world.waiting(&world.alpha), 0);
}

fn a_renewal_can_bring_it() {
    let world = World::with_credit(2_000, 0);
    with_terms(&world, SetTerms { credit_warning: below(500), ..terms(&world.alpha) });
    assert!(!warned(&world, &world.alpha, create_domain("shop.test")));
    let renew = Renew { name: name("shop.test"), current_expiry: None, period: None };
    assert!(warned(&world, &world.alpha, renew));
}

fn a_restoration_can_bring_it() {
    let world = World::with_credit(5_000, 0);
    with_terms(&world, SetTerms { credit_warning: below(1), ..terms(&world.alpha) });
    world.redeemable(&world.alpha, "shop.test");
    assert!(warned(&world, &world.alpha, Restore { name: name("shop.test"), is_reported: false }));
}

fn a_transfer_that_is_pending_can_bring_it() {
    let world = World::with_credit(1_000, 0);
    with_terms(&world, SetTerms { credit_warning: below(200), ..terms(&world.bravo) });
    world.register(&world.alpha, "shop.test");
    assert!(warned(&world, &world.bravo, transfer_of("shop.test")));
    assert_eq!(world.waiting(&world.bravo), 1);
    world.done(&world.bravo, Outcome::TransferCancelled, TransferCancel { name: name("shop.test") });
    assert!(warned(&world, &world.bravo, transfer_of("shop.test")), "there was more again meanwhile");
}

fn a_trade_can_bring_it() {
    let world = World::with_credit(2_500, 0);
    with_terms(&world, SetTerms { credit_warning: below(500), ..terms(&world.alpha) });
    world.enrol(&world.alpha, "JOHN");
    world.register(&world.alpha, "shop.test");
    assert!(warned(&world, &world.alpha, TradeRequest { name: name("shop.test"), to: handle("JOHN") }));
}

fn a_renewal_by_the_server_brings_the_notice() {
    let world = World::with_credit(2_000, 0);
    with_terms(&world, SetTerms { credit_warning: below(500), ..terms(&world.alpha) });
    assert!(!warned(&world, &world.alpha, create_domain("shop.test")));
    world.advance_days(366);
    let told = world.told(&world.alpha);
    assert_eq!(told.iter().filter(|event| matches!(event, Event::LowCredit { .. })).count(), 1, "{told:?}");
    assert_eq!(world.left(&world.alpha), 200);
}

fn a_refused_operation_does_not_bring_it() {
    let world = World::with_credit(999, 0);
    with_terms(&world, SetTerms { credit_warning: below(500), ..terms(&world.alpha) });
    world.refused(&world.alpha, Outcome::CreditInsufficient, create_domain("shop.test"));
    assert_eq!(world.waiting(&world.alpha), 0);
}
