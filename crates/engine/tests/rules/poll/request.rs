use engine::{
    Outcome,
    model::{Event, TransferState},
    ops::poll::Request,
};

use super::{notify_alpha, send_alphas};
use crate::fixture::World;

cases! {
    success_of_an_empty_queue
    success_shows_the_oldest_and_keeps_it
    success_shows_each_account_its_own
    refused_where_the_protocol_sends_them
}

fn success_of_an_empty_queue() {
    let world = World::new();
    assert_eq!(world.found(&world.alpha, Outcome::MessagesNone, Request::default()), None);
}

fn success_shows_the_oldest_and_keeps_it() {
    let world = World::new();
    notify_alpha(&world, "shop.test");
    let first = world.found(&world.alpha, Outcome::MessageWaiting, Request::default()).unwrap();
    assert_eq!((first.waiting, first.head.account, first.head.at), (2, world.alpha.id(), world.now()));
    let Event::DomainTransfer { name, transfer } = &first.head.event else { panic!("{first:?}") };
    assert_eq!((name.as_str(), transfer.state), ("shop.test", TransferState::Pending));
    assert_eq!((transfer.gaining.as_str(), transfer.losing.as_str()), ("BRAVO", "ALPHA"));
    assert_eq!(world.found(&world.alpha, Outcome::MessageWaiting, Request::default()), Some(first));
}

fn success_shows_each_account_its_own() {
    let world = World::new();
    notify_alpha(&world, "shop.test");
    assert_eq!(world.found(&world.bravo, Outcome::MessagesNone, Request::default()), None);
    assert_eq!(world.found(&world.charlie, Outcome::MessagesNone, Request::default()), None);
}

fn refused_where_the_protocol_sends_them() {
    let world = World::new();
    send_alphas(&world, "wapi/json");
    notify_alpha(&world, "shop.test");
    let over = |protocol| Request { protocol };
    world.denied(&world.alpha, Outcome::PollingElsewhere, over(Some("wapi")));
    assert!(world.found(&world.alpha, Outcome::MessageWaiting, over(None)).is_some(), "the queue goes on");
    world.found(&world.bravo, Outcome::MessagesNone, over(Some("wapi")));
}
