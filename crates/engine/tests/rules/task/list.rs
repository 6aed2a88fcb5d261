use engine::{
    Outcome,
    model::{TaskKind, TaskState, Window},
    ops::task::{Info, List},
    ports::store::TaskFilter,
};

use super::{carry, listed, place};
use crate::fixture::World;

cases! {
    success_tells_what_each_says
    success_finds_what_is_asked_for
    refused_for_others
}

fn success_tells_what_each_says() {
    let world = World::new();
    let (job, order) = (place(&world, TaskKind::Job, "one.test"), place(&world, TaskKind::Order, "two.test"));
    let jobs = listed(&world, TaskKind::Job);
    assert_eq!(jobs.iter().map(|view| view.task.id).collect::<Vec<_>>(), [job]);
    assert_eq!(jobs[0].words.expose(), "DOMAIN=one.test");
    let orders = listed(&world, TaskKind::Order);
    assert_eq!(orders.iter().map(|view| view.task.id).collect::<Vec<_>>(), [order]);
}

fn success_finds_what_is_asked_for() {
    let world = World::new();
    let done = place(&world, TaskKind::Order, "one.test");
    let waits = place(&world, TaskKind::Order, "one.test");
    world.done(&world.alpha, Outcome::DomainCreated, carry(done, "one.test"));
    let filter = TaskFilter {
        state: Some(TaskState::Waiting),
        commands: vec!["AddDomain".to_owned()],
        object: Some("one.test".to_owned()),
        ..TaskFilter::all(TaskKind::Order)
    };
    let list = List { filter, window: Window { first: 0, limit: 10 } };
    let found = world.found(&world.alpha, Outcome::TasksListed, list);
    assert_eq!(found.rows.iter().map(|view| view.task.id).collect::<Vec<_>>(), [waits]);
}

fn refused_for_others() {
    let world = World::new();
    let task = place(&world, TaskKind::Job, "one.test");
    world.denied(&world.bravo, Outcome::TaskUnknown, Info { task });
}
