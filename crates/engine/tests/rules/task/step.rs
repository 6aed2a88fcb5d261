//! What is put off is handed out until it is concluded.

use engine::{
    Actor, Outcome,
    model::{Task, TaskKind},
};

use super::{carry, conclude, handed_out, listed, place};
use crate::fixture::World;

cases! {
    success_in_the_order_in_which_they_were_given
    success_again_until_it_is_concluded
    success_of_what_was_done_and_not_concluded
    success_forgets_what_has_been_over_for_long
    success_leaves_orders_to_their_account
}

fn success_in_the_order_in_which_they_were_given() {
    let world = World::new();
    let tasks = ["b.test", "a.test", "c.test"].map(|domain| place(&world, TaskKind::Job, domain));
    let out = handed_out(&world);
    assert_eq!(out.iter().map(|ask| ask.task.id).collect::<Vec<_>>(), tasks);
    assert_eq!((out[0].words.expose(), out[0].actor.id()), ("DOMAIN=b.test", world.alpha.id()));
    assert!(handed_out(&world).is_empty(), "its turn was a moment ago");
}

fn success_again_until_it_is_concluded() {
    let world = World::new();
    let task = place(&world, TaskKind::Job, "shop.test");
    for _ in 0..3 {
        assert_eq!(handed_out(&world).len(), 1);
        world.set_clock(world.now().plus_millis(3_600_000));
    }
    world.done(&Actor::server(), Outcome::TaskConcluded, conclude(task, Outcome::DomainTaken));
    assert!(handed_out(&world).is_empty());
}

fn success_of_what_was_done_and_not_concluded() {
    for kind in TaskKind::ALL {
        let world = World::new();
        let task = place(&world, kind, "shop.test");
        world.done(&world.alpha, Outcome::DomainCreated, carry(task, "shop.test"));
        world.set_clock(world.now().plus_millis(60_000));
        let out = handed_out(&world);
        assert!(out.iter().all(|ask| ask.task.outcome.as_deref() == Some("domain_created")));
        assert!(!out.is_empty(), "{kind:?}");
    }
}

fn success_forgets_what_has_been_over_for_long() {
    let world = World::new();
    let task = place(&world, TaskKind::Job, "shop.test");
    world.done(&Actor::server(), Outcome::TaskConcluded, conclude(task, Outcome::DomainTaken));
    world.advance_days(Task::KEPT_DAYS - 1);
    assert_eq!(listed(&world, TaskKind::Job).len(), 1);
    world.advance_days(1);
    assert!(listed(&world, TaskKind::Job).is_empty());
}

fn success_leaves_orders_to_their_account() {
    let world = World::new();
    place(&world, TaskKind::Order, "shop.test");
    world.set_clock(world.now().plus_days(365));
    assert!(handed_out(&world).is_empty());
    assert_eq!(listed(&world, TaskKind::Order).len(), 1);
}
