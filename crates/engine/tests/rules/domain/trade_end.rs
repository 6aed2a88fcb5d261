//! How trades end.

use engine::{
    Outcome,
    model::{Event, RenewalMode, Status, TransferState},
    ops::{
        contact::Delete,
        domain::{SetRenewalMode, TradeApprove, TradeCancel, TradeQuery},
        due::Deed,
    },
};

use super::trade::{owned, trade};
use crate::fixture::{World, handle, name, read};

cases! {
    success_of_an_approval
    success_of_a_cancellation
    success_when_the_time_is_up
    success_of_the_server_that_cancels
    success_without_the_contact_that_is_gone
    success_with_the_registration_that_lapses
    success_tells_the_latest
    refused_when_nothing_is_pending
    refused_for_an_unknown_domain
    refused_for_the_domain_of_another
    refused_for_a_contact_that_is_gone
}

const SHOP: &str = "shop.traded.test";

fn approve() -> TradeApprove {
    TradeApprove { name: name(SHOP) }
}

fn cancel() -> TradeCancel {
    TradeCancel { name: name(SHOP) }
}

fn query() -> TradeQuery {
    TradeQuery { name: name(SHOP) }
}

/// A world in which ALPHA's domain is to go from JANE to JOHN.
fn pending() -> World {
    let world = owned(SHOP);
    world.done(&world.alpha, Outcome::TradeRequested, trade(SHOP, "JOHN"));
    world
}

/// Who has the domain, and what is still set aside for it.
#[track_caller]
fn assert_over(world: &World, domain: &str, registrant: &str) {
    let view = world.view(domain);
    assert_eq!(view.registrant(), Some(&handle(registrant)));
    assert!(!view.domain.statuses.has(Status::PendingUpdate));
    assert_eq!(read(&world.engine, move |store| store.holds_of(view.domain.id.into())), []);
    world.assert_audit_clean();
}

fn success_of_an_approval() {
    let world = pending();
    let (balance, left) = (world.balance(&world.alpha), world.left(&world.alpha));
    let answer = world.done(&world.alpha, Outcome::TradeApproved, approve());
    assert_eq!(answer.trade.state, TransferState::ClientApproved);
    assert_over(&world, SHOP, "JOHN");
    assert_eq!((world.balance(&world.alpha), world.left(&world.alpha)), (balance - 1_200, left));
    assert_eq!(world.told(&world.alpha), [], "it knows");
}

fn success_of_a_cancellation() {
    let world = pending();
    let left = world.left(&world.alpha);
    world.done(&world.alpha, Outcome::TradeCancelled, cancel());
    assert_over(&world, SHOP, "JANE");
    assert_eq!(world.left(&world.alpha), left + 1_200);
    assert_eq!(world.advance_days(6), [], "nothing is left to decide");
}

fn success_when_the_time_is_up() {
    let world = pending();
    let fired = world.advance_days(5);
    assert_eq!(fired.iter().map(|fired| fired.deed).collect::<Vec<_>>(), [Deed::TradeApproved]);
    assert_over(&world, SHOP, "JOHN");
    let told = world.told(&world.alpha);
    let state = TransferState::ServerApproved;
    assert_eq!(told, [Event::DomainTrade { name: SHOP.into(), registrant: "JOHN".into(), state }]);
    assert!(told[0].sentence().ends_with("to JOHN was approved by the server"), "{}", told[0].sentence());
}

fn success_of_the_server_that_cancels() {
    let world = owned("shop.slow.test");
    world.done(&world.alpha, Outcome::TradeRequested, trade("shop.slow.test", "JOHN"));
    let fired = world.advance_days(3);
    assert_eq!(fired.iter().map(|fired| fired.deed).collect::<Vec<_>>(), [Deed::TradeCancelled]);
    assert_over(&world, "shop.slow.test", "JANE");
}

fn success_without_the_contact_that_is_gone() {
    let world = pending();
    world.done(&world.alpha, Outcome::ContactDeleted, Delete { handle: handle("JOHN") });
    let fired = world.advance_days(5);
    assert_eq!(fired.iter().map(|fired| fired.deed).collect::<Vec<_>>(), [Deed::TradeCancelled]);
    assert_over(&world, SHOP, "JANE");
}

fn success_with_the_registration_that_lapses() {
    let world = owned(SHOP);
    let ends = world.view(SHOP).domain.expires_at;
    let mode = Some(RenewalMode::Delete);
    world.done(&world.alpha, Outcome::DomainRenewalSet, SetRenewalMode { name: name(SHOP), mode });
    world.advance_to(ends.plus_days(-1));
    world.done(&world.alpha, Outcome::TradeRequested, trade(SHOP, "JOHN"));
    world.advance_to(ends);
    assert_over(&world, SHOP, "JANE");
    let answer = world.found(&world.alpha, Outcome::TradeFound, query());
    assert_eq!(answer.trade.state, TransferState::ServerCancelled);
}

fn success_tells_the_latest() {
    let world = pending();
    let state = |world: &World| world.found(&world.alpha, Outcome::TradeFound, query()).trade.state;
    assert_eq!(state(&world), TransferState::Pending);
    world.done(&world.alpha, Outcome::TradeCancelled, cancel());
    assert_eq!(state(&world), TransferState::ClientCancelled);
}

fn refused_when_nothing_is_pending() {
    let world = owned(SHOP);
    world.refused(&world.alpha, Outcome::TradeNotPending, approve());
    world.refused(&world.alpha, Outcome::TradeNotPending, cancel());
    world.denied(&world.alpha, Outcome::TradeUnknown, query());
}

fn refused_for_an_unknown_domain() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::DomainUnknown, approve());
    world.refused(&world.alpha, Outcome::DomainUnknown, cancel());
    world.denied(&world.alpha, Outcome::DomainUnknown, query());
}

fn refused_for_the_domain_of_another() {
    let world = pending();
    world.refused(&world.bravo, Outcome::NotSponsor, approve());
    world.refused(&world.bravo, Outcome::NotSponsor, cancel());
    world.denied(&world.bravo, Outcome::NotSponsor, query());
}

fn refused_for_a_contact_that_is_gone() {
    let world = pending();
    world.done(&world.alpha, Outcome::ContactDeleted, Delete { handle: handle("JOHN") });
    world.refused(&world.alpha, Outcome::DomainContactUnknown, approve());
    world.done(&world.alpha, Outcome::TradeCancelled, cancel());
}
