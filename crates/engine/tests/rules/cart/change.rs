use engine::{
    Outcome,
    model::CartItemId,
    ops::cart::{Clear, ItemChange, List, Remove, Update},
};

use super::{cart, put};
use crate::fixture::World;

cases! {
    success_changes_what_is_named
    success_of_all_before_single_ones
    success_takes_out
    refused_for_what_is_not_there
    refused_for_nothing
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
