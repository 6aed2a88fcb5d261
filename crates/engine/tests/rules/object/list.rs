use engine::{
    Outcome,
    model::{ObjectClass, ObjectLine, Page, Pattern, Window},
    ops::object::List,
};

use crate::{
    fixture::World,
    subaccount::{ALL, clid, opened},
};

cases! {
    success_by_class_and_age
    success_of_a_class_and_a_pattern
    success_by_windows
    success_of_a_sub_account
    refused_for_an_unknown_account
    refused_for_the_account_of_another
}

/// A world in which ALPHA has something of each class, and BRAVO something too.
fn world() -> World {
    let world = World::new();
    world.register(&world.bravo, "bravo.test");
    world.register(&world.alpha, "depot.test");
    world.register(&world.alpha, "shop.test");
    world.enrol(&world.alpha, "C-1");
    world.enrol(&world.alpha, "C-2");
    world.add_host(&world.alpha, "ns1.shop.test", &["8.8.8.8"]);
    world.add_nsset(&world.alpha, "SETS");
    world.add_zone(&world.alpha, "garden.test");
    world
}

fn all() -> List {
    List { account: None, class: None, name: None, window: ALL }
}

fn listed(world: &World, list: List) -> Page<ObjectLine> {
    world.found(&world.alpha, Outcome::ObjectsListed, list)
}

fn names(page: &Page<ObjectLine>) -> Vec<&str> {
    page.rows.iter().map(|row| row.name.as_str()).collect()
}

const EVERYTHING: [&str; 7] =
    ["depot.test", "shop.test", "C-1", "C-2", "ns1.shop.test", "SETS", "garden.test"];

fn success_by_class_and_age() {
    let world = world();
    let page = listed(&world, all());
    assert_eq!((names(&page), page.total), (EVERYTHING.to_vec(), 7));
    let classes: Vec<_> = page.rows.iter().map(|row| row.class).collect();
    assert!(classes.is_sorted() && ObjectClass::ALL.iter().all(|class| classes.contains(class)));
}

fn success_of_a_class_and_a_pattern() {
    let world = world();
    let found = |class, pattern: Option<&str>| {
        let name = pattern.map(|text| Pattern::parse(text).unwrap());
        let page = listed(&world, List { class, name, ..all() });
        assert_eq!(page.total, page.rows.len() as u64);
        names(&page).join(" ")
    };
    assert_eq!(found(Some(ObjectClass::Contact), None), "C-1 C-2");
    assert_eq!(found(Some(ObjectClass::Contact), Some("c-?")), "C-1 C-2");
    assert_eq!(found(None, Some("*shop.test")), "shop.test ns1.shop.test");
    assert_eq!(found(Some(ObjectClass::Host), Some("shop*")), "");
    assert_eq!(found(None, Some("s%")), "", "a per cent sign stands for itself");
}

fn success_by_windows() {
    let world = world();
    let mut seen = Vec::new();
    for first in [0, 3, 6, 7] {
        let page = listed(&world, List { window: Window { first, limit: 3 }, ..all() });
        assert_eq!(page.total, 7);
        seen.extend(names(&page).into_iter().map(str::to_owned));
    }
    assert_eq!(seen, EVERYTHING);
    let last_first = List { class: None, window: Window { first: 5, limit: 5 }, ..all() };
    assert_eq!(names(&listed(&world, last_first)), EVERYTHING[5..]);
}

fn success_of_a_sub_account() {
    let world = world();
    let shop = opened(&world, "shop");
    world.enrol(&shop, "C-3");
    assert_eq!(names(&listed(&world, List { account: Some(clid("SHOP")), ..all() })), ["C-3"]);
}

fn refused_for_an_unknown_account() {
    let world = World::new();
    world.denied(&world.alpha, Outcome::AccountUnknown, List { account: Some(clid("NOBODY")), ..all() });
}

fn refused_for_the_account_of_another() {
    let world = World::new();
    world.denied(&world.alpha, Outcome::AccountOfAnother, List { account: Some(clid("BRAVO")), ..all() });
}
