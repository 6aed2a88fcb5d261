//! What is offered in zones.

use engine::{
    Outcome,
    model::{NamePattern, Window},
    ops::domain::Price,
    ops::zone::{Info, List, Premiums},
    policy::Priced,
};

use crate::fixture::{World, name};

cases! {
    success_of_one
    success_of_all_in_windows
    success_of_names_with_prices_of_their_own
    refused_for_an_unknown_zone
}

fn success_of_one() {
    let world = World::new();
    let offer = world.glanced(Outcome::ZoneFound, Info { name: name("priced.test") });
    assert_eq!((offer.zone.name.as_str(), offer.zone.term.renew.most), ("priced.test", 10));
    let minor = |what| offer.prices.fee(what).map(|fee| fee.net.minor);
    assert_eq!([minor(Priced::Create), minor(Priced::Trade)], [Some(1_000), None]);
}

fn success_of_all_in_windows() {
    let world = World::new();
    let list = |pattern: &str, first| {
        let window = Window { first, limit: 2 };
        let list = List { pattern: NamePattern::new(pattern), window };
        let page = world.glanced(Outcome::ZonesListed, list);
        (page.rows.iter().map(|offer| offer.zone.name.to_string()).collect::<Vec<_>>(), page.total)
    };
    assert_eq!(list("S*.test", 0), (vec!["sets.test".into(), "short.test".into()], 5));
    assert_eq!(list("s*.test", 4).0.len(), 1);
    assert_eq!(list("*", 1_000).0.len(), 0);
}

fn premiums(zone: &str, pattern: &str) -> Premiums {
    let window = Window { first: 0, limit: 10 };
    Premiums { zone: name(zone), pattern: NamePattern::new(pattern), window }
}

fn success_of_names_with_prices_of_their_own() {
    let world = World::new();
    let found = world.glanced(Outcome::PricesTold, premiums("priced.test", "*"));
    assert!(found.total > 0 && found.rows.iter().all(|(_, prices)| prices.tier.is_some()), "{found:?}");
    let (first, prices) = &found.rows[0];
    let same = world.glanced(Outcome::PricesTold, Price { name: name(first), period: None });
    assert_eq!(*prices, same);
    let one = world.glanced(Outcome::PricesTold, premiums("priced.test", first));
    assert_eq!((one.total, one.rows.len()), (1, 1));
    assert_eq!(world.glanced(Outcome::PricesTold, premiums("sets.test", "*")).total, 0);
}

fn refused_for_an_unknown_zone() {
    let world = World::new();
    world.glance_refused(Outcome::ZoneUnknown, Info { name: name("example") });
    world.glance_refused(Outcome::ZoneUnknown, premiums("example", "*"));
}
