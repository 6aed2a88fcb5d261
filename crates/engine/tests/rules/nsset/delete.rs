use engine::{
    Actor, Outcome,
    model::Status,
    ops::{
        due::{Deed, Run},
        nsset::Delete,
    },
};

use super::{delegate, world};
use crate::fixture::{World, create_nsset, nsset_name};

cases! {
    success_lets_the_name_rest_for_a_while
    success_of_a_second_life_rests_anew
    refused_for_an_unknown_set
    refused_for_others
    refused_under_a_status
    refused_while_a_domain_is_delegated_to_it
}

/// Deletes a set of ALPHA's.
#[track_caller]
pub(super) fn delete(world: &World, nsset: &str) {
    world.done(&world.alpha, Outcome::NssetDeleted, Delete { name: nsset_name(nsset) });
}

/// Has done what is due, and tells whose names became free.
#[track_caller]
pub(super) fn run(world: &World) -> Vec<String> {
    let run = Run { until: world.now(), most: 100 };
    let fired = world.done(&Actor::server(), Outcome::DueDone, run).fired;
    fired.into_iter().filter(|fired| fired.deed == Deed::QuarantineEnded).map(|fired| fired.object).collect()
}

fn success_lets_the_name_rest_for_a_while() {
    let world = world();
    let id = super::view(&world, "SET").nsset.id;
    delete(&world, "SET");
    assert_eq!(world.history(id), ["nsset_create", "nsset_delete"]);
    world.pass_days(59);
    assert_eq!(run(&world), [""; 0]);
    world.refused(&world.alpha, Outcome::HandleQuarantined, create_nsset("SET"));
    world.pass_days(1);
    assert_eq!(run(&world), ["SET"]);
    world.add_nsset(&world.bravo, "SET");
}

/// Where a name is given out in spite of its rest, the later deletion counts.
fn success_of_a_second_life_rests_anew() {
    let world = world();
    delete(&world, "SET");
    world.pass_days(30);
    let elsewhere =
        engine::ops::nsset::Create { zone: crate::fixture::name("made.test"), ..create_nsset("SET") };
    world.done(&world.alpha, Outcome::NssetCreated, elsewhere);
    delete(&world, "SET");
    world.pass_days(30);
    assert_eq!(run(&world), [""; 0]);
    world.pass_days(30);
    assert_eq!(run(&world), ["SET"]);
}

fn refused_for_an_unknown_set() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::NssetUnknown, Delete { name: nsset_name("SET") });
}

fn refused_for_others() {
    let world = world();
    world.refused(&world.bravo, Outcome::NotSponsor, Delete { name: nsset_name("SET") });
}

fn refused_under_a_status() {
    let world = world();
    world.set_on_nsset("SET", Status::ServerDeleteProhibited);
    world.refused(&world.alpha, Outcome::StatusProhibits, Delete { name: nsset_name("SET") });
}

fn refused_while_a_domain_is_delegated_to_it() {
    let world = world();
    delegate(&world, &world.bravo, "shop.sets.test", "SET");
    world.refused(&world.alpha, Outcome::NssetLinked, Delete { name: nsset_name("SET") });
}
