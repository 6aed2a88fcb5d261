use engine::{
    Actor, Outcome,
    model::{
        CompanyNumber, DataFault, DataQualityStage, Email, Event, Handshake, RegistrantType, RegistrarTag,
        Status,
    },
    ops::{
        contact::{self, Amend, Fork, SetRegistrant},
        data_quality::{Commence, Info, Validate},
        domain,
        domain::{Release, Released},
        due::Deed,
        tag,
    },
};

use super::{held, hold, typed, world};
use crate::fixture::{World, create_contact, handle, line, name, person};

cases! {
    wrong_data_lead_to_the_end
    corrected_data_end_it
    corrected_data_bring_the_domains_back
    what_is_not_corrected_stays_disputed
    validation_finds_what_is_wrong
    a_copy_is_disputed_too
    what_is_held_up_is_not_cancelled
    a_registrant_without_domains_has_nothing_to_lose
    refused_for_what_is_not_there
    a_registrant_without_domains_is_removed
    a_registrant_in_use_stays
    the_registry_amends_what_a_registrant_says
    amendments_are_refused
    a_registrar_keeps_its_own_registrant
    persons_stand_without_gaps
}

fn dispute(fault: DataFault) -> Commence {
    Commence { handle: handle("JANE"), fault, reason: "letters come back".to_owned() }
}

fn commence(world: &World, fault: DataFault) {
    world.done(&Actor::server(), Outcome::DataQualityCommenced, dispute(fault));
}

fn validate(world: &World) {
    world.done(&world.alpha, Outcome::DataValidated, Validate { handle: handle("JANE") });
}

/// JANE moves to another street.
fn move_house(world: &World) {
    let mut details = person();
    for postal in &mut details.postal {
        postal.street = vec![line("Another Street 5")];
    }
    let amend = Amend { handle: handle("JANE"), details, by: Email::parse("jane@example.test").unwrap() };
    world.done(&Actor::server(), Outcome::RegistrantAmended, amend);
}

fn is_disputed(world: &World) -> bool {
    world.found(&world.alpha, Outcome::DataQualityFound, Info { handle: handle("JANE") }).is_some()
}

fn is_out(world: &World) -> bool {
    world.view("shop.tags.test").domain.statuses.has(Status::ServerHold)
}

fn stages(events: &[Event]) -> Vec<DataQualityStage> {
    let stage = |event: &Event| match event {
        Event::DataQuality { stage, .. } => Some(*stage),
        _ => None,
    };
    events.iter().filter_map(stage).collect()
}

fn deeds(world: &World, days: i64) -> Vec<Deed> {
    world.advance_days(days).into_iter().map(|fired| fired.deed).collect()
}

fn wrong_data_lead_to_the_end() {
    let world = world();
    commence(&world, DataFault::Address);
    let view = world.found(&world.alpha, Outcome::DataQualityFound, Info { handle: handle("JANE") }).unwrap();
    assert_eq!(view.names, [name("shop.tags.test")]);
    let days = (view.process.suspends_at.millis() - world.now().millis()) / (24 * 60 * 60 * 1000);
    assert_eq!(days, 42, "thirty working days are six weeks");
    assert_eq!(deeds(&world, 41), []);
    assert_eq!(deeds(&world, 1), [Deed::RegistrantSuspended]);
    assert!(is_out(&world));
    assert_eq!(deeds(&world, 29), []);
    assert_eq!(deeds(&world, 1), [Deed::RegistrantCancelled]);
    assert!(world.view("shop.tags.test").domain.redemption.is_some(), "as the zone has it");
    assert!(!is_disputed(&world));
    let told = stages(&world.told(&world.alpha));
    let all = [DataQualityStage::Initial, DataQualityStage::Suspended, DataQualityStage::Cancelled];
    assert_eq!(told, all);
}

fn corrected_data_end_it() {
    let world = world();
    commence(&world, DataFault::Address);
    move_house(&world);
    validate(&world);
    assert!(!is_disputed(&world));
    assert_eq!(deeds(&world, 100), [], "reminders of before find nothing to do");
    let told = stages(&world.told(&world.alpha));
    assert_eq!(told, [DataQualityStage::Initial, DataQualityStage::Updated]);
}

