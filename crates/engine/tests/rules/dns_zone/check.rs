use engine::{Outcome, ops::dns_zone::Check};

use super::{delete, world};
use crate::fixture::{World, name};

cases! {
    success_where_no_zone_is_in_the_way
    refused_for_where_the_name_lies
    refused_for_a_taken_name
}

fn check(zone: &str) -> Check {
    Check { name: name(zone) }
}

fn success_where_no_zone_is_in_the_way() {
    let world = world();
    world.found(&world.alpha, Outcome::DnsZoneAvailable, check("other.test"));
    delete(&world, "shop.test");
    world.found(&world.alpha, Outcome::DnsZoneAvailable, check("shop.test"));
}

fn refused_for_where_the_name_lies() {
    let world = World::new();
    world.denied(&world.alpha, Outcome::ZoneUnknown, check("example.org"));
    world.denied(&world.alpha, Outcome::NameNotRegistrable, check("www.shop.test"));
}

fn refused_for_a_taken_name() {
    let world = world();
    for actor in [&world.alpha, &world.bravo] {
        world.denied(actor, Outcome::DnsZoneTaken, check("shop.test"));
    }
    delete(&world, "shop.test");
    world.denied(&world.bravo, Outcome::DnsZoneTaken, check("shop.test"));
}
