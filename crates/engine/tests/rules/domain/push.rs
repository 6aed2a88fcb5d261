use engine::{
    Outcome,
    model::{Clid, Event, Realm, RenewalMode, Status, TransferState},
    ops::domain::{Push, Receiver, SetRenewalMode, TransferLog},
};

use super::{asked_for, set, with_domain};
use crate::fixture::{World, name, read};

cases! {
    success_moves_the_domain_at_once
    success_takes_the_hosts_along
    success_forgets_what_the_sponsor_chose
    success_though_the_sponsor_locked_it
    success_tells_the_receiver
    success_is_on_record
    refused_for_an_unknown_domain
    refused_for_the_domain_of_another
    refused_for_a_receiver_that_is_none
    refused_to_oneself
    refused_under_a_status
}

fn push(domain: &str, to: &str) -> Push {
    Push { name: name(domain), to: Receiver::Clid(Clid::parse(to).unwrap()) }
}

fn success_moves_the_domain_at_once() {
    let world = with_domain("shop.test");
    let before = (world.view("shop.test").domain.expires_at, world.balance(&world.alpha));
    let answer = world.done(&world.alpha, Outcome::DomainPushed, push("shop.test", "BRAVO"));
    assert_eq!(answer.transfer.state, TransferState::ClientApproved);
    let view = world.view("shop.test");
    let domain = view.domain;
    assert_eq!((domain.sponsor, domain.transferred_at), (world.bravo.id(), Some(world.now())));
    assert_eq!((domain.authinfo.is_none(), view.rgp.len()), (true, 0));
    assert_eq!((domain.expires_at, world.balance(&world.alpha)), before);
    world.done(&world.bravo, Outcome::DomainPushed, push("shop.test", "ALPHA"));
}

fn success_takes_the_hosts_along() {
    let world = with_domain("shop.test");
    world.add_host(&world.alpha, "ns1.shop.test", &["192.0.2.1"]);
    world.done(&world.alpha, Outcome::DomainPushed, push("shop.test", "BRAVO"));
    let host = name("ns1.shop.test");
    let host = read(&world.engine, move |store| store.host(&host)).unwrap();
    assert_eq!(host.sponsor, world.bravo.id());
}

fn success_forgets_what_the_sponsor_chose() {
    let world = with_domain("shop.test");
    let explicit = SetRenewalMode { name: name("shop.test"), mode: Some(RenewalMode::Explicit) };
    world.done(&world.alpha, Outcome::DomainRenewalSet, explicit);
    world.done(&world.alpha, Outcome::DomainPushed, push("shop.test", "BRAVO"));
    assert_eq!(world.view("shop.test").domain.renewal, None);
}

fn success_though_the_sponsor_locked_it() {
    let world = with_domain("shop.test");
    set(&world, "shop.test", Status::ClientTransferProhibited);
    world.done(&world.alpha, Outcome::DomainPushed, push("shop.test", "BRAVO"));
}

fn success_tells_the_receiver() {
    let world = with_domain("shop.test");
    world.done(&world.alpha, Outcome::DomainPushed, push("shop.test", "BRAVO"));
    assert!(matches!(&world.told(&world.bravo)[..], [Event::DomainTransfer { .. }]));
    assert_eq!(world.told(&world.alpha), []);
}

fn success_is_on_record() {
    let world = with_domain("shop.test");
    world.done(&world.alpha, Outcome::DomainPushed, push("shop.test", "BRAVO"));
    world.done(&world.bravo, Outcome::DomainPushed, push("shop.test", "CHARLIE"));
    let log = TransferLog { name: name("shop.test") };
    let log = world.found(&world.charlie, Outcome::TransfersListed, log);
    let ways: Vec<_> = log.iter().map(|past| (past.losing.as_str(), past.gaining.as_str())).collect();
    assert_eq!(ways, [("ALPHA", "BRAVO"), ("BRAVO", "CHARLIE")]);
}

fn refused_for_an_unknown_domain() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::DomainUnknown, push("shop.test", "BRAVO"));
}

fn refused_for_the_domain_of_another() {
    let world = with_domain("shop.test");
    world.refused(&world.bravo, Outcome::NotSponsor, push("shop.test", "CHARLIE"));
}

fn refused_for_a_receiver_that_is_none() {
    let world = with_domain("shop.test");
    world.refused(&world.alpha, Outcome::ReceiverUnknown, push("shop.test", "NOBODY"));
    let by_login = Push { to: Receiver::Login(Realm::Enom, "nobody".into()), ..push("shop.test", "BRAVO") };
    world.refused(&world.alpha, Outcome::ReceiverUnknown, by_login);
}

fn refused_to_oneself() {
    let world = with_domain("shop.test");
    world.refused(&world.alpha, Outcome::AlreadySponsor, push("shop.test", "ALPHA"));
}

fn refused_under_a_status() {
    let world = asked_for("shop.test");
    world.refused(&world.alpha, Outcome::PendingTransferProhibits, push("shop.test", "BRAVO"));
    let world = with_domain("shop.test");
    world.set_by_server("shop.test", Status::ServerTransferProhibited);
    world.refused(&world.alpha, Outcome::StatusProhibits, push("shop.test", "BRAVO"));
}
