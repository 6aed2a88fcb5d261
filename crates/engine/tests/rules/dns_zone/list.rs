use engine::{Actor, Outcome, ops::dns_zone::List};

use super::delete;
use crate::fixture::World;

cases! {
    success_lists_ones_own_by_name
}

fn success_lists_ones_own_by_name() {
    let world = World::new();
    for zone in ["shop.test", "books.test", "gone.test"] {
        world.add_zone(&world.alpha, zone);
    }
    world.add_secondary(&world.bravo, "other.test", "192.0.2.1");
    delete(&world, "gone.test");
    let listed = |actor: &Actor| -> Vec<String> {
        let zones = world.found(actor, Outcome::DnsZonesListed, List);
        zones.into_iter().map(|zone| zone.name.to_string()).collect()
    };
    assert_eq!(listed(&world.alpha), ["books.test", "shop.test"]);
    assert_eq!(listed(&world.bravo), ["other.test"]);
    assert!(listed(&world.charlie).is_empty());
}
