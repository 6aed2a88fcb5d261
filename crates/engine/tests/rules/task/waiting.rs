use engine::{
    Outcome,
    model::{TaskId, TaskKind},
    ops::task::Waiting,
};

use super::{carry, place};
use crate::fixture::World;

cases! {
    success_tells_the_jobs_that_wait
    success_of_ones_own_alone
}

fn waiting(world: &World) -> Vec<TaskId> {
    let object = "shop.test".to_owned();
    world.found(&world.alpha, Outcome::TasksListed, Waiting { object })
}

fn success_tells_the_jobs_that_wait() {
    let world = World::new();
    let (first, second) =
        (place(&world, TaskKind::Job, "shop.test"), place(&world, TaskKind::Job, "shop.test"));
    place(&world, TaskKind::Job, "else.test");
    place(&world, TaskKind::Order, "shop.test");
    assert_eq!(waiting(&world), [first, second]);
    world.done(&world.alpha, Outcome::DomainCreated, carry(first, "shop.test"));
    assert_eq!(waiting(&world), [second]);
}

fn success_of_ones_own_alone() {
    let world = World::new();
    place(&world, TaskKind::Job, "shop.test");
    let waiting = Waiting { object: "shop.test".to_owned() };
    assert!(world.found(&world.bravo, Outcome::TasksListed, waiting).is_empty());
}
