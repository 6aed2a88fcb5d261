use engine::{
    Outcome,
    model::{Role, Status, TransferState, Window},
    ops::domain::{Create, TradeCheck, TradeList, TradeRequest},
};

use super::{asked_for, set};
use crate::fixture::{World, create_domain, handle, name, read, transfer_of};

cases! {
    success_at_once
    success_of_the_first_registrant
    success_waits_where_the_zone_gives_time
    success_of_a_check_tells_the_price
    success_is_listed_as_it_stands
    refused_for_an_unknown_domain_or_that_of_another
    refused_while_a_transfer_or_trade_is_pending
    refused_under_a_status
    refused_where_there_are_no_registrants
    refused_for_the_registrant
    refused_without_a_price
    refused_without_credit
}

pub(super) fn trade(domain: &str, to: &str) -> TradeRequest {
    TradeRequest { name: name(domain), to: handle(to) }
}

fn check(domain: &str, to: &str) -> TradeCheck {
    TradeCheck { name: name(domain), to: handle(to) }
}

/// A world in which ALPHA has a domain that is JANE's, and a contact JOHN.
pub(super) fn owned(domain: &str) -> World {
    let world = World::new();
    own(&world, domain);
    world
}

pub(super) fn own(world: &World, domain: &str) {
    world.enrol(&world.alpha, "JANE");
    world.enrol(&world.alpha, "JOHN");
    let contacts = vec![(Role::Registrant, handle("JANE")), (Role::Tech, handle("JANE"))];
    world.done(&world.alpha, Outcome::DomainCreated, Create { contacts, ..create_domain(domain) });
}

/// What neither the request nor the check takes.
#[track_caller]
fn refused(world: &World, outcome: Outcome, domain: &str, to: &str) {
    world.refused(&world.alpha, outcome, trade(domain, to));
    world.denied(&world.alpha, outcome, check(domain, to));
}

fn success_at_once() {
    let world = owned("shop.test");
    let balance = world.balance(&world.alpha);
    let answer = world.done(&world.alpha, Outcome::TradeCompleted, trade("shop.test", "JOHN"));
    assert_eq!((answer.trade.from, answer.trade.to), (Some(handle("JANE")), handle("JOHN")));
    assert_eq!(answer.trade.state, TransferState::ServerApproved);
    let view = world.view("shop.test");
    assert_eq!((view.registrant(), view.contacts.len()), (Some(&handle("JOHN")), 2));
    assert_eq!(view.domain.updated_at, Some(world.now()));
    assert_eq!(world.balance(&world.alpha), balance - 1_200);
    assert_eq!(world.history(view.domain.id), ["domain_create", "domain_trade_request"]);
}

fn success_of_the_first_registrant() {
    let world = World::new();
    world.enrol(&world.alpha, "JOHN");
    world.register(&world.alpha, "shop.test");
    let answer = world.done(&world.alpha, Outcome::TradeCompleted, trade("shop.test", "JOHN"));
    assert_eq!(answer.trade.from, None);
}

fn success_waits_where_the_zone_gives_time() {
    let world = owned("shop.traded.test");
    let (balance, left) = (world.balance(&world.alpha), world.left(&world.alpha));
    let answer = world.done(&world.alpha, Outcome::TradeRequested, trade("shop.traded.test", "JOHN"));
    assert_eq!(
        (answer.trade.state, answer.trade.acts_at),
        (TransferState::Pending, world.now().plus_days(5))
    );
    let view = world.view("shop.traded.test");
    assert_eq!(view.registrant(), Some(&handle("JANE")));
    assert!(view.domain.statuses.has(Status::PendingUpdate));
    assert_eq!((world.balance(&world.alpha), world.left(&world.alpha)), (balance, left - 1_200));
}

fn success_is_listed_as_it_stands() {
    let world = owned("shop.test");
    world.register(&world.alpha, "else.test");
    world.done(&world.alpha, Outcome::TradeCompleted, trade("shop.test", "JOHN"));
    let listed = |actor, states: &[TransferState]| {
        let list = TradeList { states: states.to_vec(), window: Window { first: 0, limit: 9 } };
        let page = world.found(actor, Outcome::TradesListed, list);
        page.rows.iter().map(|row| row.name.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(listed(&world.alpha, &TransferState::ALL), ["shop.test"]);
    assert!(listed(&world.alpha, &[TransferState::Pending]).is_empty());
    assert!(listed(&world.alpha, &[]).is_empty());
    assert!(listed(&world.bravo, &TransferState::ALL).is_empty());
}

fn success_of_a_check_tells_the_price() {
    let world = owned("shop.test");
    let fee = world.found(&world.alpha, Outcome::TradePossible, check("shop.test", "JOHN"));
    assert_eq!(fee.net.minor, 1_200);
    assert_eq!(world.view("shop.test").registrant(), Some(&handle("JANE")));
}

fn refused_for_an_unknown_domain_or_that_of_another() {
    let world = owned("shop.test");
    refused(&world, Outcome::DomainUnknown, "none.test", "JOHN");
    world.register(&world.bravo, "theirs.test");
    refused(&world, Outcome::NotSponsor, "theirs.test", "JOHN");
}

fn refused_while_a_transfer_or_trade_is_pending() {
    let world = asked_for("shop.test");
    world.enrol(&world.alpha, "JOHN");
    refused(&world, Outcome::TransferPending, "shop.test", "JOHN");
    let world = owned("shop.traded.test");
    world.done(&world.alpha, Outcome::TradeRequested, trade("shop.traded.test", "JOHN"));
    refused(&world, Outcome::TradePending, "shop.traded.test", "JOHN");
    world.refused(&world.bravo, Outcome::StatusProhibits, transfer_of("shop.traded.test"));
}

fn refused_under_a_status() {
    let world = owned("shop.test");
    set(&world, "shop.test", Status::ClientUpdateProhibited);
    refused(&world, Outcome::StatusProhibits, "shop.test", "JOHN");
}

fn refused_where_there_are_no_registrants() {
    let world = World::new();
    world.enrol(&world.alpha, "JOHN");
    world.register(&world.alpha, "shop.bare.test");
    refused(&world, Outcome::ContactRoleRefused, "shop.bare.test", "JOHN");
}

fn refused_for_the_registrant() {
    let world = owned("shop.test");
    refused(&world, Outcome::DomainContactUnknown, "shop.test", "NOBODY");
    refused(&world, Outcome::AlreadySet, "shop.test", "JANE");
    world.register(&world.alpha, "shop.made.test");
    refused(&world, Outcome::DomainContactUnfit, "shop.made.test", "JOHN");
}

fn refused_without_a_price() {
    let world = owned("shop.priced.test");
    refused(&world, Outcome::PriceMissing, "shop.priced.test", "JOHN");
}

fn refused_without_credit() {
    let world = World::with_credit(1_500, 0);
    own(&world, "shop.traded.test");
    world.refused(&world.alpha, Outcome::CreditInsufficient, trade("shop.traded.test", "JOHN"));
    let id = world.view("shop.traded.test").domain.id;
    assert_eq!(read(&world.engine, move |store| store.trade(id)), None);
}
