use engine::{
    Outcome,
    model::{Event, Status, TransferState},
    ops::{nsset::Transfer, poll},
};

use super::{authinfo, delegate, view, world};
use crate::fixture::{World, name, nsset_name};

cases! {
    success_is_at_once_and_voids_the_authinfo
    success_notifies_the_losing_sponsor
    refused_outside_the_zones_and_without_sets
    refused_where_sets_stay
    refused_for_an_unknown_set
    refused_for_ones_own
    refused_without_and_with_a_wrong_authinfo
    refused_after_ten_wrong_authinfos
    refused_under_a_status
}

fn transfer(presented: &str) -> Transfer {
    Transfer { zone: name("sets.test"), name: nsset_name("SET"), proof: authinfo(presented) }
}

fn success_is_at_once_and_voids_the_authinfo() {
    let world = world();
    delegate(&world, &world.alpha, "shop.sets.test", "SET");
    let answer = world.done(&world.bravo, Outcome::TransferCompleted, transfer("Nsset-go-7"));
    assert_eq!((answer.name.as_str(), answer.transfer.state), ("SET", TransferState::ServerApproved));
    let nsset = view(&world, "SET").nsset;
    assert_eq!((nsset.sponsor, nsset.transferred_at), (world.bravo.id(), Some(world.now())));
    assert_eq!(nsset.authinfo, None);
    assert_eq!(super::set_of(&world, "shop.sets.test"), Some(nsset_name("SET")), "the domain stays");
    world.refused(&world.alpha, Outcome::AuthinfoWrong, transfer("Nsset-go-7"));
}

fn success_notifies_the_losing_sponsor() {
    let world = world();
    world.done(&world.bravo, Outcome::TransferCompleted, transfer("Nsset-go-7"));
    let queue = world.found(&world.alpha, Outcome::MessageWaiting, poll::Request::default()).unwrap();
    let event = &queue.head.event;
    assert!(matches!(event, Event::NssetTransfer { name, .. } if name == "SET"), "{event:?}");
    assert_eq!(
        event.sentence(),
        "Transfer of set of name servers SET from ALPHA to BRAVO was approved by the server"
    );
    assert_eq!((world.waiting(&world.alpha), world.waiting(&world.bravo)), (1, 0));
}

fn refused_outside_the_zones_and_without_sets() {
    let world = world();
    for (zone, outcome) in [("elsewhere", Outcome::ZoneUnknown), ("attr.test", Outcome::NssetsUnsupported)] {
        world.refused(&world.bravo, outcome, Transfer { zone: name(zone), ..transfer("Nsset-go-7") });
    }
}

fn refused_where_sets_stay() {
    let world = world();
    let stays = Transfer { zone: name("made.test"), ..transfer("Nsset-go-7") };
    world.refused(&world.bravo, Outcome::NssetTransferRefused, stays);
}

fn refused_for_an_unknown_set() {
    let world = World::new();
    world.refused(&world.bravo, Outcome::NssetUnknown, transfer("Nsset-go-7"));
}

fn refused_for_ones_own() {
    let world = world();
    world.refused(&world.alpha, Outcome::AlreadySponsor, transfer("Nsset-go-7"));
}

fn refused_without_and_with_a_wrong_authinfo() {
    let world = world();
    world.refused(&world.bravo, Outcome::AuthinfoMissing, transfer(""));
    world.refused(&world.bravo, Outcome::AuthinfoWrong, transfer("guess"));
}

fn refused_after_ten_wrong_authinfos() {
    let world = world();
    for guess in 0..10 {
        world.refused(&world.bravo, Outcome::AuthinfoWrong, transfer(&format!("guess-{guess}")));
    }
    world.refused(&world.bravo, Outcome::AuthinfoLocked, transfer("Nsset-go-7"));
}

fn refused_under_a_status() {
    let world = world();
    world.set_on_nsset("SET", Status::ServerTransferProhibited);
    world.refused(&world.bravo, Outcome::StatusProhibits, transfer("Nsset-go-7"));
}
