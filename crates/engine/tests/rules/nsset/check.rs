use engine::{Outcome, model::NssetName, ops::nsset::Check};

use crate::fixture::{World, name, outcomes};

cases! {
    success_tells_why_names_cannot_be_had
    success_of_a_name_that_cannot_be_read
    success_after_a_quarantine
    refused_outside_the_zones
    refused_in_a_zone_without_sets
    refused_for_too_many
}

fn check(zone: &str, names: &[&str]) -> Check {
    Check { zone: name(zone), names: names.iter().map(|text| NssetName::parse(text)).collect() }
}

fn why(world: &World, names: &[&str]) -> Vec<Option<Outcome>> {
    let answers = world.glanced(Outcome::NssetsChecked, check("sets.test", names));
    answers.into_iter().map(|answer| answer.taken.map(|refusal| refusal.outcome)).collect()
}

fn success_tells_why_names_cannot_be_had() {
    let world = super::world();
    let names = ["set", "FREE", "NIC-1", "root", "CHY-1", "SECRET-1"];
    assert_eq!(
        why(&world, &names),
        [
            Some(Outcome::NssetTaken),
            None,
            Some(Outcome::HandleReserved),
            Some(Outcome::HandleBlocked),
            Some(Outcome::HandleKept),
            Some(Outcome::HandleWithheld),
        ]
    );
}

fn success_of_a_name_that_cannot_be_read() {
    assert_eq!(why(&super::world(), &["a b"]), [Some(Outcome::NssetNameMalformed)]);
}

fn success_after_a_quarantine() {
    let world = super::world();
    super::delete::delete(&world, "SET");
    assert_eq!(why(&world, &["SET"]), [Some(Outcome::HandleQuarantined)]);
    world.pass_days(60);
    super::delete::run(&world);
    assert_eq!(why(&world, &["SET"]), [None]);
}

fn refused_outside_the_zones() {
    let refusals = World::new().glance_refused(Outcome::ZoneUnknown, check("elsewhere", &["SET"]));
    assert_eq!(outcomes(&refusals), [Outcome::ZoneUnknown]);
}

fn refused_in_a_zone_without_sets() {
    World::new().glance_refused(Outcome::NssetsUnsupported, check("attr.test", &["SET"]));
}

fn refused_for_too_many() {
    World::new().glance_refused(Outcome::CheckTooMany, check("sets.test", &["SET"; 51]));
}
