use engine::{
    Outcome,
    model::{AbuseReport, Clid, RegistrantType},
    ops::{
        account::ReportAbuse,
        domain::{self, Available, Check, Claimant, CreateCancel, Right},
        due::Deed,
    },
};

use super::{held, hold, typed, world};
use crate::fixture::{World, create_domain, handle, name};

cases! {
    checks_are_counted
    registrations_of_taken_names_are_counted
    deletions_are_counted
    a_name_belongs_to_the_holder_of_another
    a_zone_is_for_one_type_of_registrant
    the_registry_decides_about_registrations
    a_registration_is_taken_back_before_the_registry_decides
    abuse_is_reported
}

fn checks_are_counted() {
    let world = World::new();
    let check = |count: usize| Check { names: vec![Ok(name("a.counted.test")); count], most: None };
    world.glance_refused(Outcome::UsageExceeded, check(3));
    world.glanced(Outcome::DomainsChecked, check(2));
    world.glance_refused(Outcome::UsageExceeded, check(1));
    let available = || Available { name: name("b.counted.test") };
    world.denied(&world.alpha, Outcome::UsageExceeded, available());
    world.pass_days(1);
    world.glanced(Outcome::DomainsChecked, check(1));
    world.found(&world.alpha, Outcome::DomainAvailable, available());
    world.glance_refused(Outcome::UsageExceeded, check(1));
}

fn registrations_of_taken_names_are_counted() {
    let world = World::new();
    world.register(&world.alpha, "a.counted.test");
    world.refused(&world.bravo, Outcome::DomainTaken, create_domain("a.counted.test"));
    world.refused(&world.bravo, Outcome::UsageExceeded, create_domain("b.counted.test"));
    world.register(&world.alpha, "b.counted.test");
}

fn deletions_are_counted() {
    let world = World::new();
    let names = ["a", "b", "c", "d"].map(|label| format!("{label}.counted.test"));
    names.iter().for_each(|name| world.register(&world.alpha, name));
    let delete = |at: usize| domain::Delete { name: name(&names[at]) };
    // Half of four, then half of three; one of two in any case.
    world.done(&world.alpha, Outcome::DomainDeleted, delete(0));
    world.refused(&world.alpha, Outcome::UsageExceeded, delete(1));
    let next = world.now().date().month_begin().midnight().plus_months(1);
    world.set_clock(next);
    world.done(&world.alpha, Outcome::DomainDeleted, delete(1));
    world.refused(&world.alpha, Outcome::UsageExceeded, delete(2));
}

fn a_name_belongs_to_the_holder_of_another() {
    let world = world();
    let mut other = typed("JOHN", RegistrantType::Ltd);
    other.details.email = engine::model::Email::parse("john@example.test").unwrap();
    world.done(&world.alpha, Outcome::ContactCreated, other);
    world.refused(&world.alpha, Outcome::RightMissing, held("shop.ltd.test", "JOHN"));
    let ask = |text: &str, claimant| Right { name: name(text), claimant };
    let right = |text, claimant| {
        let found = world.found(&world.alpha, Outcome::DomainsChecked, ask(text, claimant));
        found.map(|right| (right.of, right.is_foreign))
    };
    let (contact, person) = (|text| Some(Claimant::Contact(handle(text))), Claimant::Person);
    let of = |is_foreign| Some((name("shop.tags.test"), is_foreign));
    assert_eq!(right("shop.ltd.test", None), of(false));
    assert_eq!(right("shop.ltd.test", contact("JANE")), of(false));
    assert_eq!(right("shop.ltd.test", contact("JOHN")), of(true));
    let jane = person("Jane Doe".to_owned(), engine::model::Email::parse("Jane@example.test").unwrap());
    assert_eq!(right("shop.ltd.test", Some(jane)), of(false));
    assert_eq!(right("free.ltd.test", contact("JOHN")), None);
    world.denied(&world.alpha, Outcome::DomainContactUnknown, ask("shop.ltd.test", contact("NOBODY")));
    world.denied(&world.bravo, Outcome::DomainContactUnknown, ask("shop.ltd.test", contact("JANE")));
    hold(&world, &world.alpha, "shop.ltd.test", "JANE");
    world.denied(&world.alpha, Outcome::ZoneUnknown, ask("shop.example", None));
    world.denied(&world.alpha, Outcome::NameNotRegistrable, ask("www.shop.ltd.test", None));
}

