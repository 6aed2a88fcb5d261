//! Looking at services.

use engine::{
    FaultKind, Outcome,
    ops::{
        account::SetBilling,
        protection::{AnswerInvitation, Info, Invite, List},
    },
    ports::Port,
};

use super::{bill, billing, forget, order, protect};
use crate::fixture::{World, name};

cases! {
    its_account_and_those_who_share_it_see_it
    one_that_is_being_set_up_is_shown_without_the_network
    the_network_has_to_know_it
}

fn info(text: &str) -> Info {
    Info { name: name(text) }
}

fn its_account_and_those_who_share_it_see_it() {
    let world = World::new();
    let protection = protect(&world, "shop.test");
    let view = world.found(&world.alpha, Outcome::ProtectionFound, info("shop.test"));
    assert_eq!((view.protection.id, view.owner.as_str()), (protection.id, "ALPHA"));
    world.denied(&world.bravo, Outcome::ProtectionUnknown, info("shop.test"));
    world.denied(&world.alpha, Outcome::ProtectionUnknown, info("other.test"));

    let invite = Invite { name: name("shop.test"), guest: world.bravo.account.clid.clone() };
    world.done(&world.alpha, Outcome::InvitationSent, invite);
    world.denied(&world.bravo, Outcome::ProtectionUnknown, info("shop.test"));
    assert!(world.found(&world.bravo, Outcome::ProtectionsListed, List).is_empty());
    let accept = AnswerInvitation { name: name("shop.test"), accept: true };
    world.done(&world.bravo, Outcome::InvitationAnswered, accept);
    let view = world.found(&world.bravo, Outcome::ProtectionFound, info("shop.test"));
    assert_eq!(view.owner.as_str(), "ALPHA");
    for actor in [&world.alpha, &world.bravo] {
        let listed = world.found(actor, Outcome::ProtectionsListed, List);
        assert_eq!(listed.iter().map(|found| found.id).collect::<Vec<_>>(), [protection.id]);
    }
}

fn one_that_is_being_set_up_is_shown_without_the_network() {
    let world = World::new();
    world.done(&world.alpha, Outcome::ProtectionRequested, order("shop.test"));
    world.found(&world.alpha, Outcome::ProtectionFound, info("shop.test"));
}

fn the_network_has_to_know_it() {
    let world = World::new();
    protect(&world, "shop.test");
    world.trouble.network(FaultKind::Unavailable(Port::Protection));
    let (reply, end) = std::sync::mpsc::channel();
    let request = crate::fixture::request(&world.engine, &world.alpha);
    world.engine.query(request, info("shop.test"), move |end| reply.send(end).unwrap());
    let Err(engine::Failure::Fault(fault)) = end.recv().unwrap() else { panic!("a fault was expected") };
    assert_eq!(fault.outcome(), Outcome::ProtectionUnavailable);
    forget(&world, "shop.test");
    world.denied(&world.alpha, Outcome::NetworkRecordMissing, info("shop.test"));
    bill(&world, SetBilling { customer: Some(None), ..billing(&world) });
    world.denied(&world.alpha, Outcome::CustomerMissing, info("shop.test"));
}
