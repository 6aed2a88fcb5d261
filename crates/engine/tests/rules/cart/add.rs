use engine::{Outcome, model::Goods, ops::cart::Add};

use super::{cart, of, put, registration};
use crate::{
    certificate::class,
    fixture::{World, name},
};

cases! {
    success_tells_what_it_would_cost
    success_leaves_others_for_later
    success_of_certificates_that_are_alike
    refused_for_what_is_not_sold
    refused_beyond_what_a_cart_holds
    refused_for_a_domain_that_is_there
}

fn success_tells_what_it_would_cost() {
    let world = World::new();
    let before = world.balance(&world.alpha);
    let cost = |goods, years| {
        let line = world.done(&world.alpha, Outcome::CartItemAdded, of(goods, years));
        (line.unit.map(|price| price.minor), line.total.map(|price| price.minor))
    };
    let (year, two) = cost(Goods::Register(name("a.test")), 2);
    assert_eq!(two, year.map(|year| 2 * year));
    let (renewal, _) = cost(Goods::Renew(name("b.test")), 1);
    let (restoration, _) = cost(Goods::Restore(name("c.test")), 1);
    assert!(renewal.is_some() && restoration > renewal);
    assert!(cost(Goods::Transfer(name("d.test")), 1).0.is_some());
    assert_eq!(cost(Goods::Privacy(name("a.test")), 2), (Some(500), Some(1_000)));
    assert_eq!(cost(Goods::PrivacyRenewal(name("b.test")), 1), (Some(500), Some(500)));
    assert!(cost(Goods::Certificate(class("dv")), 1).1.is_some());
    assert_eq!(world.balance(&world.alpha), before);
    assert_eq!(cart(&world, &world.bravo), []);
}

fn success_leaves_others_for_later() {
    let world = World::new();
    put(&world, &world.alpha, "a.test");
    let only = Add { sets_others_aside: true, ..registration("b.test") };
    world.done(&world.alpha, Outcome::CartItemAdded, only);
    assert_eq!(cart(&world, &world.alpha), [("a.test".to_owned(), false), ("b.test".to_owned(), true)]);
}

fn success_of_certificates_that_are_alike() {
    let world = World::new();
    for _ in 0..2 {
        let dv = of(Goods::Certificate(class("dv")), 1);
        world.done(&world.alpha, Outcome::CartItemAdded, dv);
    }
    assert_eq!(cart(&world, &world.alpha).len(), 2);
}

fn refused_for_what_is_not_sold() {
    let world = World::new();
    for (goods, outcome) in [
        (Goods::Register(name("a.nowhere")), Outcome::ZoneUnknown),
        (Goods::Renew(name("a.b.test")), Outcome::NameNotRegistrable),
        (Goods::Certificate(class("none")), Outcome::CertificateClassUnknown),
        (Goods::Privacy(name("a.tags.test")), Outcome::PrivacyNotOffered),
        (Goods::Privacy(name("a.nowhere")), Outcome::ZoneUnknown),
    ] {
        world.refused(&world.alpha, outcome, of(goods, 1));
    }
    assert_eq!(cart(&world, &world.alpha), []);
}

fn refused_beyond_what_a_cart_holds() {
    let world = World::new();
    for number in 0..200 {
        put(&world, &world.alpha, &format!("a{number}.test"));
    }
    world.refused(&world.alpha, Outcome::CartFull, registration("one-more.test"));
    put(&world, &world.bravo, "one-more.test");
}

fn refused_for_a_domain_that_is_there() {
    let world = World::new();
    put(&world, &world.alpha, "a.test");
    put(&world, &world.bravo, "a.test");
    let renewal = of(Goods::Renew(name("a.test")), 1);
    world.refused(&world.alpha, Outcome::CartItemPresent, Add { sets_others_aside: true, ..renewal });
    assert_eq!(cart(&world, &world.alpha), [("a.test".to_owned(), true)]);
}
