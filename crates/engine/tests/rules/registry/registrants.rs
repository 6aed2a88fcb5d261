use engine::{
    Actor, Outcome,
    model::{Email, Event, Handshake, RegistrantType, RegistrarTag, Status},
    ops::{
        contact::{self, Amend, SetRegistrant},
        domain,
        domain::{Release, Released},
        due::Deed,
        tag,
    },
};

use super::{held, hold, move_house, typed, world};
use crate::fixture::{World, handle, line, name, person};

cases! {
    a_registrant_without_domains_is_removed
    a_registrant_in_use_stays
    the_registry_amends_what_a_registrant_says
    amendments_are_refused
    a_registrar_keeps_its_own_registrant
    persons_stand_without_gaps
}

fn deeds(world: &World, days: i64) -> Vec<Deed> {
    world.advance_days(days).into_iter().map(|fired| fired.deed).collect()
}

fn a_registrant_without_domains_is_removed() {
    let world = world();
    world.done(&world.alpha, Outcome::DomainDeleted, domain::Delete { name: name("shop.tags.test") });
    assert_eq!(deeds(&world, 19), []);
    assert_eq!(deeds(&world, 1), [Deed::RegistrantRemoved]);
    let told = world.told(&world.alpha);
    assert!(
        matches!(told.as_slice(), [Event::RegistrantRemoved { handle, .. }] if handle == "JANE"),
        "{told:?}"
    );
    world.enrol(&world.alpha, "JANE");
}

fn a_registrant_in_use_stays() {
    let world = world();
    world.enrol(&world.alpha, "JOHN");
    hold(&world, &world.alpha, "johns.tags.test", "JOHN");
    let merge = contact::Merge { target: handle("JANE"), sources: vec![handle("JOHN")], names: Vec::new() };
    world.done(&world.alpha, Outcome::ContactsMerged, merge);
    world.pass_days(10);
    hold(&world, &world.alpha, "again.tags.test", "JOHN");
    assert_eq!(deeds(&world, 20), [], "it has a domain again");
    world.done(&world.alpha, Outcome::DomainDeleted, domain::Delete { name: name("again.tags.test") });
    world.set_on_contact("JOHN", Status::ServerDeleteProhibited);
    assert_eq!(deeds(&world, 30), [], "it is kept");
}

fn the_registry_amends_what_a_registrant_says() {
    let world = world();
    move_house(&world);
    let told = world.told(&world.alpha);
    let [Event::RegistrantChanged { registrant, changed }] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!(changed, &["contact_street"]);
    assert_eq!(registrant.updated.as_ref().unwrap().0, "jane@example.test");
    move_house(&world);
    assert_eq!(world.waiting(&world.alpha), 0, "nothing is new");
}

fn amendments_are_refused() {
    let world = world();
    let amend = |text: &str, change: fn(&mut engine::model::Details)| {
        let mut details = person();
        change(&mut details);
        Amend { handle: handle(text), details, by: Email::parse("jane@example.test").unwrap() }
    };
    let refused = |outcome, amend| world.refused(&Actor::server(), outcome, amend);
    refused(Outcome::ContactUnknown, amend("NOBODY", |_| {}));
    refused(Outcome::TextMissing, amend("JANE", |details| details.postal.clear()));
    refused(
        Outcome::PostalTwice,
        amend("JANE", |details| {
            let first = details.postal[0].clone();
            details.postal.push(first);
        }),
    );
    refused(
        Outcome::PostalNotAscii,
        amend("JANE", |details| {
            for postal in &mut details.postal {
                postal.city = line("Brno-střed");
            }
        }),
    );
}

fn a_registrar_keeps_its_own_registrant() {
    let world = World::new();
    let mut own = typed("OWN", RegistrantType::Ltd);
    for postal in &mut own.details.postal {
        postal.organisation = Some(line(&world.alpha.account.name));
    }
    world.done(&world.alpha, Outcome::ContactCreated, own);
    world.done(&world.alpha, Outcome::DomainCreated, held("own.tags.test", "OWN"));
    let release =
        Release { what: Released::Registrant(handle("OWN")), tag: "BRAVO".to_owned(), registrant: None };
    let done = world.command(&world.alpha, release.clone()).unwrap();
    assert_eq!(done.warnings.iter().map(|one| one.outcome).collect::<Vec<_>>(), [Outcome::RegistrantCopied]);
    let view = world.view("own.tags.test");
    assert_eq!(view.sponsor.as_str(), "BRAVO");
    assert_ne!(view.registrant().unwrap().as_str(), "OWN");
    let info = contact::Info { handle: handle("OWN"), zone: None, proof: None };
    world.found(&world.alpha, Outcome::ContactFound, info);

    world.done(&world.alpha, Outcome::DomainCreated, held("more.tags.test", "OWN"));
    let tag = RegistrarTag { handshake: Handshake::Always, barred: false };
    let set = tag::Set { clid: world.bravo.account.clid.clone(), tag };
    world.done(&world.alpha, Outcome::TagSet, set);
    world.done(&world.alpha, Outcome::ReleaseWaits, release);
}

fn persons_stand_without_gaps() {
    let world = world();
    for text in ["JOHN", "MARY"] {
        world.enrol(&world.alpha, text);
    }
    let persons = vec![("admin", 3, Some(handle("JOHN"))), ("billing", 2, Some(handle("MARY")))];
    let set = SetRegistrant { persons, ..SetRegistrant::of(handle("JANE")) };
    let done = world.command(&world.alpha, set).unwrap();
    let moved: Vec<_> = done.warnings.iter().map(|one| (one.outcome, one.value.clone().unwrap())).collect();
    assert_eq!(moved, [(Outcome::ContactMoved, "3".to_owned()), (Outcome::ContactMoved, "2".to_owned())]);
    let info = contact::Info { handle: handle("JANE"), zone: None, proof: None };
    let id = world.found(&world.alpha, Outcome::ContactFound, info).contact.id;
    let found = world.found(&world.alpha, Outcome::ContactFound, contact::Find { id });
    let places: Vec<_> = found.persons.iter().map(|(kind, place, _)| (kind.as_str(), *place)).collect();
    assert_eq!(places, [("admin", 2), ("billing", 1)]);
}
