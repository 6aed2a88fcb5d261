use engine::{Outcome, model::NoticeId, ops::poll::Acknowledge};

use super::{head, notify_alpha};
use crate::fixture::World;

cases! {
    success_tells_how_many_are_left
    success_of_another_than_the_head
    refused_for_an_unknown_message
    refused_a_second_time
    refused_for_the_message_of_another
}

fn success_tells_how_many_are_left() {
    let world = World::new();
    notify_alpha(&world, "shop.test");
    for left in [1, 0] {
        let notice = head(&world);
        assert_eq!(world.done(&world.alpha, Outcome::MessageAcknowledged, Acknowledge { notice }), left);
    }
    assert_eq!(world.waiting(&world.alpha), 0);
}

fn success_of_another_than_the_head() {
    let world = World::new();
    notify_alpha(&world, "shop.test");
    let first = head(&world);
    let second = crate::fixture::read(&world.engine, move |store| {
        let later = (1..100).map(|step| NoticeId(first.0 + step));
        let found: Result<Vec<_>, _> = later.map(|id| store.notice(id)).collect();
        Ok(found?.into_iter().flatten().next().unwrap().id)
    });
    assert_eq!(world.done(&world.alpha, Outcome::MessageAcknowledged, Acknowledge { notice: second }), 1);
    assert_eq!(head(&world), first);
}

fn refused_for_an_unknown_message() {
    let world = World::new();
    notify_alpha(&world, "shop.test");
    for notice in [0, -1, i64::MAX].map(NoticeId) {
        world.refused(&world.alpha, Outcome::MessageUnknown, Acknowledge { notice });
    }
}

fn refused_a_second_time() {
    let world = World::new();
    notify_alpha(&world, "shop.test");
    let notice = head(&world);
    world.done(&world.alpha, Outcome::MessageAcknowledged, Acknowledge { notice });
    world.refused(&world.alpha, Outcome::MessageUnknown, Acknowledge { notice });
}

fn refused_for_the_message_of_another() {
    let world = World::new();
    notify_alpha(&world, "shop.test");
    let notice = head(&world);
    world.refused(&world.bravo, Outcome::MessageOfAnother, Acknowledge { notice });
}
