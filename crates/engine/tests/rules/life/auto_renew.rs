use engine::{
    Outcome,
    lifecycle::Phase,
    model::{EntryKind, Event, GracePeriod, RenewalMode, Status},
    ops::{domain::RgpState, due::Deed},
};

use super::{deeds, delete, expiry, lines, names, phase, renew};
use crate::fixture::{World, day};

cases! {
    the_server_renews_at_the_expiry
    it_renews_each_year
    it_renews_on_leap_days
    what_cannot_be_paid_lapses
    what_is_paid_later_is_renewed_later
    what_is_never_paid_is_suspended_and_lapses
    the_sponsors_own_bar_does_not_stop_it
    a_deletion_in_the_grace_period_is_paid_back
    a_deletion_pays_no_later_renewal_back_whose_own_period_is_over
    a_deletion_pays_both_back_while_both_periods_are_open
    a_deletion_after_the_grace_period_is_not_paid_back
}

fn registered(domain: &str, credit: u64) -> World {
    let world = World::with_credit(credit, 0);
    world.register(&world.alpha, domain);
    world
}

fn the_server_renews_at_the_expiry() {
    let (world, shop) = (registered("shop.test", 5_000), "shop.test");
    let ends = expiry(&world, shop);
    assert_eq!(deeds(&world.advance_to(ends)), [Deed::ExpiryWarned, Deed::ExpiryWarned, Deed::AutoRenewed]);
    let view = world.view(shop);
    assert_eq!(view.domain.expires_at, ends.plus_years(1));
    assert_eq!(view.domain.grace, [GracePeriod::AutoRenew { until: ends.plus_days(45) }]);
    assert_eq!(view.rgp, [RgpState::AutoRenew(ends.plus_days(45))]);
    assert_eq!(view.domain.updated_at, None, "no client changed it");
    assert_eq!(world.balance(&world.alpha), 5_000 - 1_000 - 800);
    let paid = &lines(&world, shop)[1];
    assert_eq!((paid.kind, paid.at, paid.years), (EntryKind::AutoRenew, ends, 1));
    assert_eq!(world.history(view.domain.id), ["domain_create", "domain_auto_renew"]);
    let told = world.told(&world.alpha);
    assert_eq!(names(&told), ["domain_expiring", "domain_expiring", "domain_auto_renewed"]);
    let renewed = Event::DomainAutoRenewed { name: shop.into(), expires_at: ends.plus_years(1) };
    assert_eq!(told[2], renewed);
    world.assert_audit_clean();
}

fn it_renews_each_year() {
    let (world, shop) = (registered("shop.test", 100_000), "shop.test");
    let ends = expiry(&world, shop);
    let fired = world.advance_to(ends.plus_years(9));
    let renewals: Vec<_> = fired.iter().filter(|fired| fired.deed == Deed::AutoRenewed).collect();
    let dates: Vec<_> = (0..10).map(|year| ends.plus_years(year)).collect();
    assert_eq!(renewals.iter().map(|fired| fired.at).collect::<Vec<_>>(), dates);
    assert_eq!(world.balance(&world.alpha), 100_000 - 1_000 - 10 * 800);
    assert_eq!(expiry(&world, shop), ends.plus_years(10));
}

fn it_renews_on_leap_days() {
    let (world, shop) = (World::new(), "shop.test");
    world.set_clock(day("2028-02-29"));
    world.register(&world.alpha, shop);
    assert_eq!(expiry(&world, shop), day("2029-02-28"));
    assert_eq!(world.advance_to(day("2029-02-28")).last().unwrap().deed, Deed::AutoRenewed);
    assert_eq!(expiry(&world, shop), day("2030-02-28"));
}

fn what_cannot_be_paid_lapses() {
    let (world, shop) = (registered("shop.test", 1_000), "shop.test");
    let ends = expiry(&world, shop);
    world.advance_to(ends.plus_days(-1));
    world.told(&world.alpha);
    assert_eq!(deeds(&world.advance_to(ends)), [Deed::RenewalUnpaid, Deed::Lapsed]);
    let unpaid = Event::DomainRenewalUnpaid { name: shop.into(), expires_at: ends, lapses_at: ends };
    let lapsed = Event::DomainLapsed { name: shop.into(), redeemable_until: Some(ends.plus_days(30)) };
    assert_eq!(world.told(&world.alpha), [unpaid, lapsed]);
    assert_eq!((phase(&world, shop), world.balance(&world.alpha)), (Phase::Redemption, 0));
    assert!(world.view(shop).domain.statuses.has(Status::PendingDelete));
}

