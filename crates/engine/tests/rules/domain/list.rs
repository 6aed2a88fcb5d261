use engine::{
    Outcome,
    model::Status,
    ops::domain::{List, ListState, Listed},
};

use super::set;
use crate::fixture::{World, transfer_of};

cases! {
    success_in_pieces_by_age
    success_tells_where_each_stands
}

const ALL: List = List { after: None, most: 100, state: None };

fn list(world: &World, list: List) -> Listed {
    world.found(&world.alpha, Outcome::DomainsListed, list)
}

fn names(listed: &Listed) -> Vec<&str> {
    listed.domains.iter().map(|domain| domain.name.as_str()).collect()
}

fn success_in_pieces_by_age() {
    let world = World::new();
    for domain in ["bb.test", "aa.test", "cc.test"] {
        world.register(&world.alpha, domain);
    }
    world.register(&world.bravo, "dd.test");
    let first = list(&world, List { most: 2, ..ALL });
    assert_eq!(names(&first), ["bb.test", "aa.test"]);
    let second = list(&world, List { most: 2, after: first.next, ..ALL });
    assert_eq!((names(&second), second.next), (vec!["cc.test"], None));
}

fn success_tells_where_each_stands() {
    let world = World::new();
    world.redeemable(&world.alpha, "deleted.test");
    for domain in ["active.test", "held.test", "expired.slow.test"] {
        world.register(&world.alpha, domain);
    }
    set(&world, "held.test", Status::ClientHold);
    world.advance_days(364);
    world.register(&world.bravo, "theirs.test");
    world.done(&world.alpha, Outcome::TransferRequested, transfer_of("theirs.test"));
    world.advance_days(2);
    let all = list(&world, ALL);
    let states: Vec<_> = all.domains.iter().map(|domain| (domain.name.as_str(), domain.state)).collect();
    assert_eq!(
        states,
        [
            ("active.test", ListState::Active),
            ("held.test", ListState::Held),
            ("expired.slow.test", ListState::Expired),
            ("theirs.test", ListState::Arriving),
        ]
    );
    let expired = list(&world, List { state: Some(ListState::Expired), ..ALL });
    assert_eq!(names(&expired), ["expired.slow.test"]);
    world.redeemable(&world.alpha, "gone.test");
    let deleted = list(&world, List { state: Some(ListState::Deleted), ..ALL });
    assert_eq!(names(&deleted), ["gone.test"]);
}
