use engine::{
    Outcome,
    model::ProtectionState,
    ops::{
        dns_zone,
        protection::{Create, Retry},
    },
};

use super::{found, of_charlie, order, protect, record, refused_unpaid, set_up, warned};
use crate::fixture::{World, name, secret, write};

cases! {
    the_dns_of_ones_own_is_changed_by_force_or_token
    the_dns_elsewhere_needs_a_token
    the_dns_of_others_is_left_alone
    a_dns_zone_is_its_owners_whoever_registered_the_name
    a_deleted_dns_zone_is_nobodys
    what_was_not_paid_is_paid
    nothing_waits_where_all_is_done
    it_has_to_be_paid
    it_has_to_have_a_price
    low_credit_is_told
}

fn retry(force_dns: bool, token: Option<&str>) -> Retry {
    Retry { name: name("shop.test"), dns_token: token.map(secret), force_dns }
}

fn the_dns_of_ones_own_is_changed_by_force_or_token() {
    for (force, token) in [(true, None), (false, Some("token"))] {
        let world = World::new();
        world.register(&world.alpha, "shop.test");
        assert!(!protect(&world, "shop.test").dns_set);
        world.refused(&world.alpha, Outcome::DnsConsentMissing, retry(false, None));
        let receipt = world.done(&world.alpha, Outcome::ProtectionRetried, retry(force, token));
        assert_eq!(receipt, None);
        assert!(found(&world, "shop.test").unwrap().dns_set);
        assert_eq!(record(&world, "shop.test").unwrap().dns_set_at, Some(world.now()));
    }
}

fn the_dns_elsewhere_needs_a_token() {
    let world = World::new();
    protect(&world, "shop.test");
    world.refused(&world.alpha, Outcome::DnsTokenMissing, retry(true, None));
    world.done(&world.alpha, Outcome::ProtectionRetried, retry(false, Some("token")));
}

fn the_dns_of_others_is_left_alone() {
    let world = World::new();
    world.register(&world.bravo, "shop.test");
    assert!(!set_up(&world, Create { force_dns: true, ..order("shop.test") }).dns_set);
    world.refused(&world.alpha, Outcome::DnsNotOwn, retry(true, Some("token")));
}

fn a_dns_zone_is_its_owners_whoever_registered_the_name() {
    for is_registered in [true, false] {
        let world = World::new();
        if is_registered {
            world.register(&world.bravo, "shop.test");
        }
        world.add_zone(&world.alpha, "shop.test");
        protect(&world, "shop.test");
        world.refused(&world.alpha, Outcome::DnsConsentMissing, retry(false, None));
        world.done(&world.alpha, Outcome::ProtectionRetried, retry(true, None));
    }
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    world.add_zone(&world.bravo, "shop.test");
    protect(&world, "shop.test");
    world.refused(&world.alpha, Outcome::DnsNotOwn, retry(true, Some("token")));
}

fn a_deleted_dns_zone_is_nobodys() {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    world.add_zone(&world.bravo, "shop.test");
    world.done(&world.bravo, Outcome::DnsZoneDeleted, dns_zone::Delete { name: name("shop.test") });
    protect(&world, "shop.test");
    world.done(&world.alpha, Outcome::ProtectionRetried, retry(true, None));
}

/// A world in which ALPHA's service waits for its payment, and its DNS is done.
fn unpaid() -> World {
    let world = World::with_credit(500, 0);
    let ordered = Create { dns_token: Some(secret("token")), ..order("shop.test") };
    let ends = set_up(&world, ordered).expires_at;
    world.advance_to(ends);
    world
}

fn what_was_not_paid_is_paid() {
    let world = unpaid();
    world.pay_in(&world.alpha, 500);
    let before = found(&world, "shop.test").unwrap();
    let receipt = world.done(&world.alpha, Outcome::ProtectionRetried, retry(false, None)).unwrap();
    let after = found(&world, "shop.test").unwrap();
    assert_eq!((after.state, after.expires_at), (ProtectionState::Running, before.expires_at.plus_months(1)));
    assert_eq!((receipt.amount.minor, receipt.after.minor), (500, 0));
    world.refused(&world.alpha, Outcome::NothingToRetry, retry(false, None));
    world.assert_audit_clean();
}

fn nothing_waits_where_all_is_done() {
    let world = World::new();
    set_up(&world, Create { dns_token: Some(secret("token")), ..order("shop.test") });
    world.refused(&world.alpha, Outcome::NothingToRetry, retry(true, None));
}

fn it_has_to_be_paid() {
    let world = unpaid();
    world.pay_in(&world.alpha, 500);
    refused_unpaid(&world, || retry(false, None));
}

fn it_has_to_have_a_price() {
    let world = unpaid();
    world.pay_in(&world.alpha, 500);
    write(&world.engine, move |store| {
        let mut protection = store.protection(&name("shop.test"))?.unwrap();
        protection.plan = engine::model::Plan::Expert;
        store.update_protection(&protection)
    });
    world.refused(&world.alpha, Outcome::PlanPriceMissing, retry(false, None));
    let other = of_charlie(&world, "euro.test");
    write(&world.engine, {
        let other = other.clone();
        move |store| {
            let mut protection = store.protection(&other)?.unwrap();
            protection.state = ProtectionState::Unpaid;
            store.update_protection(&protection)
        }
    });
    world.refused(&world.charlie, Outcome::PriceMissing, Retry { name: other, ..retry(false, None) });
}

fn low_credit_is_told() {
    let world = unpaid();
    world.pay_in(&world.alpha, 500);
    warned(&world, retry(false, None));
}
