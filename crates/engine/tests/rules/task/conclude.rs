use engine::{
    Actor, Outcome,
    model::{Event, TaskId, TaskKind, TaskState},
};

use super::{carry, conclude, look, place};
use crate::fixture::World;

cases! {
    success_of_a_job_that_was_done
    success_of_a_job_that_was_refused
    success_of_an_order_leaves_it_waiting_where_it_was_refused
    success_leaves_alone_what_is_over_or_gone
}

fn ended(event: &Event) -> (&str, Option<&str>) {
    match event {
        Event::TaskEnded { name, outcome, .. } => (name, outcome.as_deref()),
        other => panic!("{other:?}"),
    }
}

fn record(world: &World, task: TaskId, outcome: Outcome) {
    world.done(&Actor::server(), Outcome::TaskConcluded, conclude(task, outcome));
}

fn success_of_a_job_that_was_done() {
    let world = World::new();
    let task = place(&world, TaskKind::Job, "shop.test");
    world.done(&world.alpha, Outcome::DomainCreated, carry(task, "shop.test"));
    assert!(!look(&world, task).is_over());
    record(&world, task, Outcome::DomainCreated);
    let found = look(&world, task);
    assert!(found.is_over());
    assert_eq!((found.refusals, found.answer.unwrap().code), (0, 200));
    let told = world.told(&world.alpha);
    assert_eq!(told.iter().map(ended).collect::<Vec<_>>(), [("shop.test", Some("domain_created"))]);
    assert_eq!(told[0].kind(), "task_done/domain_created");
}

fn success_of_a_job_that_was_refused() {
    let world = World::new();
    let task = place(&world, TaskKind::Job, "shop.test");
    record(&world, task, Outcome::DomainTaken);
    let found = look(&world, task);
    assert_eq!((found.state, found.refusals), (TaskState::Refused, 1));
    let told = world.told(&world.alpha);
    assert_eq!(told.iter().map(ended).collect::<Vec<_>>(), [("shop.test", None)]);
    assert_eq!(told[0].kind(), "task_refused/domain_create");
}

fn success_of_an_order_leaves_it_waiting_where_it_was_refused() {
    let world = World::new();
    let task = place(&world, TaskKind::Order, "shop.test");
    for refusals in 1..3 {
        record(&world, task, Outcome::CreditInsufficient);
        let found = look(&world, task);
        assert_eq!((found.state, found.refusals), (TaskState::Waiting, refusals));
        assert_eq!(found.outcome.as_deref(), Some("credit_insufficient"));
    }
    assert!(world.told(&world.alpha).is_empty());
}

fn success_leaves_alone_what_is_over_or_gone() {
    let world = World::new();
    let task = place(&world, TaskKind::Job, "shop.test");
    record(&world, task, Outcome::DomainTaken);
    record(&world, task, Outcome::CreditInsufficient);
    let found = look(&world, task);
    assert_eq!((found.refusals, found.outcome.as_deref()), (1, Some("domain_taken")));
    assert_eq!(world.told(&world.alpha).len(), 1);
    record(&world, TaskId(7), Outcome::DomainTaken);
}
