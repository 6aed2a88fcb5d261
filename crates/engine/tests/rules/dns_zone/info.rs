use engine::{Outcome, model::DnsLock, ops::dns_zone::Info};

use super::{delete, lock, secondary, world};
use crate::fixture::{World, name};

cases! {
    success_shows_the_zone
    success_shows_a_locked_zone
    success_tells_when_the_next_version_is_expected
    refused_for_strangers
}

fn info() -> Info {
    Info { name: name("shop.test") }
}

fn success_shows_the_zone() {
    let world = world();
    let view = world.found(&world.alpha, Outcome::DnsZoneFound, info());
    assert_eq!((view.zone, view.next_reload), (world.zone("shop.test"), None));
}

fn success_shows_a_locked_zone() {
    let world = world();
    lock(&world, "shop.test", DnsLock::User);
    let view = world.found(&world.alpha, Outcome::DnsZoneFound, info());
    assert_eq!(view.zone.lock, DnsLock::User);
}

fn success_tells_when_the_next_version_is_expected() {
    let primary = world();
    primary.add_row(&primary.alpha, "shop.test", "www 300 A 192.0.2.1");
    let view = primary.found(&primary.alpha, Outcome::DnsZoneFound, info());
    assert_eq!(view.next_reload, Some(primary.now().plus_millis(300_000)));
    let secondary = secondary();
    let view = secondary.found(&secondary.alpha, Outcome::DnsZoneFound, info());
    assert_eq!(view.next_reload, Some(secondary.now()));
}

fn refused_for_strangers() {
    let nothing = World::new();
    nothing.denied(&nothing.alpha, Outcome::DnsZoneUnknown, info());
    let world = world();
    world.denied(&world.bravo, Outcome::DnsZoneForeign, info());
    delete(&world, "shop.test");
    world.denied(&world.bravo, Outcome::DnsZoneForeign, info());
    world.denied(&world.alpha, Outcome::DnsZoneIsDeleted, info());
}
