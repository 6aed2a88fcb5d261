//! The phases of the zones that come with the product.

use engine::{
    lifecycle::{Step, steps},
    model::{Domain, Instant, Redemption},
    policy::Zone,
};

use crate::fixture::World;

cases! {
    gtlds_renew_and_redeem
    cz_suspends_and_deletes
    eu_renews_and_has_a_quarantine
    the_uk_suspends_and_cancels
}

/// The policy of a zone, as it is delivered.
fn zone(name: &str) -> Zone {
    let path = format!("{}/../../policies/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    Zone::parse(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Any domain, without a choice of its own.
fn domain() -> Domain {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    world.view("shop.test").domain
}

/// The steps of a registration, in days after its expiry.
fn after_expiry(name: &str) -> Vec<(i64, Step)> {
    let domain = domain();
    in_days(&steps(&domain, &zone(name)), domain.expires_at)
}

/// The steps after a deletion, in days after it.
fn after_deletion(name: &str) -> Vec<(i64, Step)> {
    let (mut domain, zone) = (domain(), zone(name));
    let deleted_at = domain.created_at;
    let (days, pending) = (zone.redemption.days, zone.redemption.pending_delete);
    domain.redemption = Some(Redemption::begin(deleted_at, days, pending));
    in_days(&steps(&domain, &zone), deleted_at)
}

fn in_days(steps: &[(Instant, Step)], from: Instant) -> Vec<(i64, Step)> {
    steps.iter().map(|(at, step)| ((at.millis() - from.millis()) / Instant::DAY, *step)).collect()
}

fn gtlds_renew_and_redeem() {
    for name in ["com", "net", "test"] {
        let expiry = [(-30, Step::Warn), (-7, Step::Warn), (0, Step::Renew), (0, Step::Lapse)];
        assert_eq!(after_expiry(name), expiry, "{name}");
        assert_eq!(after_deletion(name), [(30, Step::EndRedemption), (35, Step::Drop)], "{name}");
        let zone = zone(name);
        assert!(zone.redeems_lapsed() && zone.redemption.report, "{name}");
        assert_eq!((zone.redemption.report_days, zone.grace.auto_renew), (7, 45), "{name}");
        assert_eq!((zone.transfer.days, zone.transfer.years), (5, 1), "{name}");
    }
}

fn cz_suspends_and_deletes() {
    let expiry = [(-30, Step::Warn), (0, Step::Expire), (30, Step::Suspend), (61, Step::Lapse)];
    assert_eq!(after_expiry("cz"), expiry);
    assert!(!zone("cz").redeems_lapsed());
}

fn eu_renews_and_has_a_quarantine() {
    let expiry = [(-30, Step::Warn), (-7, Step::Warn), (0, Step::Renew), (0, Step::Lapse)];
    assert_eq!(after_expiry("eu"), expiry);
    assert_eq!(after_deletion("eu"), [(40, Step::Drop)]);
    assert!(zone("eu").redeems_lapsed() && !zone("eu").redemption.report);
}

fn the_uk_suspends_and_cancels() {
    for name in ["uk", "co.uk", "me.uk", "org.uk", "net.uk", "ltd.uk", "plc.uk"] {
        let expiry = [(-30, Step::Warn), (0, Step::Expire), (30, Step::Suspend), (92, Step::Lapse)];
        assert_eq!(after_expiry(name), expiry, "{name}");
        let zone = zone(name);
        assert!(!zone.redeems_lapsed());
        assert_eq!(zone.term.renewable_days, Some(182), "{name}");
    }
}
