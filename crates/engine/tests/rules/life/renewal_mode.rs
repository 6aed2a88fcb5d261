use engine::{
    Outcome,
    lifecycle::Phase,
    model::{Event, RenewalMode, Status},
    ops::due::Deed,
};

use super::{choose, deeds, expiry, names, phase};
use crate::fixture::{World, transfer_of};

cases! {
    success_to_let_a_name_go_in_a_zone_that_renews
    success_to_keep_a_name_in_a_zone_that_does_not_renew
    success_to_leave_it_to_the_zone_again
    success_to_renew_it_once_more
    success_to_have_it_deleted_at_the_expiry
    success_after_the_expiry_renews_at_once
    success_after_the_expiry_tells_if_it_cannot_be_paid
    refused_for_an_unknown_domain
    refused_for_the_domain_of_another
    refused_under_a_status
    refused_when_it_is_deleted
}

const EXPLICIT: Option<RenewalMode> = Some(RenewalMode::Explicit);
const AUTOMATIC: Option<RenewalMode> = Some(RenewalMode::Automatic);

fn registered(domain: &str) -> World {
    let world = World::new();
    world.register(&world.alpha, domain);
    world
}

fn success_to_let_a_name_go_in_a_zone_that_renews() {
    let (world, shop) = (registered("shop.test"), "shop.test");
    let ends = expiry(&world, shop);
    world.advance_days(1);
    world.done(&world.alpha, Outcome::DomainRenewalSet, choose(shop, EXPLICIT));
    let domain = world.view(shop).domain;
    assert_eq!((domain.renewal, domain.updated_at), (EXPLICIT, Some(world.now())));
    world.advance_to(ends.plus_days(-30));
    let expiring =
        Event::DomainExpiring { name: shop.into(), expires_at: ends, renewal: RenewalMode::Explicit };
    assert_eq!(world.told(&world.alpha), [expiring]);
    assert_eq!(deeds(&world.advance_to(ends)), [Deed::ExpiryWarned, Deed::Lapsed]);
}

fn success_to_keep_a_name_in_a_zone_that_does_not_renew() {
    let (world, shop) = (registered("shop.slow.test"), "shop.slow.test");
    let ends = expiry(&world, shop);
    world.done(&world.alpha, Outcome::DomainRenewalSet, choose(shop, AUTOMATIC));
    assert_eq!(deeds(&world.advance_to(ends)), [Deed::ExpiryWarned, Deed::AutoRenewed]);
    assert_eq!(expiry(&world, shop), ends.plus_years(1));
}

fn success_to_leave_it_to_the_zone_again() {
    let (world, shop) = (registered("shop.test"), "shop.test");
    let ends = expiry(&world, shop);
    world.done(&world.alpha, Outcome::DomainRenewalSet, choose(shop, EXPLICIT));
    world.done(&world.alpha, Outcome::DomainRenewalSet, choose(shop, None));
    world.advance_to(ends);
    assert_eq!(expiry(&world, shop), ends.plus_years(1));
}

fn success_to_renew_it_once_more() {
    let (world, shop) = (registered("shop.test"), "shop.test");
    let ends = expiry(&world, shop);
    world.done(&world.alpha, Outcome::DomainRenewalSet, choose(shop, Some(RenewalMode::Once)));
    let warned = [Deed::ExpiryWarned; 2];
    assert_eq!(deeds(&world.advance_to(ends)), [&warned[..], &[Deed::AutoRenewed]].concat());
    assert_eq!((expiry(&world, shop), world.view(shop).domain.renewal), (ends.plus_years(1), EXPLICIT));
    let next = deeds(&world.advance_to(ends.plus_years(1)));
    assert_eq!(next, [&warned[..], &[Deed::Lapsed]].concat());
}

fn success_to_have_it_deleted_at_the_expiry() {
    let (world, shop) = (registered("shop.slow.test"), "shop.slow.test");
    let ends = expiry(&world, shop);
    world.done(&world.alpha, Outcome::DomainRenewalSet, choose(shop, Some(RenewalMode::Delete)));
    assert_eq!(deeds(&world.advance_to(ends)), [Deed::ExpiryWarned, Deed::Lapsed]);
    assert_eq!(phase(&world, shop), Phase::Redemption, "without the time in which it could be renewed");
}

fn success_after_the_expiry_renews_at_once() {
    let (world, shop) = (registered("shop.slow.test"), "shop.slow.test");
    let ends = expiry(&world, shop);
    world.advance_to(ends.plus_days(40));
    world.done(&world.alpha, Outcome::DomainRenewalSet, choose(shop, AUTOMATIC));
    assert_eq!(deeds(&world.catch_up(10)), [Deed::AutoRenewed]);
    assert_eq!((phase(&world, shop), expiry(&world, shop)), (Phase::Registered, ends.plus_years(1)));
}

fn success_after_the_expiry_tells_if_it_cannot_be_paid() {
    let (world, shop) = (World::with_credit(1_000, 0), "shop.slow.test");
    world.register(&world.alpha, shop);
    world.advance_to(expiry(&world, shop).plus_days(40).plus_millis(77));
    world.told(&world.alpha);
    world.done(&world.alpha, Outcome::DomainRenewalSet, choose(shop, AUTOMATIC));
    assert_eq!(deeds(&world.catch_up(10)), [Deed::RenewalUnpaid]);
    assert_eq!(names(&world.told(&world.alpha)), ["domain_renewal_unpaid"]);
    assert_eq!(phase(&world, shop), Phase::Suspended);
    assert_eq!(deeds(&world.advance_days(30)), [Deed::Lapsed]);
}

fn refused_for_an_unknown_domain() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::DomainUnknown, choose("shop.test", EXPLICIT));
}

fn refused_for_the_domain_of_another() {
    let world = registered("shop.test");
    world.refused(&world.bravo, Outcome::NotSponsor, choose("shop.test", EXPLICIT));
}

fn refused_under_a_status() {
    let world = registered("shop.test");
    world.set_by_server("shop.test", Status::ServerUpdateProhibited);
    world.refused(&world.alpha, Outcome::StatusProhibits, choose("shop.test", EXPLICIT));
    let world = registered("shop.test");
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of("shop.test"));
    world.refused(&world.alpha, Outcome::PendingTransferProhibits, choose("shop.test", EXPLICIT));
}

fn refused_when_it_is_deleted() {
    let world = World::new();
    world.redeemable(&world.alpha, "shop.test");
    world.refused(&world.alpha, Outcome::StatusProhibits, choose("shop.test", EXPLICIT));
}