fn corrected_data_bring_the_domains_back() {
    let world = world();
    commence(&world, DataFault::Address);
    world.advance_days(50);
    assert!(is_out(&world));
    move_house(&world);
    validate(&world);
    assert!(!is_out(&world));
    assert_eq!(deeds(&world, 50), []);
}

fn what_is_not_corrected_stays_disputed() {
    let world = world();
    commence(&world, DataFault::Holder);
    validate(&world);
    move_house(&world);
    validate(&world);
    assert!(is_disputed(&world), "another address is no other holder");
    let set = SetRegistrant {
        registrant_type: Some(RegistrantType::Ltd),
        company_number: Some(Some(CompanyNumber::parse("1234").unwrap())),
        ..SetRegistrant::of(handle("JANE"))
    };
    world.done(&world.alpha, Outcome::ContactUpdated, set);
    validate(&world);
    assert!(!is_disputed(&world));
}

fn validation_finds_what_is_wrong() {
    let world = world();
    validate(&world);
    assert!(!is_disputed(&world));
    let set =
        SetRegistrant { registrant_type: Some(RegistrantType::Plc), ..SetRegistrant::of(handle("JANE")) };
    world.done(&world.alpha, Outcome::ContactUpdated, set);
    validate(&world);
    assert!(is_disputed(&world), "a company without a number");

    let mut nameless = create_contact("NAMELESS");
    for postal in &mut nameless.details.postal {
        postal.organisation = Some(line("4711"));
    }
    let mut streetless = create_contact("STREETLESS");
    for postal in &mut streetless.details.postal {
        postal.street = vec![line("12")];
    }
    for create in [nameless, streetless] {
        let handle = create.handle.clone().unwrap();
        world.done(&world.alpha, Outcome::ContactCreated, create);
        world.done(&world.alpha, Outcome::DataValidated, Validate { handle: handle.clone() });
        assert!(world.found(&world.alpha, Outcome::DataQualityFound, Info { handle }).is_some());
    }
}

fn a_copy_is_disputed_too() {
    let world = world();
    hold(&world, &world.alpha, "other.tags.test", "JANE");
    commence(&world, DataFault::Address);
    let names = vec![name("other.tags.test")];
    let fork = Fork { registrant: None, handle: Some(handle("FORKED")), names };
    world.done(&world.alpha, Outcome::ContactForked, fork);
    let info = Info { handle: handle("FORKED") };
    assert!(world.found(&world.alpha, Outcome::DataQualityFound, info).is_some());
    assert_eq!(deeds(&world, 42), [Deed::RegistrantSuspended, Deed::RegistrantSuspended]);
}

fn what_is_held_up_is_not_cancelled() {
    let world = world();
    commence(&world, DataFault::Address);
    world.set_by_server("shop.tags.test", Status::ServerDeleteProhibited);
    assert_eq!(deeds(&world, 72), [Deed::RegistrantSuspended, Deed::RegistrantCancelled]);
    assert!(is_out(&world));
}

fn a_registrant_without_domains_has_nothing_to_lose() {
    let world = world();
    commence(&world, DataFault::Address);
    world.done(&world.alpha, Outcome::DomainDeleted, domain::Delete { name: name("shop.tags.test") });
    world.set_on_contact("JANE", Status::ServerDeleteProhibited);
    assert_eq!(deeds(&world, 100), []);
    assert!(!is_disputed(&world));
}

fn refused_for_what_is_not_there() {
    let world = world();
    let nobody = || handle("NOBODY");
    let commence_nobody = Commence { handle: nobody(), ..dispute(DataFault::Address) };
    world.refused(&Actor::server(), Outcome::ContactUnknown, commence_nobody);
    world.refused(&world.alpha, Outcome::ContactUnknown, Validate { handle: nobody() });
    world.refused(&world.bravo, Outcome::NotSponsor, Validate { handle: handle("JANE") });
    world.denied(&world.alpha, Outcome::ContactUnknown, Info { handle: nobody() });
    world.denied(&world.bravo, Outcome::NotSponsor, Info { handle: handle("JANE") });
    commence(&world, DataFault::Address);
    world.refused(&Actor::server(), Outcome::DataQualityCommencedAlready, dispute(DataFault::Holder));
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
