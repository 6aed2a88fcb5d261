use engine::{
    Actor, Outcome,
    model::{CompanyNumber, DataFault, DataQualityStage, Event, RegistrantType, Status},
    ops::{
        contact::{Fork, SetRegistrant},
        data_quality::{Commence, Info, Validate},
        domain,
        due::Deed,
    },
};

use super::{hold, move_house, world};
use crate::fixture::{World, create_contact, handle, line, name};

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
