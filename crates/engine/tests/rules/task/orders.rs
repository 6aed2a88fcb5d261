//! Orders wait for their account, which may change its mind.

use engine::{
    Outcome,
    model::{Secret, TaskId, TaskKind},
    ops::task::{Amend, Withdraw},
};

use super::{carry, listed, place};
use crate::fixture::World;

cases! {
    success_of_another_wish
    success_of_taking_several_back
    refused_for_what_does_not_wait
    refused_for_what_is_not_there
}

fn amend(task: TaskId) -> Amend {
    Amend { task, object: "else.test".to_owned(), words: Secret::new("DOMAIN=else.test") }
}

fn success_of_another_wish() {
    let world = World::new();
    let task = place(&world, TaskKind::Order, "shop.test");
    assert_eq!(world.done(&world.alpha, Outcome::TaskAmended, amend(task)), task);
    let view = listed(&world, TaskKind::Order).remove(0);
    assert_eq!((view.words.expose(), view.task.object.as_str()), ("DOMAIN=else.test", "else.test"));
}

fn success_of_taking_several_back() {
    let world = World::new();
    let tasks = ["one.test", "two.test"].map(|domain| place(&world, TaskKind::Order, domain)).to_vec();
    world.done(&world.alpha, Outcome::TaskWithdrawn, Withdraw { tasks });
    assert!(listed(&world, TaskKind::Order).is_empty());
}

fn refused_for_what_does_not_wait() {
    let world = World::new();
    let done = place(&world, TaskKind::Order, "shop.test");
    world.done(&world.alpha, Outcome::DomainCreated, carry(done, "shop.test"));
    let job = place(&world, TaskKind::Job, "shop.test");
    for task in [done, job] {
        world.refused(&world.alpha, Outcome::TaskOver, amend(task));
        let waits = place(&world, TaskKind::Order, "else.test");
        world.refused(&world.alpha, Outcome::TaskOver, Withdraw { tasks: vec![waits, task] });
        assert!(listed(&world, TaskKind::Order).iter().any(|view| view.task.id == waits), "all or none");
    }
}

fn refused_for_what_is_not_there() {
    let world = World::new();
    let task = place(&world, TaskKind::Order, "shop.test");
    for task in [task, TaskId(7)] {
        world.refused(&world.bravo, Outcome::TaskUnknown, amend(task));
        world.refused(&world.bravo, Outcome::TaskUnknown, Withdraw { tasks: vec![task] });
    }
}
