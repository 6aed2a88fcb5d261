use engine::{Outcome, model::NoticeId, ops::poll::Acknowledge};

use super::{head, notify_alpha, send_alphas};
use crate::fixture::World;

cases! {
    success_tells_how_many_are_left
    success_of_another_than_the_head
    refused_for_an_unknown_message
    refused_a_second_time
    refused_for_the_message_of_another
    refused_out_of_order_where_they_are_taken_in_order
    refused_where_the_protocol_sends_them
}

fn success_tells_how_many_are_left() {
    let world = World::new();
    notify_alpha(&world, "shop.test");
    for left in [1, 0] {
        let notice = head(&world);
        assert_eq!(
            world.done(&world.alpha, Outcome::MessageAcknowledged, Acknowledge { notice, protocol: None }),
            left
        );
    }
    assert_eq!(world.waiting(&world.alpha), 0);
}

fn success_of_another_than_the_head() {
    let world = World::new();
    notify_alpha(&world, "shop.test");
    let first = head(&world);
    let second = behind(&world, first);
    assert_eq!(
        world.done(
            &world.alpha,
            Outcome::MessageAcknowledged,
            Acknowledge { notice: second, protocol: None }
        ),
        1
    );
    assert_eq!(head(&world), first);
}

/// The notice behind another.
fn behind(world: &World, first: NoticeId) -> NoticeId {
    crate::fixture::read(&world.engine, move |store| {
        let later = (1..100).map(|step| NoticeId(first.0 + step));
        let found: Result<Vec<_>, _> = later.map(|id| store.notice(id)).collect();
        Ok(found?.into_iter().flatten().next().unwrap().id)
    })
}

fn refused_out_of_order_where_they_are_taken_in_order() {
    let world = World::new();
    notify_alpha(&world, "shop.test");
    let (first, protocol) = (head(&world), Some("wapi"));
    let second = behind(&world, first);
    world.refused(&world.alpha, Outcome::MessageUnknown, Acknowledge { notice: second, protocol });
    for notice in [first, second] {
        world.done(&world.alpha, Outcome::MessageAcknowledged, Acknowledge { notice, protocol });
    }
}

fn refused_where_the_protocol_sends_them() {
    let world = World::new();
    notify_alpha(&world, "shop.test");
    let notice = head(&world);
    send_alphas(&world, "wapi/xml");
    let protocol = Some("wapi");
    world.refused(&world.alpha, Outcome::PollingElsewhere, Acknowledge { notice, protocol });
}

fn refused_for_an_unknown_message() {
    let world = World::new();
    notify_alpha(&world, "shop.test");
    for notice in [0, -1, i64::MAX].map(NoticeId) {
        world.refused(&world.alpha, Outcome::MessageUnknown, Acknowledge { notice, protocol: None });
    }
}

fn refused_a_second_time() {
    let world = World::new();
    notify_alpha(&world, "shop.test");
    let notice = head(&world);
    world.done(&world.alpha, Outcome::MessageAcknowledged, Acknowledge { notice, protocol: None });
    world.refused(&world.alpha, Outcome::MessageUnknown, Acknowledge { notice, protocol: None });
}

fn refused_for_the_message_of_another() {
    let world = World::new();
    notify_alpha(&world, "shop.test");
    let notice = head(&world);
    world.refused(&world.bravo, Outcome::MessageOfAnother, Acknowledge { notice, protocol: None });
}
