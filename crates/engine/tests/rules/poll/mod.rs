//! The notice queue.

pub(crate) mod acknowledge;
pub(crate) mod request;

use engine::{
    Outcome,
    model::{Clid, DeliveryTarget, Email, NoticeId},
    ops::account::SetDelivery,
};

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
    let queue = world.found(&world.alpha, Outcome::MessageWaiting, engine::ops::poll::Request::default());
    queue.unwrap().head.id
}

/// Has ALPHA's notices mailed in a form.
fn send_alphas(world: &World, form: &str) {
    let target = Some(DeliveryTarget::Mail(Email::parse("noc@example.test").unwrap()));
    let clid = Clid::parse("ALPHA").unwrap();
    let set = SetDelivery { clid, target, secret: None, form: Some(form.to_owned()) };
    world.done(&engine::Actor::nobody(), Outcome::AccountUpdated, set);
}
