//! Notices as a list.

pub(crate) mod info;
pub(crate) mod list;

use engine::{
    Outcome,
    model::{ListedNotice, NoticeId, Page, Window},
    ops::{domain::TransferCancel, notice::List, poll::Acknowledge},
};

use crate::fixture::{World, name, transfer_of};

/// Has ALPHA hear twice of a domain: that its transfer was requested, and that it was cancelled.
fn notify_twice(world: &World, domain: &str) {
    world.register(&world.alpha, domain);
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of(domain));
    world.done(&world.bravo, Outcome::TransferCancelled, TransferCancel { name: name(domain) });
}

fn all() -> List {
    let window = Window { first: 0, limit: 100 };
    List { kinds: None, from: None, until: None, with_past: false, newest_first: false, window }
}

fn listed(world: &World, list: List) -> Page<ListedNotice> {
    world.found(&world.alpha, Outcome::NoticesListed, list)
}

fn acknowledge(world: &World, notice: NoticeId) {
    world.done(&world.alpha, Outcome::MessageAcknowledged, Acknowledge { notice, protocol: None });
}
