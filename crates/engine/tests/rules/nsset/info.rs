use engine::{Outcome, model::Status, ops::nsset::Info};

use super::{delegate, view, world};
use crate::fixture::{World, name, nsset_name};

cases! {
    success_for_everybody_with_the_computed_statuses
    refused_outside_the_zones_and_without_sets
    refused_for_an_unknown_set
}

fn success_for_everybody_with_the_computed_statuses() {
    let world = world();
    let statuses = || view(&world, "set").statuses.into_iter().map(|(status, _)| status).collect::<Vec<_>>();
    assert_eq!(statuses(), [Status::Ok]);
    delegate(&world, &world.bravo, "shop.sets.test", "SET");
    assert_eq!(statuses(), [Status::Ok, Status::Linked]);
    assert!(view(&world, "SET").nsset.id.roid().starts_with('N'));
}

fn refused_outside_the_zones_and_without_sets() {
    let world = world();
    for (zone, outcome) in [("elsewhere", Outcome::ZoneUnknown), ("attr.test", Outcome::NssetsUnsupported)] {
        world.denied(&world.alpha, outcome, Info { zone: name(zone), name: nsset_name("SET") });
    }
}

fn refused_for_an_unknown_set() {
    let world = World::new();
    world.denied(
        &world.alpha,
        Outcome::NssetUnknown,
        Info { zone: name("sets.test"), name: nsset_name("SET") },
    );
}
