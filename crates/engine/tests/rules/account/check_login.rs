use engine::{
    Outcome,
    model::{LoginName, Realm},
    ops::account::CheckLogin,
};

use crate::{fixture::World, subaccount::opened};

cases! {
    success_for_a_name_that_nobody_has
    refused_for_one_that_somebody_has
}

fn check(realm: Realm, login: &str) -> CheckLogin {
    CheckLogin { realm, login: LoginName::parse(login).unwrap() }
}

fn success_for_a_name_that_nobody_has() {
    let world = World::new();
    opened(&world, "shop");
    world.found(&world.bravo, Outcome::LoginAvailable, check(Realm::Rrp, "corner"));
    world.found(&world.bravo, Outcome::LoginAvailable, check(Realm::Wapi, "shop"));
}

fn refused_for_one_that_somebody_has() {
    let world = World::new();
    opened(&world, "shop");
    world.denied(&world.bravo, Outcome::AccountTaken, check(Realm::Rrp, "shop"));
}
