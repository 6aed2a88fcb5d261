use engine::{
    Outcome,
    lifecycle::Phase,
    model::{Event, Status},
    ops::due::Deed,
};

use super::{deeds, delete, expiry, names, phase, report, restore};
use crate::fixture::World;

cases! {
    a_lapsed_name_is_restored_for_another_year
    a_report_in_time_ends_the_restoration
    a_report_that_does_not_come_leads_back_into_redemption
    what_was_left_of_redemption_is_left_still
    nothing_but_the_drop_follows_a_second_missing_report
    what_expired_while_its_report_was_awaited_is_renewed_at_once
    what_expired_while_its_report_was_awaited_lapses_if_unpaid
    what_was_restored_is_not_dropped
}

/// ALPHA's domain of a while ago, deleted.
fn deleted(shop: &str, credit: u64) -> World {
    let world = World::with_credit(credit, 0);
    world.register(&world.alpha, shop);
    world.advance_days(100);
    world.done(&world.alpha, Outcome::DomainDeletePending, delete(shop));
    world
}

fn a_lapsed_name_is_restored_for_another_year() {
    let (world, shop) = (World::new(), "shop.slow.test");
    world.register(&world.alpha, shop);
    let (ends, balance) = (expiry(&world, shop), world.balance(&world.alpha));
    world.advance_to(ends.plus_days(70));
    world.done(&world.alpha, Outcome::DomainRestored, restore(shop));
    assert_eq!((phase(&world, shop), expiry(&world, shop)), (Phase::Registered, ends.plus_years(1)));
    assert_eq!(world.balance(&world.alpha), balance - 4_000 - 800);
    assert!(!world.view(shop).domain.statuses.has(Status::PendingDelete));
    let rest = world.advance_to(ends.plus_years(1));
    assert_eq!(deeds(&rest), [Deed::ExpiryWarned, Deed::Expired]);
}

fn a_report_in_time_ends_the_restoration() {
    let (world, shop) = (deleted("shop.test", 50_000), "shop.test");
    world.advance_days(10);
    world.done(&world.alpha, Outcome::DomainRestoreRequested, restore(shop));
    let until = world.now().plus_days(7);
    assert_eq!(phase(&world, shop), Phase::PendingRestore);
    world.told(&world.alpha);
    assert_eq!(deeds(&world.advance_days(6)), [Deed::ReportReminded]);
    assert_eq!(world.told(&world.alpha), [Event::RestoreReportDue { name: shop.into(), until }]);
    world.done(&world.alpha, Outcome::DomainRestored, report(shop));
    assert_eq!(phase(&world, shop), Phase::Registered);
    assert!(world.advance_days(60).is_empty());
}

fn a_report_that_does_not_come_leads_back_into_redemption() {
    let (world, shop) = (deleted("shop.test", 50_000), "shop.test");
    let id = world.view(shop).domain.id;
    world.advance_days(10);
    world.done(&world.alpha, Outcome::DomainRestoreRequested, restore(shop));
    let balance = world.balance(&world.alpha);
    let overdue = world.now().plus_days(7);
    assert_eq!(deeds(&world.advance_to(overdue)), [Deed::ReportReminded, Deed::ReportOverdue]);
    assert_eq!(phase(&world, shop), Phase::Redemption);
    assert_eq!(world.balance(&world.alpha), balance, "what was paid is paid");
    assert_eq!(world.history(id).last().unwrap(), "domain_report_overdue");
    let redeemable_until = overdue.plus_days(20);
    let told = world.told(&world.alpha);
    assert_eq!(told.last().unwrap(), &Event::RestoreReportOverdue { name: shop.into(), redeemable_until });

    world.refused(&world.alpha, Outcome::RestoreReportUnexpected, report(shop));
    world.done(&world.alpha, Outcome::DomainRestoreRequested, restore(shop));
    world.done(&world.alpha, Outcome::DomainRestored, report(shop));
    assert_eq!((phase(&world, shop), world.balance(&world.alpha)), (Phase::Registered, balance - 4_000));
}

fn what_was_left_of_redemption_is_left_still() {
    let (world, shop) = (deleted("shop.test", 50_000), "shop.test");
    world.advance_days(29);
    world.done(&world.alpha, Outcome::DomainRestoreRequested, restore(shop));
    let overdue = world.now().plus_days(7);
    let fired = world.advance_to(overdue.plus_days(6));
    let rest = [Deed::ReportReminded, Deed::ReportOverdue, Deed::RedemptionEnded, Deed::Dropped];
    assert_eq!(deeds(&fired), rest);
    assert_eq!((fired[2].at, fired[3].at), (overdue.plus_days(1), overdue.plus_days(6)));
}

fn nothing_but_the_drop_follows_a_second_missing_report() {
    let (world, shop) = (deleted("shop.test", 50_000), "shop.test");
    for _ in 0..2 {
        world.done(&world.alpha, Outcome::DomainRestoreRequested, restore(shop));
        world.advance_days(10);
        assert_eq!(phase(&world, shop), Phase::Redemption);
    }
    let fired = world.advance_days(60);
    assert_eq!(deeds(&fired), [Deed::RedemptionEnded, Deed::Dropped]);
    world.register(&world.bravo, shop);
}

/// Deleted and restored shortly before the expiry, its report sent after it.
fn reported_after_the_expiry(shop: &str, credit: u64) -> World {
    let world = World::with_credit(credit, 0);
    world.register(&world.alpha, shop);
    world.advance_to(expiry(&world, shop).plus_days(-2));
    world.done(&world.alpha, Outcome::DomainDeletePending, delete(shop));
    world.done(&world.alpha, Outcome::DomainRestoreRequested, restore(shop));
    world.advance_days(5);
    world.told(&world.alpha);
    world.done(&world.alpha, Outcome::DomainRestored, report(shop));
    world
}

fn what_expired_while_its_report_was_awaited_is_renewed_at_once() {
    let shop = "shop.test";
    let world = reported_after_the_expiry(shop, 50_000);
    let ended = expiry(&world, shop);
    assert_eq!(deeds(&world.catch_up(10)), [Deed::AutoRenewed]);
    assert_eq!((phase(&world, shop), expiry(&world, shop)), (Phase::Registered, ended.plus_years(1)));
}

fn what_expired_while_its_report_was_awaited_lapses_if_unpaid() {
    let shop = "shop.test";
    let world = reported_after_the_expiry(shop, 5_000);
    world.set_clock(world.now().plus_millis(1_000));
    assert_eq!(deeds(&world.catch_up(10)), [Deed::RenewalUnpaid, Deed::Lapsed]);
    assert_eq!(names(&world.told(&world.alpha)), ["domain_renewal_unpaid", "domain_lapsed"]);
    world.pay_in(&world.alpha, 4_800);
    world.done(&world.alpha, Outcome::DomainRestoreRequested, restore(shop));
    assert_eq!(world.balance(&world.alpha), 0, "the restoration and the year that has begun");
}

fn what_was_restored_is_not_dropped() {
    let (world, shop) = (deleted("shop.slow.test", 50_000), "shop.slow.test");
    world.advance_days(29);
    world.done(&world.alpha, Outcome::DomainRestored, restore(shop));
    assert!(world.advance_days(30).is_empty());
    assert_eq!(phase(&world, shop), Phase::Registered);
}
