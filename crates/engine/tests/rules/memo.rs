//! Memos of accounts.

use engine::{
    Actor, Outcome,
    model::{Instant, Memo, OperationId, Window},
    ops::{
        memo::{About, Find, MemoRef, Set},
        order::List,
    },
};

use crate::{
    fixture::{World, line, name},
    order::registration,
    subaccount::opened,
};

cases! {
    success_keeps_the_latest
    success_tells_apart_what_it_is_about
    success_shows_accounts_below_what_they_are_to_see
    refused_for_what_is_not_there
    refused_for_domains_and_orders_of_others
}

fn at(about: About, number: u8) -> MemoRef {
    MemoRef { about, number, key: line("Colour") }
}

fn keep(world: &World, at: MemoRef, value: &str, is_shown: bool) {
    let set = Set { at, value: line(value), is_shown, entered_by: Some(line("John")) };
    world.done(&world.alpha, Outcome::MemoSet, set);
}

fn found(world: &World, actor: &Actor, at: MemoRef) -> Memo {
    world.found(actor, Outcome::MemoFound, Find { at })
}

/// A domain that ALPHA has ordered, and the order.
fn ordered(world: &World) -> OperationId {
    world.done(&world.alpha, Outcome::DomainCreated, registration("shop.test"));
    let window = Window { first: 0, limit: 1 };
    let until = world.now().plus_days(1);
    let list = List { name: None, product: None, from: Instant::from_millis(0), until, window };
    world.found(&world.alpha, Outcome::OrdersListed, list).rows[0].line.order
}

fn success_keeps_the_latest() {
    let world = World::new();
    keep(&world, at(About::Account, 1), "red", false);
    world.pass_days(1);
    keep(&world, at(About::Account, 1), "green", true);
    let memo = found(&world, &world.alpha, at(About::Account, 1));
    let set_at = world.now();
    assert_eq!(memo, Memo { value: line("green"), is_shown: true, entered_by: Some(line("John")), set_at });
}

fn success_tells_apart_what_it_is_about() {
    let world = World::new();
    let order = ordered(&world);
    let abouts = || [About::Account, About::Domain(name("shop.test")), About::Order(order)];
    for (about, value) in abouts().into_iter().zip(["one", "two", "three"]) {
        keep(&world, at(about.clone(), 1), value, false);
        keep(&world, at(about, 2), "other", false);
    }
    for (about, value) in abouts().into_iter().zip(["one", "two", "three"]) {
        assert_eq!(found(&world, &world.alpha, at(about, 1)).value, line(value));
    }
}

fn success_shows_accounts_below_what_they_are_to_see() {
    let world = World::new();
    let below = opened(&world, "below");
    keep(&world, at(About::Account, 1), "green", true);
    keep(&world, at(About::Account, 2), "secret", false);
    assert_eq!(found(&world, &below, at(About::Account, 1)).value, line("green"));
    world.denied(&below, Outcome::MemoUnknown, Find { at: at(About::Account, 2) });
    world.denied(&world.bravo, Outcome::MemoUnknown, Find { at: at(About::Account, 1) });
}

fn refused_for_what_is_not_there() {
    let world = World::new();
    let set = |about| Set { at: at(about, 1), value: line("x"), is_shown: false, entered_by: None };
    for (about, outcome) in [
        (About::Domain(name("none.test")), Outcome::DomainUnknown),
        (About::Order(OperationId(7)), Outcome::OrderUnknown),
    ] {
        world.refused(&world.alpha, outcome, set(about.clone()));
        world.denied(&world.alpha, outcome, Find { at: at(about, 1) });
    }
}

fn refused_for_domains_and_orders_of_others() {
    let world = World::new();
    let order = ordered(&world);
    let set = |about| Set { at: at(about, 1), value: line("x"), is_shown: false, entered_by: None };
    for (about, outcome) in [
        (About::Domain(name("shop.test")), Outcome::NotSponsor),
        (About::Order(order), Outcome::OrderOfAnother),
    ] {
        world.refused(&world.bravo, outcome, set(about.clone()));
        world.denied(&world.bravo, outcome, Find { at: at(about, 1) });
    }
}
