use engine::{
    Outcome,
    model::{CartItemId, Secret},
    ops::{
        cart::{Clear, Configure, ItemChange, List, Remove, Update},
        domain::Create,
    },
};

use super::{cart, put};
use crate::fixture::{World, create_domain};

cases! {
    success_changes_what_is_named
    success_says_what_else_is_to_be_had
    success_of_all_before_single_ones
    success_takes_out
    refused_for_what_is_not_there
    refused_for_nothing
    refused_for_what_cannot_be_had
}

fn change(id: CartItemId) -> ItemChange {
    ItemChange { id, years: None, renews: None, is_active: None }
}

fn success_changes_what_is_named() {
    let world = World::new();
    let item = put(&world, &world.alpha, "a.test");
    let other = put(&world, &world.alpha, "b.test");
    let one = ItemChange { years: Some(5), renews: Some(true), ..change(item.id) };
    world.done(&world.alpha, Outcome::CartUpdated, Update { all_active: None, items: vec![one] });
    let lines = world.found(&world.alpha, Outcome::CartListed, List);
    assert_eq!((lines[0].item.years, lines[0].item.renews, lines[0].item.is_active), (5, true, true));
    assert_eq!(lines[1].item, other);
}

fn configure(id: CartItemId, command: Create) -> Configure<Create> {
    let words = Secret::new("DomainPassword=Let-me-go-7");
    Configure { id, words, renews: Some(true), is_locked: None, command }
}

fn success_says_what_else_is_to_be_had() {
    let world = World::new();
    let item = put(&world, &world.alpha, "shop.test");
    world.done(&world.alpha, Outcome::CartUpdated, configure(item.id, create_domain("shop.test")));
    let line = world.found(&world.alpha, Outcome::CartListed, List).remove(0);
    assert_eq!(line.words.as_ref().map(Secret::expose), Some("DomainPassword=Let-me-go-7"));
    assert_eq!((line.item.renews, line.item.is_locked), (true, item.is_locked));
    let none = configure(CartItemId(7), create_domain("shop.test"));
    world.refused(&world.alpha, Outcome::CartItemUnknown, none);
}

fn refused_for_what_cannot_be_had() {
    let world = World::new();
    let item = put(&world, &world.alpha, "shop.test");
    let command = Create { period: crate::fixture::years(99), ..create_domain("shop.test") };
    let refused = world.command(&world.alpha, configure(item.id, command));
    assert!(refused.is_err(), "what a registration refuses beforehand is refused now");
    assert!(world.found(&world.alpha, Outcome::CartListed, List)[0].words.is_none());
}

fn success_of_all_before_single_ones() {
    let world = World::new();
    let item = put(&world, &world.alpha, "a.test");
    put(&world, &world.alpha, "b.test");
    let one = ItemChange { is_active: Some(true), ..change(item.id) };
    world.done(&world.alpha, Outcome::CartUpdated, Update { all_active: Some(false), items: vec![one] });
    assert_eq!(cart(&world, &world.alpha), [("a.test".to_owned(), true), ("b.test".to_owned(), false)]);
}

fn success_takes_out() {
    let world = World::new();
    let item = put(&world, &world.alpha, "a.test");
    put(&world, &world.alpha, "b.test");
    put(&world, &world.bravo, "c.test");
    world.done(&world.alpha, Outcome::CartItemRemoved, Remove { id: item.id });
    assert_eq!(cart(&world, &world.alpha), [("b.test".to_owned(), true)]);
    world.done(&world.alpha, Outcome::CartCleared, Clear);
    assert_eq!(cart(&world, &world.alpha), []);
    assert_eq!(cart(&world, &world.bravo).len(), 1);
}

fn refused_for_what_is_not_there() {
    let world = World::new();
    let own = put(&world, &world.alpha, "a.test");
    let foreign = put(&world, &world.bravo, "b.test");
    let items =
        vec![ItemChange { years: Some(9), ..change(own.id) }, change(foreign.id), change(CartItemId(7))];
    let refusals = world.refused(&world.alpha, Outcome::CartItemUnknown, Update { all_active: None, items });
    assert_eq!(refusals.iter().count(), 2);
    world.refused(&world.alpha, Outcome::CartItemUnknown, Remove { id: foreign.id });
    assert_eq!(world.found(&world.alpha, Outcome::CartListed, List)[0].item, own);
}

fn refused_for_nothing() {
    let world = World::new();
    put(&world, &world.bravo, "b.test");
    world.refused(&world.alpha, Outcome::CartEmpty, Clear);
}
