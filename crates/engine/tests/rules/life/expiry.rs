use engine::{
    Outcome,
    lifecycle::Phase,
    model::{Event, Instant, RenewalMode, Status},
    ops::{domain::Info, due::Deed},
};

use super::{choose, deeds, delete, expiry, names, phase, renew};
use crate::fixture::{World, name, transfer_of};

cases! {
    the_sponsor_is_warned_once_at_the_moment
    what_is_not_renewed_goes_through_every_phase_to_a_new_registration
    what_is_not_renewed_goes_at_once_where_there_is_no_redemption
    what_expired_can_be_renewed
    what_was_suspended_can_be_renewed
    what_was_renewed_in_time_is_left_alone
    what_was_deleted_does_not_expire
    a_suspended_name_shows_server_hold
    an_expired_name_can_be_transferred_where_nothing_is_closed
}

fn registered(domain: &str) -> World {
    let world = World::new();
    world.register(&world.alpha, domain);
    world
}

fn the_sponsor_is_warned_once_at_the_moment() {
    let world = registered("shop.slow.test");
    let ends = expiry(&world, "shop.slow.test");
    assert!(world.advance_to(Instant::from_millis(ends.plus_days(-30).millis() - 1)).is_empty());
    let fired = world.advance_to(ends.plus_days(-30));
    assert_eq!(deeds(&fired), [Deed::ExpiryWarned]);
    assert_eq!((fired[0].at, fired[0].object.as_str()), (ends.plus_days(-30), "shop.slow.test"));
    assert!(world.catch_up(10).is_empty());
    let warning = Event::DomainExpiring {
        name: "shop.slow.test".into(),
        expires_at: ends,
        renewal: RenewalMode::Explicit,
    };
    assert_eq!(world.told(&world.alpha), [warning]);
    assert!(world.advance_to(Instant::from_millis(ends.millis() - 1)).is_empty());
}

fn what_is_not_renewed_goes_through_every_phase_to_a_new_registration() {
    let (world, shop) = (registered("shop.slow.test"), "shop.slow.test");
    let (ends, id) = (expiry(&world, shop), world.view(shop).domain.id);
    let balance = world.balance(&world.alpha);
    let (lapses_at, until) = (ends.plus_days(61), ends.plus_days(91));
    let purge_at = ends.plus_days(96);
    for (at, deed, then) in [
        (ends.plus_days(-30), Deed::ExpiryWarned, Phase::Registered),
        (ends, Deed::Expired, Phase::Expired),
        (ends.plus_days(30), Deed::Suspended, Phase::Suspended),
        (lapses_at, Deed::Lapsed, Phase::Redemption),
        (until, Deed::RedemptionEnded, Phase::PendingDelete),
    ] {
        let fired = world.advance_to(at);
        assert_eq!(deeds(&fired), [deed]);
        assert_eq!(fired[0].at, at);
        assert_eq!(phase(&world, shop), then);
    }
    world.refused(&world.bravo, Outcome::DomainTaken, crate::fixture::create_domain(shop));
    assert_eq!(deeds(&world.advance_to(purge_at)), [Deed::Dropped]);
    world.denied(&world.alpha, Outcome::DomainUnknown, Info { name: name(shop), proof: None });

    let name = || shop.to_owned();
    let told = [
        Event::DomainExpiring { name: name(), expires_at: ends, renewal: RenewalMode::Explicit },
        Event::DomainExpired { name: name(), expires_at: ends, lapses_at },
        Event::DomainSuspended { name: name(), lapses_at },
        Event::DomainLapsed { name: name(), redeemable_until: Some(until) },
        Event::DomainPendingDelete { name: name(), purge_at },
        Event::DomainDropped { name: name() },
    ];
    assert_eq!(world.told(&world.alpha), told);
    assert_eq!(world.history(id), ["domain_create", "domain_lapse", "domain_drop"]);
    assert_eq!(world.balance(&world.alpha), balance, "all that was free");

    world.register(&world.bravo, shop);
    assert_ne!(world.view(shop).domain.id, id);
    assert!(world.advance_days(100).is_empty(), "the old registration left nothing behind");
}

