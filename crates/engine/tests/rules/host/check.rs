use engine::{Outcome, model::DomainName, ops::host::Check};

use crate::fixture::World;

cases! {
    success_answers_each_in_its_place
    success_after_a_rename
    refused_for_too_many
}

fn check(names: &[&str]) -> Check {
    Check { names: names.iter().map(|text| DomainName::parse(text)).collect() }
}

fn success_answers_each_in_its_place() {
    let world = World::new();
    world.add_host(&world.alpha, "ns1.example", &[]);
    let answers = world.glanced(Outcome::HostsChecked, check(&["NS1.example", "ns2.example", "-.example"]));
    let shown: Vec<_> = answers
        .iter()
        .map(|answer| (answer.name.as_str(), answer.taken.as_ref().map(|refusal| refusal.outcome)))
        .collect();
    assert_eq!(
        shown,
        [
            ("ns1.example", Some(Outcome::HostTaken)),
            ("ns2.example", None),
            ("-.example", Some(Outcome::DomainNameMalformed))
        ]
    );
}

fn success_after_a_rename() {
    let world = World::new();
    world.add_host(&world.alpha, "ns1.example", &[]);
    let rename = engine::ops::host::Update {
        rename: Some(crate::fixture::name("ns2.example")),
        ..crate::fixture::host_update("ns1.example")
    };
    world.done(&world.alpha, Outcome::HostUpdated, rename);
    let answers = world.glanced(Outcome::HostsChecked, check(&["ns1.example", "ns2.example"]));
    assert!(answers[0].taken.is_none() && answers[1].taken.is_some());
}

fn refused_for_too_many() {
    let world = World::new();
    world.glanced(Outcome::HostsChecked, check(&["ns1.example"; 50]));
    world.glance_refused(Outcome::CheckTooMany, check(&["ns1.example"; 51]));
}
