use engine::{Outcome, ops::protection::PurgeCache};

use super::{protect, record};
use crate::{
    fixture::{World, name},
    protection::invite::shared,
};

cases! {
    the_network_drops_its_copies
    it_is_done_so_often_within_the_hour
}

fn purge() -> PurgeCache {
    PurgeCache { name: name("shop.test"), paths: vec!["/index.html".to_owned()] }
}

fn the_network_drops_its_copies() {
    let world = World::new();
    protect(&world, "shop.test");
    shared(&world, "shop.test");
    world.done(&world.bravo, Outcome::CachePurged, purge());
    assert_eq!(record(&world, "shop.test").unwrap().purged_at, Some(world.now()));
}

fn it_is_done_so_often_within_the_hour() {
    let world = World::new();
    protect(&world, "shop.test");
    for _ in 0..2 {
        world.done(&world.alpha, Outcome::CachePurged, purge());
    }
    world.refused(&world.alpha, Outcome::PurgesOverLimit, purge());
    world.set_clock(world.now().plus_millis(60 * 60 * 1000));
    world.done(&world.alpha, Outcome::CachePurged, purge());
}
