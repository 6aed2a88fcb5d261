use engine::{
    Actor, Outcome,
    model::{Handshake, RegistrarTag, Status},
    ops::{
        contact, domain,
        domain::{Release, Released},
        due::Deed,
        handshake::{Accept, Reject},
        tag,
    },
};

use super::{hold, world};
use crate::fixture::{World, handle, name, read};

cases! {
    tags_are_listed
    refused_to_set_the_tag_of_nobody
    success_moves_a_domain_with_its_registrant
    success_copies_the_registrant_of_other_domains
    success_moves_a_registrant_with_all_its_domains
    success_with_a_registrant_of_the_other
    success_leaves_a_domain_without_a_registrar
    success_waits_for_a_handshake_and_is_accepted
    success_waits_for_a_handshake_and_is_rejected
    silence_is_a_refusal
    refused_for_what_is_not_there
    refused_for_a_tag_that_cannot_be_had
    refused_under_a_lock_and_in_a_rest
    refused_while_it_waits
    refused_for_a_registrant_of_nobody
    refused_for_a_case_of_nobody
}

fn release(domain: &str, tag: &str) -> Release {
    Release { what: Released::Domain(name(domain)), tag: tag.to_owned(), registrant: None }
}

fn ask_first(world: &World, handshake: Handshake) {
    let tag = RegistrarTag { handshake, barred: false };
    let set = tag::Set { clid: world.bravo.account.clid.clone(), tag };
    world.done(&world.alpha, Outcome::TagSet, set);
}

fn sponsor(world: &World, domain: &str) -> String {
    world.view(domain).sponsor.to_string()
}

/// The number of the only case, as the gaining registrar reads it.
fn case(world: &World, actor: &Actor) -> String {
    let id = actor.id();
    let queue = read(&world.engine, move |store| store.queue(id)).unwrap();
    match queue.head.event {
        engine::model::Event::ReleaseAsked { case, .. } => case,
        other => panic!("{other:?}"),
    }
}

fn tags_are_listed() {
    let world = world();
    ask_first(&world, Handshake::Always);
    let tags = world.found(&world.alpha, Outcome::TagsListed, tag::List);
    let seen: Vec<_> = tags.iter().map(|tag| (tag.tag.as_str(), tag.handshake)).collect();
    let expected = [("ALPHA", Handshake::Never), ("BRAVO", Handshake::Always), ("CHARLIE", Handshake::Never)];
    assert_eq!(seen, expected);
}

fn refused_to_set_the_tag_of_nobody() {
    let world = world();
    let clid = engine::model::Clid::parse("NOBODY").unwrap();
    let set = tag::Set { clid, tag: RegistrarTag::default() };
    world.refused(&world.alpha, Outcome::AccountUnknown, set);
}

fn success_moves_a_domain_with_its_registrant() {
    let world = world();
    world.done(&world.alpha, Outcome::DomainReleased, release("shop.tags.test", "BRAVO"));
    let view = world.view("shop.tags.test");
    assert_eq!((view.sponsor.as_str(), view.registrant().unwrap().as_str()), ("BRAVO", "JANE"));
    assert_eq!((world.waiting(&world.alpha), world.waiting(&world.bravo)), (1, 1));
    let info = contact::Info { handle: handle("JANE"), zone: None, proof: None };
    world.found(&world.bravo, Outcome::ContactFound, info);
}

fn success_copies_the_registrant_of_other_domains() {
    let world = world();
    hold(&world, &world.alpha, "other.tags.test", "JANE");
    world.done(&world.alpha, Outcome::DomainReleased, release("shop.tags.test", "BRAVO"));
    assert_eq!(sponsor(&world, "shop.tags.test"), "BRAVO");
    assert_ne!(world.view("shop.tags.test").registrant().unwrap().as_str(), "JANE");
    assert_eq!(world.view("other.tags.test").registrant().unwrap().as_str(), "JANE");
}

fn success_moves_a_registrant_with_all_its_domains() {
    let world = world();
    hold(&world, &world.alpha, "other.tags.test", "JANE");
    let what = Released::Registrant(handle("JANE"));
    let all = Release { what, ..release("shop.tags.test", "BRAVO") };
    world.done(&world.alpha, Outcome::DomainReleased, all);
    for domain in ["shop.tags.test", "other.tags.test"] {
        assert_eq!(sponsor(&world, domain), "BRAVO");
    }
}

fn success_with_a_registrant_of_the_other() {
    let world = world();
    world.enrol(&world.bravo, "BOB");
    ask_first(&world, Handshake::WithoutRegistrant);
    let info = contact::Info { handle: handle("BOB"), zone: None, proof: None };
    let bob = world.found(&world.bravo, Outcome::ContactFound, info).contact.id;
    let named = Release { registrant: Some(bob), ..release("shop.tags.test", "BRAVO") };
    world.done(&world.alpha, Outcome::DomainReleased, named);
    assert_eq!(world.view("shop.tags.test").registrant().unwrap().as_str(), "BOB");
}

fn success_leaves_a_domain_without_a_registrar() {
    let world = world();
    hold(&world, &world.alpha, "other.tags.test", "JANE");
    for domain in ["shop.tags.test", "other.tags.test"] {
        world.done(&world.alpha, Outcome::DomainReleased, release(domain, "DETAGGED"));
        assert_eq!(sponsor(&world, domain), "DETAGGED");
    }
    world.refused(&world.alpha, Outcome::NotSponsor, release("shop.tags.test", "BRAVO"));
    let nobody =
        read(&world.engine, |store| store.account_by_clid(&engine::model::Clid::parse("DETAGGED").unwrap()));
    let nobody = Actor::new(nobody.unwrap());
    world.done(&nobody, Outcome::DomainReleased, release("shop.tags.test", "BRAVO"));
    assert_eq!(sponsor(&world, "shop.tags.test"), "BRAVO");
}

