use engine::{
    Outcome,
    model::{Status, TimeOut},
    ops::{
        domain::{SetTransferMode, TransferApprove},
        due::Deed,
    },
};

use super::{set, with_domain};
use crate::fixture::{World, name, transfer_of};

cases! {
    success_decides_when_the_time_is_up
    success_can_be_left_to_the_zone_again
    success_goes_with_the_sponsor_who_chose
    refused_for_an_unknown_domain
    refused_for_the_domain_of_another
    refused_under_a_status
}

fn choose(domain: &str, mode: Option<TimeOut>) -> SetTransferMode {
    SetTransferMode { name: name(domain), mode }
}

/// What comes of a request that nobody answers.
fn unanswered(world: &World, domain: &str) -> Vec<Deed> {
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of(domain));
    world.advance_days(5).iter().map(|fired| fired.deed).collect()
}

fn success_decides_when_the_time_is_up() {
    let world = with_domain("shop.test");
    let mode = Some(TimeOut::Cancel);
    world.done(&world.alpha, Outcome::DomainTransferModeSet, choose("shop.test", mode));
    assert_eq!(world.view("shop.test").domain.time_out, mode);
    assert_eq!(unanswered(&world, "shop.test"), [Deed::TransferCancelled], "the zone would approve");
    assert_eq!(world.view("shop.test").domain.sponsor, world.alpha.id());
}

fn success_can_be_left_to_the_zone_again() {
    let world = with_domain("shop.test");
    for mode in [Some(TimeOut::Cancel), None] {
        world.done(&world.alpha, Outcome::DomainTransferModeSet, choose("shop.test", mode));
    }
    assert_eq!(unanswered(&world, "shop.test"), [Deed::TransferApproved]);
}

fn success_goes_with_the_sponsor_who_chose() {
    let world = with_domain("shop.test");
    world.done(&world.alpha, Outcome::DomainTransferModeSet, choose("shop.test", Some(TimeOut::Cancel)));
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of("shop.test"));
    world.done(&world.alpha, Outcome::TransferApproved, TransferApprove { name: name("shop.test") });
    assert_eq!(world.view("shop.test").domain.time_out, None);
}

fn refused_for_an_unknown_domain() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::DomainUnknown, choose("shop.test", None));
}

fn refused_for_the_domain_of_another() {
    let world = with_domain("shop.test");
    world.refused(&world.bravo, Outcome::NotSponsor, choose("shop.test", None));
}

fn refused_under_a_status() {
    let world = with_domain("shop.test");
    set(&world, "shop.test", Status::ClientUpdateProhibited);
    world.refused(&world.alpha, Outcome::StatusProhibits, choose("shop.test", None));
    let pending = super::asked_for("shop.test");
    pending.refused(&pending.alpha, Outcome::PendingTransferProhibits, choose("shop.test", None));
}