fn what_is_not_renewed_goes_at_once_where_there_is_no_redemption() {
    let (world, shop) = (registered("shop.attr.test"), "shop.attr.test");
    world.done(&world.alpha, Outcome::DomainRenewalSet, choose(shop, Some(RenewalMode::Explicit)));
    let ends = expiry(&world, shop);
    let id = world.view(shop).domain.id;
    world.advance_to(ends.plus_days(-1));
    world.told(&world.alpha);
    assert_eq!(deeds(&world.advance_to(ends)), [Deed::Lapsed]);
    let lapsed = Event::DomainLapsed { name: shop.into(), redeemable_until: None };
    assert_eq!(world.told(&world.alpha), [lapsed]);
    assert_eq!(world.history(id), ["domain_create", "domain_renewal_mode", "domain_lapse"]);
    world.register(&world.bravo, shop);
}

fn what_expired_can_be_renewed() {
    let (world, shop) = (registered("shop.slow.test"), "shop.slow.test");
    let ends = expiry(&world, shop);
    world.advance_to(ends.plus_days(10));
    world.done(&world.alpha, Outcome::DomainRenewed, renew(shop, 1));
    assert_eq!(expiry(&world, shop), ends.plus_years(1), "counted from the expiry, not from the renewal");
    assert_eq!(phase(&world, shop), Phase::Registered);
    assert!(world.advance_to(ends.plus_days(200)).is_empty());
    assert_eq!(deeds(&world.advance_to(ends.plus_years(1))), [Deed::ExpiryWarned, Deed::Expired]);
}

fn what_was_suspended_can_be_renewed() {
    let (world, shop) = (registered("shop.slow.test"), "shop.slow.test");
    let ends = expiry(&world, shop);
    world.advance_to(ends.plus_days(60));
    assert_eq!(phase(&world, shop), Phase::Suspended);
    world.done(&world.alpha, Outcome::DomainRenewed, renew(shop, 2));
    assert_eq!((phase(&world, shop), expiry(&world, shop)), (Phase::Registered, ends.plus_years(2)));
    assert!(world.advance_to(ends.plus_days(70)).is_empty(), "it does not lapse");
}

fn what_was_renewed_in_time_is_left_alone() {
    let (world, shop) = (registered("shop.slow.test"), "shop.slow.test");
    let ends = expiry(&world, shop);
    world.advance_to(ends.plus_days(-40));
    world.done(&world.alpha, Outcome::DomainRenewed, renew(shop, 1));
    assert!(world.advance_to(ends.plus_days(300)).is_empty());
}

fn what_was_deleted_does_not_expire() {
    let (world, shop) = (registered("shop.slow.test"), "shop.slow.test");
    let ends = expiry(&world, shop);
    world.advance_to(ends.plus_days(-31));
    world.done(&world.alpha, Outcome::DomainDeletePending, delete(shop));
    assert_eq!(deeds(&world.advance_to(ends)), [Deed::RedemptionEnded]);
    assert_eq!(names(&world.told(&world.alpha)), ["domain_pending_delete"]);
}

fn a_suspended_name_shows_server_hold() {
    let (world, shop) = (registered("shop.slow.test"), "shop.slow.test");
    let held =
        |world: &World| world.view(shop).statuses.iter().any(|(status, _)| *status == Status::ServerHold);
    let ends = expiry(&world, shop);
    world.advance_to(Instant::from_millis(ends.plus_days(30).millis() - 1));
    assert!(!held(&world));
    world.advance_to(ends.plus_days(30));
    assert!(held(&world));
    assert!(!world.view(shop).domain.statuses.has(Status::ServerHold), "shown, not stored");
}

fn an_expired_name_can_be_transferred_where_nothing_is_closed() {
    let (world, shop) = (registered("shop.patient.test"), "shop.patient.test");
    world.done(&world.alpha, Outcome::DomainRenewalSet, choose(shop, Some(RenewalMode::Explicit)));
    let ends = expiry(&world, shop);
    world.advance_to(ends.plus_days(2));
    world.told(&world.bravo);
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of(shop));
    assert_eq!(deeds(&world.advance_days(5)), [Deed::TransferApproved]);
    assert_eq!((phase(&world, shop), expiry(&world, shop)), (Phase::Registered, ends.plus_years(1)));
}
