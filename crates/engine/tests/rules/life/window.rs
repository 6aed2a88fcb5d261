use engine::{Outcome, ops::domain::TransferRequest};

use super::{expiry, renew};
use crate::fixture::{World, transfer_of};

cases! {
    renewals_have_a_window
    renewals_are_taken_at_any_time_where_there_is_none
    what_is_too_young_is_not_transferred
    what_expires_soon_is_not_transferred
}

const SHOP: &str = "shop.slow.test";

fn registered() -> World {
    let world = World::new();
    world.register(&world.alpha, SHOP);
    world
}

fn renewals_have_a_window() {
    let world = registered();
    let opens = expiry(&world, SHOP).plus_days(-182);
    world.advance_to(opens.plus_millis(-1));
    let refusals = world.refused(&world.alpha, Outcome::RenewalTooEarly, renew(SHOP, 1));
    assert_eq!(refusals.first().facts, [("date", opens.to_string())]);
    world.advance_to(opens);
    world.done(&world.alpha, Outcome::DomainRenewed, renew(SHOP, 1));
    world.refused(&world.alpha, Outcome::RenewalTooEarly, renew(SHOP, 1));
}

fn renewals_are_taken_at_any_time_where_there_is_none() {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    world.done(&world.alpha, Outcome::DomainRenewed, renew("shop.test", 1));
}

fn request() -> TransferRequest {
    transfer_of(SHOP)
}

fn what_is_too_young_is_not_transferred() {
    let world = registered();
    let unlocked = world.now().plus_days(10);
    world.advance_to(unlocked.plus_millis(-1));
    let refusals = world.refused(&world.bravo, Outcome::TransferTooSoon, request());
    assert_eq!(refusals.first().facts, [("date", unlocked.to_string())]);
    world.advance_to(unlocked);
    world.done(&world.bravo, Outcome::TransferRequested, request());
}

fn what_expires_soon_is_not_transferred() {
    let world = registered();
    let ends = expiry(&world, SHOP);
    world.advance_to(ends.plus_days(-15));
    let refusals = world.refused(&world.bravo, Outcome::TransferTooLate, request());
    assert_eq!(refusals.first().facts, [("date", ends.to_string())]);
    world.advance_to(ends.plus_days(1));
    world.refused(&world.bravo, Outcome::TransferTooLate, request());
    world.done(&world.alpha, Outcome::DomainRenewed, renew(SHOP, 1));
    world.done(&world.bravo, Outcome::TransferRequested, request());
}
