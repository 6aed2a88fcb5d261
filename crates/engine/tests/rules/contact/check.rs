use engine::{
    Outcome,
    model::Handle,
    ops::contact::{Check, Delete},
};

use crate::fixture::{World, handle, name};

cases! {
    success_answers_each_in_its_place
    success_of_a_handle_that_was_given_back
    refused_for_too_many
    success_tells_why_handles_cannot_be_had_in_a_zone
    refused_where_the_registry_makes_the_handles
    refused_outside_the_zones_and_without_contacts
}

fn check(handles: &[&str]) -> Check {
    Check { handles: handles.iter().map(|text| Handle::parse(text)).collect(), zone: None }
}

fn success_answers_each_in_its_place() {
    let world = World::new();
    world.enrol(&world.alpha, "TAKEN");
    let answers = world.glanced(Outcome::ContactsChecked, check(&["FREE", "TAKEN", "taken", "no", "TAKEN"]));
    let shown: Vec<_> = answers
        .iter()
        .map(|answer| (answer.name.as_str(), answer.taken.as_ref().map(|refusal| refusal.outcome)))
        .collect();
    let taken = Some(Outcome::ContactTaken);
    assert_eq!(
        shown,
        [
            ("FREE", None),
            ("TAKEN", taken),
            ("taken", None),
            ("no", Some(Outcome::HandleMalformed)),
            ("TAKEN", taken)
        ]
    );
}

fn success_of_a_handle_that_was_given_back() {
    let world = World::new();
    world.enrol(&world.alpha, "BRIEF");
    world.done(&world.alpha, Outcome::ContactDeleted, Delete { handle: handle("BRIEF") });
    assert_eq!(world.glanced(Outcome::ContactsChecked, check(&["BRIEF"]))[0].taken, None);
}

fn refused_for_too_many() {
    let world = World::new();
    world.glanced(Outcome::ContactsChecked, check(&["FREE"; 50]));
    let refusals = world.glance_refused(Outcome::CheckTooMany, check(&["FREE"; 51]));
    assert_eq!(refusals.first().value.as_deref(), Some("51"));
}

/// Handles as clients of a zone write them.
fn in_zone(world: &World, zone: &str, handles: &[&str]) -> Check {
    let zone = name(zone);
    let policy = world.engine.policies().zone(&zone);
    let read = |text: &&str| policy.map_or_else(|| Handle::parse(text), |policy| policy.handle(text));
    Check { handles: handles.iter().map(read).collect(), zone: Some(zone) }
}

fn success_tells_why_handles_cannot_be_had_in_a_zone() {
    let world = World::new();
    world.enrol(&world.alpha, "TAKEN");
    world.enrol(&world.alpha, "GONE");
    world.done(&world.alpha, Outcome::ContactDeleted, Delete { handle: handle("GONE") });
    for (text, why) in [
        ("free", None),
        ("taken", Some(Outcome::ContactTaken)),
        ("gone", Some(Outcome::HandleQuarantined)),
        ("nic-1", Some(Outcome::HandleReserved)),
        ("root", Some(Outcome::HandleBlocked)),
        ("chy-1", Some(Outcome::HandleKept)),
        ("secret-1", Some(Outcome::HandleWithheld)),
        ("a_b_c", Some(Outcome::HandleFormRefused)),
        ("a-handle-too-long", Some(Outcome::HandleMalformed)),
        ("thirteen-long", Some(Outcome::HandleFormRefused)),
    ] {
        let answers = world.glanced(Outcome::ContactsChecked, in_zone(&world, "sets.test", &[text]));
        assert_eq!(answers[0].taken.as_ref().map(|refusal| refusal.outcome), why, "{text}");
    }
    assert_eq!(world.glanced(Outcome::ContactsChecked, check(&["GONE"]))[0].taken, None, "no zone, no rest");
}

fn refused_where_the_registry_makes_the_handles() {
    let world = World::new();
    let refusals = world.glance_refused(Outcome::HandleGenerated, in_zone(&world, "made.test", &["JANE"]));
    assert_eq!(refusals.first().value.as_deref(), Some("JANE"));
}

fn refused_outside_the_zones_and_without_contacts() {
    let world = World::new();
    world.glance_refused(Outcome::ZoneUnknown, in_zone(&world, "elsewhere", &["JANE"]));
    world.glance_refused(Outcome::ContactsUnsupported, in_zone(&world, "bare.test", &["JANE"]));
}
