use engine::{
    Outcome,
    model::{NamePattern, Window},
    ops::contact::List,
};

use crate::fixture::World;

cases! {
    success_by_age_in_windows_and_by_pattern
}

fn success_by_age_in_windows_and_by_pattern() {
    let world = World::new();
    for contact in ["JOHN", "JANE", "ALICE"] {
        world.enrol(&world.alpha, contact);
    }
    world.enrol(&world.bravo, "JACK");
    let list = |pattern: &str, first, limit| {
        let list = List { pattern: NamePattern::new(pattern), window: Window { first, limit } };
        let page = world.found(&world.alpha, Outcome::ContactsListed, list);
        let handles: Vec<_> = page.rows.iter().map(|contact| contact.handle.to_string()).collect();
        (handles.join(" "), page.total)
    };
    assert_eq!(list("*", 0, 2), ("JOHN JANE".into(), 3));
    assert_eq!(list("*", 2, 2), ("ALICE".into(), 3));
    assert_eq!(list("ja*", 0, 9), ("JANE".into(), 1));
}