fn a_zone_is_for_one_type_of_registrant() {
    let world = World::new();
    world.done(&world.alpha, Outcome::ContactCreated, typed("GOV", RegistrantType::Gov));
    world.refused(&world.alpha, Outcome::RegistrantTypeUnfit, held("office.ltd.test", "GOV"));
    world.enrol(&world.alpha, "JANE");
    let done = world.command(&world.alpha, held("jane.ltd.test", "JANE")).unwrap();
    assert!(done.warnings.iter().any(|warning| warning.outcome == Outcome::HolderTypeSet));
    let info = engine::ops::contact::Info { handle: handle("JANE"), zone: None, proof: None };
    let contact = world.found(&world.alpha, Outcome::ContactFound, info).contact;
    assert_eq!(contact.details.particulars.registrant_type, Some(RegistrantType::Ltd));
}

fn the_registry_decides_about_registrations() {
    let world = World::with_credit(2_000, 0);
    world.done(&world.alpha, Outcome::ContactCreated, typed("PLC", RegistrantType::Plc));
    world.done(&world.alpha, Outcome::ContactCreated, typed("GOV", RegistrantType::Gov));
    world.done(&world.alpha, Outcome::RegistrationReferred, held("good.ref.test", "PLC"));
    world.done(&world.alpha, Outcome::RegistrationReferred, held("bad.ref.test", "GOV"));
    let deeds: Vec<_> = world.advance_days(1).into_iter().map(|fired| (fired.object, fired.deed)).collect();
    assert!(deeds.contains(&("good.ref.test".to_owned(), Deed::ReferralApproved)), "{deeds:?}");
    assert!(deeds.contains(&("bad.ref.test".to_owned(), Deed::ReferralRefused)), "{deeds:?}");
    assert_eq!((world.balance(&world.alpha), world.waiting(&world.alpha)), (1_000, 2));
    world.assert_audit_clean();
}

fn a_registration_is_taken_back_before_the_registry_decides() {
    let world = World::with_credit(2_000, 0);
    let cancel = |domain: &str| CreateCancel { name: name(domain) };
    world.done(&world.alpha, Outcome::ContactCreated, typed("PLC", RegistrantType::Plc));
    world.done(&world.alpha, Outcome::RegistrationReferred, held("good.ref.test", "PLC"));
    world.refused(&world.bravo, Outcome::NotSponsor, cancel("good.ref.test"));
    world.done(&world.alpha, Outcome::RegistrationWithdrawn, cancel("good.ref.test"));
    assert_eq!(world.balance(&world.alpha), 2_000);
    world.refused(&world.alpha, Outcome::DomainUnknown, cancel("good.ref.test"));
    assert_eq!(world.advance_days(1), [], "nothing is left to decide");
    world.register(&world.alpha, "shop.test");
    world.refused(&world.alpha, Outcome::RegistrationNotWaiting, cancel("shop.test"));
    world.assert_audit_clean();
}

fn abuse_is_reported() {
    let world = World::new();
    let report =
        |clid: &str| ReportAbuse { clid: Clid::parse(clid).unwrap(), report: AbuseReport::default() };
    world.done(&world.alpha, Outcome::AbuseReported, report("BRAVO"));
    assert_eq!(world.waiting(&world.bravo), 1);
    world.refused(&world.alpha, Outcome::AccountUnknown, report("NOBODY"));
}
