//! Delivery of notices beside the queue.

pub(crate) mod delivered;
pub(crate) mod find_delivery;
pub(crate) mod hand_out;
pub(crate) mod letters;
pub(crate) mod set_delivery;

use engine::{
    Actor, Outcome,
    model::{
        CargoId, Clid, Delivery, DeliveryTarget, DeliveryUrl, Destination, Email, Letter, Notice, Secret,
    },
    ops::{
        account::{FindDelivery, SetDelivery},
        domain::TransferCancel,
        due::Run,
    },
    ports::{Cargo, Parcel},
};

use crate::fixture::{World, name, read, secret, transfer_of};

const URL: &str = "https://example.test/notices";

fn clid(text: &str) -> Clid {
    Clid::parse(text).unwrap()
}

fn url(text: &str) -> DeliveryTarget {
    DeliveryTarget::Url(DeliveryUrl::parse(text).unwrap())
}

fn mail(text: &str) -> DeliveryTarget {
    DeliveryTarget::Mail(Email::parse(text).unwrap())
}

/// Sets ALPHA's target.
#[track_caller]
fn set(world: &World, target: Option<DeliveryTarget>, key: Option<&str>) {
    let set = SetDelivery { clid: clid("ALPHA"), target, secret: key.map(secret), form: None };
    world.done(&Actor::nobody(), Outcome::AccountUpdated, set);
}

#[track_caller]
fn found(world: &World, account: &str) -> Option<Destination> {
    world.found(&Actor::nobody(), Outcome::AccountsListed, FindDelivery { clid: clid(account) })
}

/// A world in which ALPHA has its notices posted.
fn posted() -> World {
    let world = World::new();
    set(&world, Some(url(URL)), None);
    world
}

/// Has ALPHA hear of a transfer's request.
fn notify_alpha(world: &World, domain: &str) {
    world.register(&world.alpha, domain);
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of(domain));
}

/// Has ALPHA hear of the transfer's end too.
fn notify_alpha_again(world: &World, domain: &str) {
    world.done(&world.bravo, Outcome::TransferCancelled, TransferCancel { name: name(domain) });
}

/// What the runner hands out now.
#[track_caller]
fn run(world: &World) -> Vec<Parcel> {
    let run = Run { until: world.now(), most: 100 };
    world.done(&Actor::server(), Outcome::DueDone, run).parcels
}

/// The only parcel that is handed out now.
#[track_caller]
fn run_for_one(world: &World) -> Parcel {
    let mut parcels = run(world);
    assert_eq!(parcels.len(), 1, "{parcels:?}");
    parcels.remove(0)
}

/// What is in a parcel with a notice.
fn notice_in(parcel: &Parcel) -> (&Notice, &DeliveryTarget, Option<&Secret>) {
    match &parcel.cargo {
        Cargo::Notice { notice, target, secret, .. } => (notice, target, secret.as_ref()),
        Cargo::Letter(letter) => panic!("{letter:?}"),
    }
}

/// The letters that are on their way and due.
#[track_caller]
pub(crate) fn letters(world: &World) -> Vec<Letter> {
    let letter = |parcel: Parcel| match parcel.cargo {
        Cargo::Letter(letter) => Some(letter),
        Cargo::Notice { .. } => None,
    };
    run(world).into_iter().filter_map(letter).collect()
}

/// The authInfo that a letter tells: the line that is indented.
pub(crate) fn secret_in(letter: &Letter) -> String {
    let line = letter.text.expose().lines().find_map(|line| line.strip_prefix("    "));
    line.expect("a letter tells a secret").to_owned()
}

/// A world that has nobody to hand letters to.
pub(crate) fn without_mail() -> World {
    World::with_ports(|parts| parts.mails = false)
}

/// How far a delivery is.
fn under_way(world: &World, cargo: CargoId) -> Option<Delivery> {
    read(&world.engine, move |store| store.delivery(cargo))
}

/// Lets minutes pass.
fn pass_minutes(world: &World, minutes: i64) {
    world.set_clock(world.now().plus_millis(minutes * 60_000));
}
