use engine::{
    Outcome,
    model::{Event, Status, TransferState},
    ops::{
        domain::{Create, RgpState, TransferApprove},
        poll,
    },
};

use super::{asked_for, statuses, with_domain};
use crate::fixture::{World, create_domain, day, handle, name, read, transfer_of};

cases! {
    success_gives_the_domain_away
    success_takes_the_hosts_along_and_leaves_the_contacts
    success_keeps_the_statuses_of_the_losing_sponsor
    success_notifies_the_gaining_sponsor
    success_counts_links_for_the_new_sponsor
    refused_for_an_unknown_domain
    refused_when_nothing_is_pending
    refused_for_all_but_the_losing_sponsor
    refused_for_the_state_before_the_party
}

fn approve(domain: &str) -> TransferApprove {
    TransferApprove { name: name(domain) }
}

fn success_gives_the_domain_away() {
    let world = asked_for("shop.test");
    world.pass_days(2);
    let (balance, left) = (world.balance(&world.bravo), world.left(&world.bravo));
    let answer = world.done(&world.alpha, Outcome::TransferApproved, approve("shop.test"));
    assert_eq!(answer.transfer.state, TransferState::ClientApproved);
    assert_eq!((answer.transfer.acts_at, answer.transfer.expires_at), (world.now(), Some(day("2029-03-01"))));
    let view = world.view("shop.test");
    let domain = view.domain;
    assert_eq!((domain.sponsor, domain.creator), (world.bravo.id(), world.alpha.id()));
    assert_eq!((domain.expires_at, domain.transferred_at), (day("2029-03-01"), Some(world.now())));
    assert_eq!(domain.authinfo, None);
    assert!(!domain.statuses.has(Status::PendingTransfer));
    assert_eq!(view.rgp, [RgpState::Transfer(world.now().plus_days(5))], "the add grace period is over");
    assert_eq!(world.balance(&world.bravo), balance - 900, "what was set aside is paid");
    assert_eq!(world.left(&world.bravo), left);
    world.refused(&world.charlie, Outcome::AuthinfoWrong, transfer_of("shop.test"));
}

fn success_takes_the_hosts_along_and_leaves_the_contacts() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    let contacts = vec![(engine::model::Role::Registrant, handle("JANE"))];
    world.done(&world.alpha, Outcome::DomainCreated, Create { contacts, ..create_domain("shop.test") });
    world.add_host(&world.alpha, "ns1.shop.test", &["192.0.2.1"]);
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of("shop.test"));
    world.done(&world.alpha, Outcome::TransferApproved, approve("shop.test"));
    let (host, contact) = (name("ns1.shop.test"), handle("JANE"));
    let (host, contact) = read(&world.engine, move |store| {
        Ok((store.host(&host)?.unwrap(), store.contact(&contact)?.unwrap()))
    });
    assert_eq!((host.sponsor, host.transferred_at), (world.bravo.id(), Some(world.now())));
    assert_eq!((contact.sponsor, contact.transferred_at), (world.alpha.id(), None));
    assert_eq!(world.view("shop.test").registrant(), Some(&handle("JANE")));
}

fn success_keeps_the_statuses_of_the_losing_sponsor() {
    let world = with_domain("shop.test");
    world.done(&world.alpha, Outcome::DomainUpdated, statuses("shop.test", &[Status::ClientHold], &[]));
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of("shop.test"));
    world.done(&world.alpha, Outcome::TransferApproved, approve("shop.test"));
    world.done(&world.bravo, Outcome::DomainUpdated, statuses("shop.test", &[], &[Status::ClientHold]));
}

fn success_notifies_the_gaining_sponsor() {
    let world = asked_for("shop.test");
    world.done(&world.alpha, Outcome::TransferApproved, approve("shop.test"));
    let queue = world.found(&world.bravo, Outcome::MessageWaiting, poll::Request::default()).unwrap();
    let Event::DomainTransfer { transfer, .. } = queue.head.event else { panic!("{queue:?}") };
    assert_eq!(transfer.state, TransferState::ClientApproved);
}

/// A host that only domains of its sponsor used is used by another's after the transfer.
fn success_counts_links_for_the_new_sponsor() {
    let world = World::new();
    world.add_host(&world.alpha, "ns1.example", &[]);
    let delegation = crate::fixture::hosts(&["ns1.example"]);
    world.done(&world.alpha, Outcome::DomainCreated, Create { delegation, ..create_domain("shop.test") });
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of("shop.test"));
    world.done(&world.alpha, Outcome::TransferApproved, approve("shop.test"));
    let rename = engine::ops::host::Update {
        rename: Some(name("ns2.example")),
        ..crate::fixture::host_update("ns1.example")
    };
    world.refused(&world.alpha, Outcome::HostLinkedBeyond, rename);
}

fn refused_for_an_unknown_domain() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::DomainUnknown, approve("shop.test"));
}

fn refused_when_nothing_is_pending() {
    let world = asked_for("shop.test");
    world.done(&world.alpha, Outcome::TransferApproved, approve("shop.test"));
    for actor in [&world.alpha, &world.bravo] {
        world.refused(actor, Outcome::TransferNotPending, approve("shop.test"));
    }
}

fn refused_for_all_but_the_losing_sponsor() {
    let world = asked_for("shop.test");
    for actor in [&world.bravo, &world.charlie] {
        world.refused(actor, Outcome::NotTransferParty, approve("shop.test"));
    }
}

fn refused_for_the_state_before_the_party() {
    let world = with_domain("shop.test");
    world.refused(&world.charlie, Outcome::TransferNotPending, approve("shop.test"));
}
