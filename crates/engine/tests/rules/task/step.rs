//! What is put off is handed out until it is concluded.

use engine::{
    Actor, Outcome,
    model::{Pattern, Realm, RoleLogin, Task, TaskKind},
    ops::{
        role::{Remove, Set},
        task::Place,
    },
};

use super::{carry, conclude, handed_out, listed, place, wish};
use crate::{
    fixture::World,
    role::{self, reader},
};

cases! {
    success_in_the_order_in_which_they_were_given
    success_again_until_it_is_concluded
    success_of_what_was_done_and_not_concluded
    success_forgets_what_has_been_over_for_long
    success_leaves_orders_to_their_account
    success_within_what_the_role_may_by_then
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

fn success_within_what_the_role_may_by_then() {
    let world = role::world();
    let login = world.done(&world.alpha, Outcome::RoleSet, reader(&world)).as_str().to_owned();
    let role = Some(RoleLogin { realm: Realm::Rrp, login });
    let may = |command: &str| {
        world.done(
            &world.alpha,
            Outcome::TaskPlaced,
            Place { role: role.clone(), ..wish(TaskKind::Job, "shop.test") },
        );
        handed_out(&world)[0].actor.may(command).is_ok()
    };
    assert!(may("StatusDomain") && !may("AddDomain"));
    let adds = Some(vec![Pattern::parse("AddDomain").unwrap()]);
    world.done(&world.alpha, Outcome::RoleSet, Set { secret: None, commands: adds, ..reader(&world) });
    assert!(!may("StatusDomain") && may("AddDomain"));
    world.done(&world.alpha, Outcome::RoleRemoved, Remove { realm: Realm::Rrp, role: "reader".to_owned() });
    assert!(!may("AddDomain"), "it is gone");
}
