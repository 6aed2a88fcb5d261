use engine::{
    Actor, Outcome,
    model::{DataFault, Email, Event, Handshake, RegistrarTag, Status},
    ops::{
        data_quality::Commence,
        domain::PassOn,
        due::Deed,
        handshake::{Accept, Reject},
        tag,
    },
};

use super::{hold, world};
use crate::fixture::{World, create_domain, handle, name, outcomes, read};

cases! {
    domains_pass_to_a_registrant_of_the_same_registrar
    domains_pass_to_a_registrant_of_another
    the_other_registrar_may_agree
    the_other_registrar_may_disagree
    a_domain_out_of_the_dns_comes_back
    refused_for_what_does_not_fit
    refused_by_a_registrar_that_takes_nothing
}

fn pass(names: &[&str], to: &str) -> PassOn {
    let names = names.iter().map(|text| name(text)).collect();
    PassOn { names, to: handle(to), by: Email::parse("jane@example.test").unwrap() }
}

fn ask(world: &World, handshake: Handshake) {
    let tag = RegistrarTag { handshake, barred: false };
    let set = tag::Set { clid: world.bravo.account.clid.clone(), tag };
    world.done(&world.alpha, Outcome::TagSet, set);
}

fn holds(world: &World, domain: &str) -> (String, String) {
    let view = world.view(domain);
    (view.sponsor.to_string(), view.registrant().unwrap().to_string())
}

fn case(world: &World) -> String {
    let id = world.bravo.id();
    match read(&world.engine, move |store| store.queue(id)).unwrap().head.event {
        Event::PassingAsked { case, names, .. } => {
            assert_eq!(names, ["shop.tags.test"]);
            case
        }
        other => panic!("{other:?}"),
    }
}

fn domains_pass_to_a_registrant_of_the_same_registrar() {
    let world = world();
    world.enrol(&world.alpha, "JOHN");
    world.done(&Actor::server(), Outcome::DomainsPassed, pass(&["shop.tags.test"], "JOHN"));
    assert_eq!(holds(&world, "shop.tags.test"), ("ALPHA".to_owned(), "JOHN".to_owned()));
    let told = world.told(&world.alpha);
    let [Event::DomainsPassed { case: None, by, from, names, registrant, .. }] = told.as_slice() else {
        panic!("{told:?}");
    };
    assert_eq!(
        (by.as_str(), from.as_str(), registrant.handle.as_str()),
        ("jane@example.test", "JANE", "JOHN")
    );
    assert_eq!(names, &["shop.tags.test"]);
    assert_eq!(registrant.sponsor.as_deref(), Some("ALPHA"));
}

fn domains_pass_to_a_registrant_of_another() {
    let world = world();
    world.enrol(&world.bravo, "BOB");
    world.done(&Actor::server(), Outcome::DomainsPassed, pass(&["shop.tags.test"], "BOB"));
    assert_eq!(holds(&world, "shop.tags.test"), ("BRAVO".to_owned(), "BOB".to_owned()));
    assert_eq!((world.waiting(&world.alpha), world.waiting(&world.bravo)), (1, 1));
}

fn the_other_registrar_may_agree() {
    let world = world();
    world.enrol(&world.bravo, "BOB");
    ask(&world, Handshake::Always);
    world.done(&Actor::server(), Outcome::PassingWaits, pass(&["shop.tags.test"], "BOB"));
    assert_eq!(holds(&world, "shop.tags.test").0, "ALPHA");
    world.refused(&Actor::server(), Outcome::ReleaseWaitsAlready, pass(&["shop.tags.test"], "BOB"));
    let accept = Accept { case: case(&world), registrant: Some(handle("JANE")) };
    let done = world.command(&world.bravo, accept).unwrap();
    let warned: Vec<_> = done.warnings.iter().map(|warning| warning.outcome).collect();
    assert_eq!(warned, [Outcome::CaseRegistrantIgnored], "it is settled who holds them");
    assert_eq!(holds(&world, "shop.tags.test"), ("BRAVO".to_owned(), "BOB".to_owned()));
    assert_eq!((world.waiting(&world.alpha), world.waiting(&world.bravo)), (1, 2));
}

fn the_other_registrar_may_disagree() {
    let world = world();
    world.enrol(&world.bravo, "BOB");
    ask(&world, Handshake::Always);
    world.done(&Actor::server(), Outcome::PassingWaits, pass(&["shop.tags.test"], "BOB"));
    world.done(&world.bravo, Outcome::HandshakeRejected, Reject { case: case(&world) });
    assert_eq!(world.waiting(&world.alpha), 0, "it wanted nothing");
    world.done(&Actor::server(), Outcome::PassingWaits, pass(&["shop.tags.test"], "BOB"));
    let deeds: Vec<_> = world.advance_days(5).into_iter().map(|fired| fired.deed).collect();
    assert_eq!(deeds, [Deed::HandshakeLapsed]);
    assert_eq!(holds(&world, "shop.tags.test"), ("ALPHA".to_owned(), "JANE".to_owned()));
}

fn a_domain_out_of_the_dns_comes_back() {
    let world = world();
    world.enrol(&world.alpha, "JOHN");
    let dispute =
        Commence { handle: handle("JANE"), fault: DataFault::Holder, reason: "dissolved".to_owned() };
    world.done(&Actor::server(), Outcome::DataQualityCommenced, dispute);
    world.advance_days(60);
    assert!(world.view("shop.tags.test").domain.statuses.has(Status::ServerHold));
    world.done(&Actor::server(), Outcome::DomainsPassed, pass(&["shop.tags.test"], "JOHN"));
    assert!(!world.view("shop.tags.test").domain.statuses.has(Status::ServerHold));
}

fn refused_for_what_does_not_fit() {
    let world = world();
    let refused = |outcome, pass| world.refused(&Actor::server(), outcome, pass);
    refused(Outcome::DomainNameMissing, pass(&[], "JANE"));
    refused(Outcome::DomainUnknown, pass(&["free.tags.test"], "JANE"));
    let missing =
        refused(Outcome::DomainUnknown, pass(&["a.tags.test", "shop.tags.test", "b.tags.test"], "JANE"));
    assert_eq!(outcomes(&missing), [Outcome::DomainUnknown; 2], "each is told");
    refused(Outcome::ContactUnknown, pass(&["shop.tags.test"], "NOBODY"));
    world.enrol(&world.alpha, "JOHN");
    hold(&world, &world.alpha, "johns.tags.test", "JOHN");
    refused(Outcome::ContactNamesDiffer, pass(&["shop.tags.test", "johns.tags.test"], "JOHN"));
    world.done(&world.alpha, Outcome::DomainCreated, create_domain("plain.counted.test"));
    refused(Outcome::ContactNamesDiffer, pass(&["plain.counted.test"], "JOHN"));
}

fn refused_by_a_registrar_that_takes_nothing() {
    let world = world();
    world.enrol(&world.bravo, "BOB");
    ask(&world, Handshake::Decline);
    world.refused(&Actor::server(), Outcome::TagDeclines, pass(&["shop.tags.test"], "BOB"));
}
