use engine::{
    Outcome,
    model::Handle,
    ops::contact::{Check, Delete},
};

use crate::fixture::{World, handle};

cases! {
    success_answers_each_in_its_place
    success_of_a_handle_that_was_given_back
    refused_for_too_many
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
