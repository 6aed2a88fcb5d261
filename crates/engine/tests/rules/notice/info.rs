use engine::{Outcome, model::NoticeId, ops::notice::Info};

use super::{acknowledge, all, listed, notify_twice};
use crate::fixture::World;

cases! {
    success_of_any_that_waits
    success_of_one_that_was_acknowledged
    refused_for_an_unknown_notice
    refused_for_the_notice_of_another
}

fn info(notice: NoticeId, with_past: bool) -> Info {
    Info { notice, with_past }
}

fn success_of_any_that_waits() {
    let world = World::new();
    notify_twice(&world, "shop.test");
    for row in listed(&world, all()).rows {
        assert_eq!(world.found(&world.alpha, Outcome::NoticeTold, info(row.notice.id, false)), row);
    }
    assert_eq!(world.waiting(&world.alpha), 2);
}

fn success_of_one_that_was_acknowledged() {
    let world = World::new();
    notify_twice(&world, "shop.test");
    let last = listed(&world, all()).rows.pop().unwrap().notice;
    acknowledge(&world, last.id);
    world.denied(&world.alpha, Outcome::MessageUnknown, info(last.id, false));
    let told = world.found(&world.alpha, Outcome::NoticeTold, info(last.id, true));
    assert_eq!((told.notice, told.acknowledged_at), (last, Some(world.now())));
}

fn refused_for_an_unknown_notice() {
    let world = World::new();
    for with_past in [false, true] {
        world.denied(&world.alpha, Outcome::MessageUnknown, info(NoticeId(7), with_past));
    }
}

fn refused_for_the_notice_of_another() {
    let world = World::new();
    notify_twice(&world, "shop.test");
    let id = listed(&world, all()).rows[0].notice.id;
    world.denied(&world.bravo, Outcome::MessageOfAnother, info(id, true));
}
