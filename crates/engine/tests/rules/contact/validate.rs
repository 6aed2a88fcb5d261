use engine::{
    Outcome,
    model::{Details, PostalKind},
    ops::contact::Validate,
};

use crate::fixture::{World, person, postal};

cases! {
    success_of_data_that_can_be_used
    refused_for_addresses
}

fn with(addresses: &[(PostalKind, &str)]) -> Validate {
    let postal = addresses.iter().map(|(kind, name)| postal(*kind, name)).collect();
    Validate { details: Details { postal, ..person() } }
}

fn success_of_data_that_can_be_used() {
    World::new().glanced(Outcome::ContactValid, with(&[(PostalKind::Int, "Jane Doe")]));
}

fn refused_for_addresses() {
    let world = World::new();
    world.glance_refused(Outcome::TextMissing, with(&[]));
    world.glance_refused(Outcome::PostalNotAscii, with(&[(PostalKind::Int, "Jana Nová")]));
    let twice = [(PostalKind::Loc, "Jane"), (PostalKind::Loc, "Jana")];
    world.glance_refused(Outcome::PostalTwice, with(&twice));
}
