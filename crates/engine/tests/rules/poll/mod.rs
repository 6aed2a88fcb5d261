//! The notice queue.

pub(crate) mod acknowledge;
pub(crate) mod request;

use engine::{Outcome, model::NoticeId};

use crate::fixture::{World, name, transfer_of};

/// Has ALPHA hear twice: of a transfer's request, and of its end.
fn notify_alpha(world: &World, domain: &str) {
    world.register(&world.alpha, domain);
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of(domain));
    let cancel = engine::ops::domain::TransferCancel { name: name(domain) };
    world.done(&world.bravo, Outcome::TransferCancelled, cancel);
}

/// The head of ALPHA's queue.
fn head(world: &World) -> NoticeId {
    let queue = world.found(&world.alpha, Outcome::MessageWaiting, engine::ops::poll::Request);
    queue.unwrap().head.id
}
