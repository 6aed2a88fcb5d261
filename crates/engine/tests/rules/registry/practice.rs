use engine::{
    Outcome,
    model::{AbuseReport, Clid, RegistrantType},
    ops::{
        account::ReportAbuse,
        domain::{Available, Check, Right},
        due::Deed,
    },
};

use super::{held, hold, typed, world};
use crate::fixture::{World, create_domain, handle, name};

cases! {
    checks_are_counted
    registrations_of_taken_names_are_counted
    a_name_belongs_to_the_holder_of_another
    a_zone_is_for_one_type_of_registrant
    the_registry_decides_about_registrations
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

fn a_name_belongs_to_the_holder_of_another() {
    let world = world();
    let mut other = typed("JOHN", RegistrantType::Ltd);
    other.details.email = engine::model::Email::parse("john@example.test").unwrap();
    world.done(&world.alpha, Outcome::ContactCreated, other);
    world.refused(&world.alpha, Outcome::RightMissing, held("shop.ltd.test", "JOHN"));
    let right = |text: &str| world.found(&world.alpha, Outcome::DomainsChecked, Right { name: name(text) });
    assert_eq!(right("shop.ltd.test"), Some(name("shop.tags.test")));
    assert_eq!(right("free.ltd.test"), None);
    hold(&world, &world.alpha, "shop.ltd.test", "JANE");
    world.denied(&world.alpha, Outcome::ZoneUnknown, Right { name: name("shop.example") });
    world.denied(&world.alpha, Outcome::NameNotRegistrable, Right { name: name("www.shop.ltd.test") });
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

fn abuse_is_reported() {
    let world = World::new();
    let report =
        |clid: &str| ReportAbuse { clid: Clid::parse(clid).unwrap(), report: AbuseReport::default() };
    world.done(&world.alpha, Outcome::AbuseReported, report("BRAVO"));
    assert_eq!(world.waiting(&world.bravo), 1);
    world.refused(&world.alpha, Outcome::AccountUnknown, report("NOBODY"));
}
