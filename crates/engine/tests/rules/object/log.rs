use engine::{
    Outcome,
    model::Window,
    ops::{
        domain::{Delete, Renew},
        object::{Log, Subject},
    },
};

use crate::{
    fixture::{World, handle, name, nsset_name},
    subaccount::ALL,
};

cases! {
    success_tells_what_happened_and_who_did_it
    success_of_every_class
    success_by_windows
    refused_for_unknown_objects
    refused_for_the_object_of_another
}

fn log(subject: Subject) -> Log {
    Log { subject, window: ALL }
}

fn success_tells_what_happened_and_who_did_it() {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    world.pass_days(10);
    world.done(&world.alpha, Outcome::DomainDeletePending, Delete { name: name("shop.test") });
    world.advance_days(31);
    let page = world.found(&world.alpha, Outcome::ObjectLogTold, log(Subject::Domain(name("shop.test"))));
    let told: Vec<_> = page
        .rows
        .iter()
        .map(|change| (change.line.action.as_str(), change.by.as_ref().map(engine::model::Clid::as_str)))
        .collect();
    assert_eq!(told[..2], [("domain_create", Some("ALPHA")), ("domain_delete", Some("ALPHA"))]);
    assert!(told[2..].iter().all(|(_, by)| by.is_none()), "{told:?}");
    assert_eq!(page.rows[0].line.client_id.as_deref(), Some("CL-1"));
}

fn success_of_every_class() {
    let world = World::new();
    world.register(&world.alpha, "depot.test");
    world.enrol(&world.alpha, "C-1");
    world.add_host(&world.alpha, "ns1.depot.test", &["8.8.8.8"]);
    world.add_nsset(&world.alpha, "SETS");
    world.add_zone(&world.alpha, "garden.test");
    for subject in [
        Subject::Contact(handle("C-1")),
        Subject::Host(name("ns1.depot.test")),
        Subject::Nsset(nsset_name("SETS")),
        Subject::DnsZone(name("garden.test")),
    ] {
        let page = world.found(&world.alpha, Outcome::ObjectLogTold, log(subject.clone()));
        assert!(page.total >= 1 && page.rows[0].line.name == subject.name(), "{subject:?}");
    }
}

fn success_by_windows() {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    for _ in 0..4 {
        let renew = Renew { name: name("shop.test"), current_expiry: None, period: None };
        world.done(&world.alpha, Outcome::DomainRenewed, renew);
    }
    let mut seen = 0;
    for first in [0, 2, 4] {
        let window = Window { first, limit: 2 };
        let log = Log { subject: Subject::Domain(name("shop.test")), window };
        let page = world.found(&world.alpha, Outcome::ObjectLogTold, log);
        assert_eq!(page.total, 5);
        seen += page.rows.len();
    }
    assert_eq!(seen, 5);
}

fn refused_for_unknown_objects() {
    let world = World::new();
    for (subject, outcome) in [
        (Subject::Domain(name("shop.test")), Outcome::DomainUnknown),
        (Subject::Contact(handle("C-1")), Outcome::ContactUnknown),
        (Subject::Host(name("ns1.shop.test")), Outcome::HostUnknown),
        (Subject::Nsset(nsset_name("SETS")), Outcome::NssetUnknown),
        (Subject::DnsZone(name("shop.test")), Outcome::DnsZoneUnknown),
    ] {
        world.denied(&world.alpha, outcome, log(subject));
    }
}

fn refused_for_the_object_of_another() {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    world.denied(&world.bravo, Outcome::NotSponsor, log(Subject::Domain(name("shop.test"))));
}
