//! The zones that accounts say they sell.

use engine::{
    Actor, Outcome,
    ops::assortment::{Add, Find, Remove},
};

use crate::{
    fixture::{World, name},
    subaccount::opened,
};

cases! {
    success_begins_with_all_and_ends_with_all
    success_of_an_account_is_that_of_those_below
    refused_for_zones_that_there_are_not
    refused_for_zones_that_were_not_said
}

fn add(zones: &[&str]) -> Add {
    Add { zones: zones.iter().map(|zone| name(zone)).collect() }
}

fn remove(zones: &[&str]) -> Remove {
    Remove { zones: zones.iter().map(|zone| name(zone)).collect() }
}

/// Which of three zones an account sells.
fn sold(world: &World, actor: &Actor) -> [bool; 3] {
    let assortment = world.found(actor, Outcome::AssortmentTold, Find);
    ["test", "strict.test", "attr.test"].map(|zone| assortment.sells(&name(zone)))
}

fn success_begins_with_all_and_ends_with_all() {
    let world = World::new();
    assert_eq!(sold(&world, &world.alpha), [true, true, true]);
    world.done(&world.alpha, Outcome::AssortmentSet, add(&["test"]));
    assert_eq!(sold(&world, &world.alpha), [true, false, false]);
    world.done(&world.alpha, Outcome::AssortmentSet, add(&["test", "strict.test"]));
    world.done(&world.alpha, Outcome::AssortmentSet, remove(&["test"]));
    assert_eq!(sold(&world, &world.alpha), [false, true, false]);
    assert_eq!(sold(&world, &world.bravo), [true, true, true]);
    world.done(&world.alpha, Outcome::AssortmentSet, remove(&["strict.test"]));
    assert_eq!(sold(&world, &world.alpha), [true, true, true]);
}

fn success_of_an_account_is_that_of_those_below() {
    let world = World::new();
    let below = opened(&world, "below");
    world.done(&world.alpha, Outcome::AssortmentSet, add(&["test"]));
    assert_eq!(sold(&world, &below), [true, false, false]);
    world.done(&below, Outcome::AssortmentSet, add(&["attr.test"]));
    assert_eq!(sold(&world, &below), [false, false, true]);
}

fn refused_for_zones_that_there_are_not() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::ZoneUnknown, add(&["test", "nowhere"]));
    assert_eq!(sold(&world, &world.alpha), [true, true, true]);
}

fn refused_for_zones_that_were_not_said() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::ZoneNotSold, remove(&["test"]));
    world.done(&world.alpha, Outcome::AssortmentSet, add(&["test"]));
    world.refused(&world.alpha, Outcome::ZoneNotSold, remove(&["test", "attr.test"]));
    assert_eq!(sold(&world, &world.alpha), [true, false, false]);
}
