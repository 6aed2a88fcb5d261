use engine::{Outcome, model::Realm, ops::role::Remove};

use super::{reader, world};

cases! {
    success_takes_it_away
    refused_for_no_name_of_a_role
    refused_for_an_unknown_role
}

fn remove(role: &str) -> Remove {
    Remove { realm: Realm::Rrp, role: role.into() }
}

fn success_takes_it_away() {
    let world = world();
    world.done(&world.alpha, Outcome::RoleSet, reader(&world));
    world.done(&world.alpha, Outcome::RoleRemoved, remove("reader"));
    world.refused(&world.alpha, Outcome::RoleUnknown, remove("reader"));
}

fn refused_for_no_name_of_a_role() {
    let world = world();
    world.refused(&world.alpha, Outcome::LoginMalformed, remove(""));
}

fn refused_for_an_unknown_role() {
    let world = world();
    world.done(&world.alpha, Outcome::RoleSet, reader(&world));
    world.refused(&world.bravo, Outcome::RoleUnknown, remove("reader"));
    world.refused(&world.alpha, Outcome::RoleUnknown, remove("writer"));
}
