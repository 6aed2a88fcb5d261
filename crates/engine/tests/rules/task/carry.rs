use engine::{
    Actor, Outcome,
    model::{AccountState, TaskKind, TaskState},
};

use super::{carry, look, place};
use crate::fixture::World;

cases! {
    success_does_a_command_once
    success_of_what_was_refused_before
    refused_for_others_and_where_there_is_none
    refused_while_the_account_may_not_work
}

fn success_does_a_command_once() {
    let world = World::new();
    let task = place(&world, TaskKind::Job, "shop.test");
    let before = world.balance(&world.alpha);
    world.done(&world.alpha, Outcome::DomainCreated, carry(task, "shop.test"));
    assert!(world.balance(&world.alpha) < before);
    let paid = world.balance(&world.alpha);
    world.refused(&world.alpha, Outcome::TaskOver, carry(task, "else.test"));
    assert_eq!(world.balance(&world.alpha), paid);
    let found = look(&world, task);
    assert_eq!((found.state, found.outcome.as_deref()), (TaskState::Done, Some("domain_created")));
}

fn success_of_what_was_refused_before() {
    let world = World::new();
    let task = place(&world, TaskKind::Order, "shop.test");
    world.register(&world.bravo, "else.test");
    world.refused(&world.alpha, Outcome::DomainTaken, carry(task, "else.test"));
    assert_eq!(look(&world, task).state, TaskState::Waiting);
    world.done(&world.alpha, Outcome::DomainCreated, carry(task, "shop.test"));
}

fn refused_for_others_and_where_there_is_none() {
    let world = World::new();
    let task = place(&world, TaskKind::Job, "shop.test");
    world.refused(&world.bravo, Outcome::TaskUnknown, carry(task, "shop.test"));
    world.refused(&world.alpha, Outcome::TaskUnknown, carry(engine::model::TaskId(7), "shop.test"));
}

fn refused_while_the_account_may_not_work() {
    let world = World::new();
    let task = place(&world, TaskKind::Job, "shop.test");
    let mut account = (*world.alpha.account).clone();
    account.state = AccountState::Suspended;
    world.refused(&Actor::new(account), Outcome::AccountSuspended, carry(task, "shop.test"));
    assert_eq!(look(&world, task).state, TaskState::Waiting);
}
