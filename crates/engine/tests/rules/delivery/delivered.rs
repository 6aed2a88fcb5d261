use engine::{Actor, Outcome, model::CargoId, ops::due::Delivered};

use super::{notify_alpha, pass_minutes, posted, run, run_for_one, under_way};
use crate::fixture::{World, read};

cases! {
    success_ends_the_attempts_and_keeps_the_queue
    success_of_a_parcel_that_arrived_twice
    success_of_something_that_is_not_under_way
    success_after_the_next_attempt_was_handed_out
}

fn report(world: &World, cargo: CargoId) -> bool {
    world.done(&Actor::server(), Outcome::DueDone, Delivered { cargo })
}

/// When something falls due next.
fn next_due(world: &World) -> Option<engine::model::Instant> {
    read(&world.engine, |store| store.next_due())
}

fn success_ends_the_attempts_and_keeps_the_queue() {
    let world = posted();
    notify_alpha(&world, "shop.test");
    let parcel = run_for_one(&world);
    assert_eq!(next_due(&world), parcel.next_at);
    assert!(report(&world, parcel.cargo.id()));
    assert_eq!(under_way(&world, parcel.cargo.id()), None);
    assert!(next_due(&world).unwrap() > world.now().plus_days(4), "the reminder is gone");
    pass_minutes(&world, 2);
    assert_eq!(run(&world), []);
    assert_eq!(world.waiting(&world.alpha), 1);
}

fn success_of_a_parcel_that_arrived_twice() {
    let world = posted();
    notify_alpha(&world, "shop.test");
    let notice = run_for_one(&world).cargo.id();
    assert_eq!([report(&world, notice), report(&world, notice)], [true, false]);
}

fn success_of_something_that_is_not_under_way() {
    let world = World::new();
    assert!(!report(&world, CargoId(7)));
}

fn success_after_the_next_attempt_was_handed_out() {
    let world = posted();
    notify_alpha(&world, "shop.test");
    let first = run_for_one(&world);
    pass_minutes(&world, 1);
    let second = run_for_one(&world);
    assert!(report(&world, first.cargo.id()));
    world.set_clock(second.next_at.unwrap());
    assert_eq!(run(&world), []);
}
