//! Delivery by the runner of what is due.

use engine::{
    Actor, Outcome,
    model::Event,
    ops::{
        due::{Postpone, Run},
        poll::Acknowledge,
    },
};

use super::{
    URL, mail, notice_in, notify_alpha, notify_alpha_again, pass_minutes, posted, run, run_for_one, set,
    under_way, url,
};
use crate::fixture::{World, secret};

cases! {
    success_hands_out_what_is_new_at_once
    success_leaves_accounts_without_target_their_queue
    success_repeats_with_growing_pauses_and_gives_up
    success_skips_what_was_acknowledged
    success_heeds_a_target_that_changed_or_went
    success_after_a_long_stop_tries_as_often_as_ever
    success_of_a_postponed_reminder
    success_hands_out_in_order
}

fn success_hands_out_what_is_new_at_once() {
    let world = World::new();
    set(&world, Some(url(URL)), Some("swordfish"));
    notify_alpha(&world, "shop.test");
    let parcel = run_for_one(&world);
    let (notice, target, key) = notice_in(&parcel);
    assert_eq!((parcel.account.as_str(), target), ("ALPHA", &url(URL)));
    assert_eq!((parcel.attempt, parcel.next_at), (1, Some(world.now().plus_millis(60_000))));
    assert_eq!(key, Some(&secret("swordfish")));
    assert_eq!((notice.account, notice.at), (world.alpha.id(), world.now()));
    assert!(matches!(&notice.event, Event::DomainTransfer { name, .. } if name == "shop.test"));
    assert_eq!(run(&world), [], "not again before its next reminder");
}

fn success_leaves_accounts_without_target_their_queue() {
    let world = World::new();
    notify_alpha(&world, "shop.test");
    assert_eq!(run(&world), []);
    set(&world, Some(url(URL)), None);
    pass_minutes(&world, 60);
    assert_eq!(run(&world), [], "what waited before is not sent");
    assert_eq!(world.waiting(&world.alpha), 1);
}

fn success_repeats_with_growing_pauses_and_gives_up() {
    let world = posted();
    notify_alpha(&world, "shop.test");
    let start = world.now();
    let (mut attempts, mut last_pause) = (0, 0);
    loop {
        let parcel = run_for_one(&world);
        attempts += 1;
        assert_eq!(parcel.attempt, attempts);
        let Some(next_at) = parcel.next_at else {
            assert_eq!(under_way(&world, parcel.cargo.id()), None);
            break;
        };
        let pause = next_at.millis() - world.now().millis();
        assert!(pause >= last_pause || next_at == start.plus_days(3), "{pause} after {last_pause}");
        last_pause = pause;
        world.set_clock(next_at.plus_millis(-1));
        assert_eq!(run(&world), []);
        world.set_clock(next_at);
    }
    assert_eq!(world.now(), start.plus_days(3));
    assert!((15..30).contains(&attempts), "{attempts}");
    world.pass_days(1);
    assert_eq!(run(&world), []);
    assert_eq!(world.waiting(&world.alpha), 1, "it still waits in the queue");
}

fn success_skips_what_was_acknowledged() {
    let world = posted();
    notify_alpha(&world, "shop.test");
    let notice = notice_in(&run_for_one(&world)).0.id;
    world.done(&world.alpha, Outcome::MessageAcknowledged, Acknowledge { notice, protocol: None });
    pass_minutes(&world, 1);
    assert_eq!(run(&world), []);
    assert_eq!(under_way(&world, notice.into()), None);
}

fn success_heeds_a_target_that_changed_or_went() {
    let world = posted();
    notify_alpha(&world, "shop.test");
    let cargo = run_for_one(&world).cargo.id();
    set(&world, Some(mail("noc@example.test")), None);
    pass_minutes(&world, 1);
    assert_eq!(notice_in(&run_for_one(&world)).1, &mail("noc@example.test"));
    set(&world, None, None);
    pass_minutes(&world, 1);
    assert_eq!(run(&world), []);
    assert_eq!(under_way(&world, cargo), None);
}

fn success_after_a_long_stop_tries_as_often_as_ever() {
    let world = posted();
    notify_alpha(&world, "shop.test");
    world.pass_days(4);
    let first = run_for_one(&world);
    assert_eq!((first.attempt, first.next_at), (1, Some(world.now().plus_millis(60_000))));
    pass_minutes(&world, 20 * 60);
    let late = run_for_one(&world);
    assert_eq!(late.attempt, 2, "one attempt, however many pauses went by");
    assert!(late.next_at.is_some_and(|next_at| next_at > world.now()));
}

fn success_of_a_postponed_reminder() {
    let world = posted();
    notify_alpha(&world, "shop.test");
    world.done(&Actor::server(), Outcome::DueDone, Postpone { until: world.now() });
    assert_eq!(run(&world), []);
    pass_minutes(&world, 60);
    assert_eq!(run_for_one(&world).attempt, 1);
}

fn success_hands_out_in_order() {
    let world = posted();
    for domain in ["shop.test", "books.test"] {
        notify_alpha(&world, domain);
        notify_alpha_again(&world, domain);
    }
    let mut together = run(&world);
    assert_eq!(together.len(), 4);
    assert!(together.is_sorted_by_key(|parcel| parcel.cargo.id()));
    pass_minutes(&world, 1);
    let one_by_one: Vec<_> = (0..4)
        .flat_map(|_| {
            let run = Run { until: world.now(), most: 1 };
            world.done(&Actor::server(), Outcome::DueDone, run).parcels
        })
        .collect();
    for parcel in &mut together {
        parcel.attempt += 1;
        parcel.next_at = Some(world.now().plus_millis(60_000));
    }
    assert_eq!(one_by_one, together);
}
