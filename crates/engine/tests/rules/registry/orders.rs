use engine::{
    Outcome,
    model::{BillCode, Status},
    ops::{
        due::Deed,
        upkeep::{Change, Find, Set},
    },
};

use super::{hold, world};
use crate::fixture::{line, name, outcomes};

cases! {
    success_keeps_what_is_not_named
    an_order_renews_before_each_expiry
    an_order_for_once_renews_once
    what_cannot_be_paid_is_tried_every_day
    refused_for_numbers_out_of_range
    refused_for_orders_that_contradict_each_other
    refused_for_what_is_not_the_actors
    refused_under_a_status_and_in_a_rest
}

fn set(domain: &str, change: Change) -> Set {
    Set { name: name(domain), change }
}

fn auto(days: u32, years: u32) -> Change {
    Change { auto_bill: Some(Some(days)), auto_period: Some(Some(years)), ..Change::default() }
}

fn success_keeps_what_is_not_named() {
    let world = world();
    let notes = Change { notes: Some(vec![line("a note")]), renew_not_required: Some(false), ..auto(30, 3) };
    world.done(&world.alpha, Outcome::DomainUpdated, set("shop.tags.test", notes));
    let cleared =
        Change { reseller: Some(None), first_bill: Some(Some(BillCode::TagHolder)), ..Change::default() };
    world.done(&world.alpha, Outcome::DomainUpdated, set("shop.tags.test", cleared));
    let upkeep = world.found(&world.alpha, Outcome::DomainFound, Find { name: name("shop.tags.test") });
    assert_eq!((upkeep.order(), upkeep.notes, upkeep.reseller), (Some((30, 3)), vec![line("a note")], None));
}

fn an_order_renews_before_each_expiry() {
    let world = world();
    world.done(&world.alpha, Outcome::DomainUpdated, set("shop.tags.test", auto(30, 3)));
    let end = world.view("shop.tags.test").domain.expires_at;
    assert!(world.advance_to(end.plus_days(-31)).is_empty());
    let fired = world.advance_to(end.plus_days(-29));
    assert!(fired.iter().any(|fired| fired.deed == Deed::AutoRenewed), "{fired:?}");
    assert_eq!(world.view("shop.tags.test").domain.expires_at, end.plus_years(3));
    let fired = world.advance_to(end.plus_years(3).plus_days(-29));
    assert!(fired.iter().any(|fired| fired.deed == Deed::AutoRenewed), "{fired:?}");
    world.assert_audit_clean();
}

fn an_order_for_once_renews_once() {
    let world = world();
    let once = Change { next_bill: Some(Some(10)), ..Change::default() };
    world.done(&world.alpha, Outcome::DomainUpdated, set("shop.tags.test", once));
    let end = world.view("shop.tags.test").domain.expires_at;
    world.advance_to(end.plus_days(-1));
    assert_eq!(world.view("shop.tags.test").domain.expires_at, end.plus_years(2));
    let upkeep = world.found(&world.alpha, Outcome::DomainFound, Find { name: name("shop.tags.test") });
    assert_eq!(upkeep.order(), None);
}

fn what_cannot_be_paid_is_tried_every_day() {
    let world = world();
    world.done(&world.alpha, Outcome::DomainUpdated, set("shop.tags.test", auto(3, 1)));
    let end = world.view("shop.tags.test").domain.expires_at;
    world.spend_all(&world.alpha);
    let fired = world.advance_to(end.plus_days(-1));
    let unpaid = fired.iter().filter(|fired| fired.deed == Deed::RenewalUnpaid).count();
    assert_eq!(unpaid, 3, "{fired:?}");
    assert_eq!(world.view("shop.tags.test").domain.expires_at, end);
}

fn refused_for_numbers_out_of_range() {
    let world = world();
    let refusals =
        world.refused(&world.alpha, Outcome::BillDaysOutOfRange, set("shop.tags.test", auto(183, 10)));
    assert_eq!(outcomes(&refusals), [Outcome::BillDaysOutOfRange, Outcome::BillPeriodOutOfRange]);
}

fn refused_for_orders_that_contradict_each_other() {
    let world = world();
    let both = Change { next_bill: Some(Some(1)), ..auto(1, 1) };
    world.refused(&world.alpha, Outcome::BillOrdersConflict, set("shop.tags.test", both));
    let billed = Change { recur_bill: Some(Some(BillCode::Customer)), ..Change::default() };
    world.done(&world.alpha, Outcome::DomainUpdated, set("shop.tags.test", billed));
    world.refused(&world.alpha, Outcome::BillOrdersConflict, set("shop.tags.test", auto(1, 1)));
}

fn refused_for_what_is_not_the_actors() {
    let world = world();
    world.refused(&world.alpha, Outcome::DomainUnknown, set("free.tags.test", auto(1, 1)));
    world.refused(&world.bravo, Outcome::NotSponsor, set("shop.tags.test", auto(1, 1)));
    world.denied(&world.alpha, Outcome::DomainUnknown, Find { name: name("free.tags.test") });
    world.denied(&world.bravo, Outcome::NotSponsor, Find { name: name("shop.tags.test") });
}

fn refused_under_a_status_and_in_a_rest() {
    let world = world();
    world.set_by_server("shop.tags.test", Status::ServerUpdateProhibited);
    world.refused(&world.alpha, Outcome::StatusProhibits, set("shop.tags.test", auto(1, 1)));
    hold(&world, &world.alpha, "shop.resting.test", "JANE");
    world.refused(&world.alpha, Outcome::ZoneAsleep, set("shop.resting.test", auto(1, 1)));
}
