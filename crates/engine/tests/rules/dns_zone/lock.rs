use engine::{Outcome, model::DnsLock, ops::dns_zone::Lock};

use super::{delete, lock, world};
use crate::fixture::{World, add_row, name};

cases! {
    success_bars_changes_until_it_is_unlocked
    refused_for_strangers
}

fn success_bars_changes_until_it_is_unlocked() {
    let world = world();
    lock(&world, "shop.test", DnsLock::User);
    lock(&world, "shop.test", DnsLock::User);
    world.refused(&world.alpha, Outcome::DnsZoneLocked, add_row("shop.test", "www 300 A 192.0.2.1"));
    lock(&world, "shop.test", DnsLock::None);
    world.add_row(&world.alpha, "shop.test", "www 300 A 192.0.2.1");
    let history = world.history(world.zone("shop.test").id);
    assert_eq!(history.iter().filter(|action| *action == "dns_zone_lock").count(), 3);
}

fn refused_for_strangers() {
    let asked = || Lock { name: name("shop.test"), lock: DnsLock::None };
    let nothing = World::new();
    nothing.refused(&nothing.alpha, Outcome::DnsZoneUnknown, asked());
    let world = world();
    world.refused(&world.bravo, Outcome::DnsZoneForeign, asked());
    delete(&world, "shop.test");
    world.refused(&world.alpha, Outcome::DnsZoneIsDeleted, asked());
}
