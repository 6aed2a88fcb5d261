use engine::{
    Outcome,
    model::{ObjectClass, Page, Pattern},
    ops::{
        contact, domain,
        object::{Deletion, Deletions},
    },
};

use crate::{
    fixture::{World, handle, name},
    subaccount::ALL,
};

cases! {
    success_tells_what_was_deleted_and_when
    success_of_what_is_asked_for
    success_of_ones_own_alone
}

/// A world in which ALPHA deletes a contact, and five days later a domain.
fn world() -> World {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    world.enrol(&world.alpha, "C-1");
    world.done(&world.alpha, Outcome::ContactDeleted, contact::Delete { handle: handle("C-1") });
    world.pass_days(5);
    world.done(&world.alpha, Outcome::DomainDeletePending, domain::Delete { name: name("shop.test") });
    world
}

fn all() -> Deletions {
    Deletions { class: None, name: None, from: None, until: None, window: ALL }
}

fn deleted(world: &World, list: Deletions) -> Page<Deletion> {
    world.found(&world.alpha, Outcome::ObjectLogTold, list)
}

fn names(page: &Page<Deletion>) -> Vec<&str> {
    page.rows.iter().map(|row| row.line.name.as_str()).collect()
}

fn success_tells_what_was_deleted_and_when() {
    let world = world();
    let page = deleted(&world, all());
    assert_eq!((names(&page), page.total), (vec!["C-1", "shop.test"], 2));
    let classes: Vec<_> = page.rows.iter().map(|row| row.class).collect();
    assert_eq!(classes, [ObjectClass::Contact, ObjectClass::Domain]);
    assert!(page.rows[0].line.at < page.rows[1].line.at);
}

fn success_of_what_is_asked_for() {
    let world = world();
    let yesterday = world.now().plus_days(-1);
    let pattern = Some(Pattern::parse("*.TEST").unwrap());
    for list in [
        Deletions { class: Some(ObjectClass::Domain), ..all() },
        Deletions { name: pattern, ..all() },
        Deletions { from: Some(yesterday), ..all() },
    ] {
        let page = deleted(&world, list);
        assert_eq!((names(&page), page.total), (vec!["shop.test"], 1));
    }
    assert_eq!(names(&deleted(&world, Deletions { until: Some(yesterday), ..all() })), ["C-1"]);
}

fn success_of_ones_own_alone() {
    let world = world();
    assert_eq!(world.found(&world.bravo, Outcome::ObjectLogTold, all()).total, 0);
}
