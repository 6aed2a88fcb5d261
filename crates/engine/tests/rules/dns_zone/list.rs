use engine::{
    Actor, Outcome,
    model::{NamePattern, Window},
    ops::dns_zone::{Find, List},
};

use super::delete;
use crate::fixture::{World, name};

cases! {
    success_lists_ones_own_by_name
    success_lists_through_a_window_what_fits
    success_finds_the_zone_of_a_name
    refused_where_the_nearest_zone_is_another_s
}

fn success_lists_ones_own_by_name() {
    let world = World::new();
    for zone in ["shop.test", "books.test", "gone.test"] {
        world.add_zone(&world.alpha, zone);
    }
    world.add_secondary(&world.bravo, "other.test", "192.0.2.1");
    delete(&world, "gone.test");
    let listed = |actor: &Actor| -> Vec<String> {
        let list = List { pattern: NamePattern::any(), window: Window::ALL };
        let zones = world.found(actor, Outcome::DnsZonesListed, list);
        zones.rows.into_iter().map(|zone| zone.name.to_string()).collect()
    };
    assert_eq!(listed(&world.alpha), ["books.test", "shop.test"]);
    assert_eq!(listed(&world.bravo), ["other.test"]);
    assert!(listed(&world.charlie).is_empty());
}

fn success_lists_through_a_window_what_fits() {
    let world = World::new();
    for zone in ["a.test", "b1.test", "b2.test", "b3.test", "c.test"] {
        world.add_zone(&world.alpha, zone);
    }
    let page = |pattern, first| {
        let list = List { pattern: NamePattern::new(pattern), window: Window { first, limit: 2 } };
        let page = world.found(&world.alpha, Outcome::DnsZonesListed, list);
        (page.rows.into_iter().map(|zone| zone.name.to_string()).collect::<Vec<_>>(), page.total)
    };
    assert_eq!(page("b*.test", 0), (vec!["b1.test".to_owned(), "b2.test".to_owned()], 3));
    assert_eq!(page("b*.test", 2), (vec!["b3.test".to_owned()], 3));
    assert_eq!(page("", 4), (vec!["c.test".to_owned()], 5));
}

fn find(text: &str) -> Find {
    Find { name: name(text) }
}

fn success_finds_the_zone_of_a_name() {
    let world = World::new();
    world.add_zone(&world.alpha, "shop.test");
    for text in ["shop.test", "a.www.shop.test"] {
        let zone = world.found(&world.alpha, Outcome::DnsZoneFound, find(text));
        assert_eq!(zone.name, name("shop.test"));
    }
}

fn refused_where_the_nearest_zone_is_another_s() {
    let world = World::new();
    world.add_zone(&world.alpha, "shop.test");
    for (actor, text) in [(&world.bravo, "www.shop.test"), (&world.alpha, "other.test")] {
        world.denied(actor, Outcome::DnsZoneUnknown, find(text));
    }
}