fn success_waits_for_a_handshake_and_is_accepted() {
    let world = world();
    ask_first(&world, Handshake::Always);
    world.done(&world.alpha, Outcome::ReleaseWaits, release("shop.tags.test", "BRAVO"));
    assert_eq!(sponsor(&world, "shop.tags.test"), "ALPHA");
    let accept = Accept { case: case(&world, &world.bravo), registrant: None };
    let answered = world.done(&world.bravo, Outcome::HandshakeAccepted, accept);
    assert_eq!(answered.names, [name("shop.tags.test")]);
    assert_eq!(sponsor(&world, "shop.tags.test"), "BRAVO");
    // It asked for it itself, so it needs no second notice.
    assert_eq!((world.waiting(&world.alpha), world.waiting(&world.bravo)), (1, 1));
}

fn success_waits_for_a_handshake_and_is_rejected() {
    let world = world();
    ask_first(&world, Handshake::Always);
    world.done(&world.alpha, Outcome::ReleaseWaits, release("shop.tags.test", "BRAVO"));
    let reject = Reject { case: case(&world, &world.bravo) };
    world.done(&world.bravo, Outcome::HandshakeRejected, reject);
    assert_eq!(sponsor(&world, "shop.tags.test"), "ALPHA");
    assert_eq!(world.waiting(&world.alpha), 1);
}

fn silence_is_a_refusal() {
    let world = world();
    ask_first(&world, Handshake::Always);
    world.done(&world.alpha, Outcome::ReleaseWaits, release("shop.tags.test", "BRAVO"));
    assert!(world.advance_days(4).is_empty());
    let fired = world.advance_days(1);
    assert_eq!(fired.iter().map(|fired| fired.deed).collect::<Vec<_>>(), [Deed::HandshakeLapsed]);
    world.done(&world.alpha, Outcome::ReleaseWaits, release("shop.tags.test", "BRAVO"));
}

fn refused_for_what_is_not_there() {
    let world = world();
    world.refused(&world.alpha, Outcome::DomainUnknown, release("free.tags.test", "BRAVO"));
    world.refused(&world.bravo, Outcome::NotSponsor, release("shop.tags.test", "BRAVO"));
    let what = Released::Registrant(handle("NOBODY"));
    world.refused(
        &world.alpha,
        Outcome::ContactUnknown,
        Release { what, ..release("shop.tags.test", "BRAVO") },
    );
}

fn refused_for_a_tag_that_cannot_be_had() {
    let world = world();
    let refused = |outcome, tag| world.refused(&world.alpha, outcome, release("shop.tags.test", tag));
    refused(Outcome::TagReserved, "REGISTRY");
    refused(Outcome::TagUnknown, "NOBODY");
    refused(Outcome::TagIsOwn, "ALPHA");
    ask_first(&world, Handshake::Decline);
    refused(Outcome::TagDeclines, "BRAVO");
    let tag = RegistrarTag { handshake: Handshake::Never, barred: true };
    let set = tag::Set { clid: world.bravo.account.clid.clone(), tag };
    world.done(&world.alpha, Outcome::TagSet, set);
    refused(Outcome::TagBarred, "BRAVO");
}

fn refused_under_a_lock_and_in_a_rest() {
    let world = world();
    world.set_by_server("shop.tags.test", Status::ServerTransferProhibited);
    world.refused(&world.alpha, Outcome::StatusProhibits, release("shop.tags.test", "BRAVO"));
    hold(&world, &world.alpha, "shop.resting.test", "JANE");
    world.refused(&world.alpha, Outcome::ZoneAsleep, release("shop.resting.test", "BRAVO"));
}

fn refused_while_it_waits() {
    let world = world();
    ask_first(&world, Handshake::Always);
    world.done(&world.alpha, Outcome::ReleaseWaits, release("shop.tags.test", "BRAVO"));
    world.refused(&world.alpha, Outcome::ReleaseWaitsAlready, release("shop.tags.test", "BRAVO"));
}

fn refused_for_a_registrant_of_nobody() {
    let world = world();
    let registrant = Some(engine::model::ContactId(1));
    let named = Release { registrant, ..release("shop.tags.test", "BRAVO") };
    world.refused(&world.alpha, Outcome::DomainContactUnknown, named);
    ask_first(&world, Handshake::Always);
    world.done(&world.alpha, Outcome::ReleaseWaits, release("shop.tags.test", "BRAVO"));
    let accept = Accept { case: case(&world, &world.bravo), registrant: Some(handle("JANE")) };
    world.refused(&world.bravo, Outcome::DomainContactUnknown, accept);
}

fn refused_for_a_case_of_nobody() {
    let world = world();
    for case in ["", "no number", "1"] {
        let (case, registrant) = (case.to_owned(), None);
        world.refused(&world.bravo, Outcome::CaseUnknown, Accept { case: case.clone(), registrant });
        world.refused(&world.bravo, Outcome::CaseUnknown, Reject { case });
    }
    let info = domain::Info { name: name("shop.tags.test"), proof: None };
    world.found(&world.alpha, Outcome::DomainFound, info);
}