fn what_is_paid_later_is_renewed_later() {
    let (world, shop) = (registered("shop.patient.test", 1_000), "shop.patient.test");
    let ends = expiry(&world, shop);
    assert_eq!(deeds(&world.advance_to(ends.plus_days(3))), [Deed::RenewalUnpaid]);
    assert_eq!(phase(&world, shop), Phase::Expired, "it stays in the DNS meanwhile");
    world.pay_in(&world.alpha, 900);
    let fired = world.advance_to(ends.plus_days(5));
    assert_eq!(deeds(&fired), [Deed::AutoRenewed]);
    assert_eq!(fired[0].at, ends.plus_days(4));
    let domain = world.view(shop).domain;
    assert_eq!(domain.expires_at, ends.plus_years(1));
    assert_eq!(domain.grace, [GracePeriod::AutoRenew { until: ends.plus_days(45) }]);
    assert_eq!(world.balance(&world.alpha), 100);
    assert_eq!(names(&world.told(&world.alpha)), ["domain_renewal_unpaid", "domain_auto_renewed"]);
    assert!(world.advance_to(ends.plus_days(300)).is_empty());
}

fn what_is_never_paid_is_suspended_and_lapses() {
    let (world, shop) = (registered("shop.patient.test", 1_000), "shop.patient.test");
    let ends = expiry(&world, shop);
    assert_eq!(deeds(&world.advance_to(ends.plus_days(14))), [Deed::RenewalUnpaid]);
    assert_eq!(deeds(&world.advance_to(ends.plus_days(15))), [Deed::Suspended]);
    assert_eq!(phase(&world, shop), Phase::Suspended);
    let fired = world.advance_to(ends.plus_days(30));
    assert_eq!(deeds(&fired), [Deed::Lapsed]);
    assert_eq!(fired[0].at, ends.plus_days(20));
}

fn the_sponsors_own_bar_does_not_stop_it() {
    let (world, shop) = (registered("shop.test", 5_000), "shop.test");
    world.set_by_server(shop, Status::ClientRenewProhibited);
    let ends = expiry(&world, shop);
    world.advance_to(ends);
    assert_eq!(expiry(&world, shop), ends.plus_years(1));
}

/// The sponsor deletes what the server renewed, and so many days after that.
fn deleted_after(world: &World, shop: &str, days: i64) {
    let ends = expiry(world, shop);
    world.advance_to(ends.plus_days(days));
    world.done(&world.alpha, Outcome::DomainDeletePending, delete(shop));
}

fn a_deletion_in_the_grace_period_is_paid_back() {
    let (world, shop) = (registered("shop.test", 5_000), "shop.test");
    let ends = expiry(&world, shop);
    deleted_after(&world, shop, 44);
    assert_eq!(world.balance(&world.alpha), 4_000);
    assert_eq!(expiry(&world, shop), ends, "the year is gone");
    let lines = lines(&world, shop);
    assert_eq!((lines[2].kind, lines[2].reverses), (EntryKind::Refund, Some(lines[1].id)));
    world.assert_audit_clean();
}

fn a_deletion_pays_no_later_renewal_back_whose_own_period_is_over() {
    let (world, shop) = (registered("shop.test", 9_000), "shop.test");
    let ends = expiry(&world, shop);
    world.advance_to(ends.plus_days(10));
    world.done(&world.alpha, Outcome::DomainRenewed, renew(shop, 2));
    world.advance_to(ends.plus_days(20));
    world.done(&world.alpha, Outcome::DomainDeletePending, delete(shop));
    assert_eq!(world.balance(&world.alpha), 9_000 - 1_000 - 1_600);
    assert_eq!(expiry(&world, shop), ends.plus_years(2));
    let lines = lines(&world, shop);
    assert_eq!(lines[3].reverses, Some(lines[1].id), "the server's renewal, not the sponsor's");
}

fn a_deletion_pays_both_back_while_both_periods_are_open() {
    let (world, shop) = (registered("shop.test", 9_000), "shop.test");
    let ends = expiry(&world, shop);
    world.advance_to(ends.plus_days(10));
    world.done(&world.alpha, Outcome::DomainRenewed, renew(shop, 2));
    world.advance_to(ends.plus_days(12));
    world.done(&world.alpha, Outcome::DomainDeletePending, delete(shop));
    assert_eq!((world.balance(&world.alpha), expiry(&world, shop)), (8_000, ends));
    world.assert_audit_clean();
}

fn a_deletion_after_the_grace_period_is_not_paid_back() {
    let (world, shop) = (registered("shop.test", 5_000), "shop.test");
    let ends = expiry(&world, shop);
    deleted_after(&world, shop, 45);
    assert_eq!(world.balance(&world.alpha), 5_000 - 1_000 - 800);
    assert_eq!(expiry(&world, shop), ends.plus_years(1));
    assert_eq!(world.view(shop).domain.renewal, None::<RenewalMode>);
}
