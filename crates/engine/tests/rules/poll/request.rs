use engine::{
    Outcome,
    model::{Event, TransferState},
    ops::poll::Request,
};

use super::notify_alpha;
use crate::fixture::World;

cases! {
    success_of_an_empty_queue
    success_shows_the_oldest_and_keeps_it
    success_shows_each_account_its_own
}

fn success_of_an_empty_queue() {
    let world = World::new();
    assert_eq!(world.found(&world.alpha, Outcome::MessagesNone, Request), None);
}

fn success_shows_the_oldest_and_keeps_it() {
    let world = World::new();
    notify_alpha(&world, "shop.test");
    let first = world.found(&world.alpha, Outcome::MessageWaiting, Request).unwrap();
    assert_eq!((first.waiting, first.head.account, first.head.at), (2, world.alpha.id(), world.now()));
    let Event::DomainTransfer { name, transfer } = &first.head.event else { panic!("{first:?}") };
    assert_eq!((name.as_str(), transfer.state), ("shop.test", TransferState::Pending));
    assert_eq!((transfer.gaining.as_str(), transfer.losing.as_str()), ("BRAVO", "ALPHA"));
    assert_eq!(world.found(&world.alpha, Outcome::MessageWaiting, Request), Some(first));
}

fn success_shows_each_account_its_own() {
    let world = World::new();
    notify_alpha(&world, "shop.test");
    assert_eq!(world.found(&world.bravo, Outcome::MessagesNone, Request), None);
    assert_eq!(world.found(&world.charlie, Outcome::MessagesNone, Request), None);
}
