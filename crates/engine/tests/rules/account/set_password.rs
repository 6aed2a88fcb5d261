use engine::{
    Actor, Outcome,
    model::{Proof, Realm},
    ops::account::{NewSecret, SetPassword},
};

use super::operator;
use crate::fixture::{World, read};

cases! {
    success_sets_and_replaces
    success_in_each_realm_apart
    refused_for_the_login_of_another
}

fn password(actor: &Actor, realm: Realm, hash: &str) -> SetPassword {
    let secret = NewSecret::Hashed(format!("${hash}"));
    SetPassword { account: actor.id(), realm, login: "login".into(), secret }
}

fn hash_of(world: &World, realm: Realm) -> Option<String> {
    let credential = read(&world.engine, move |store| store.credential(realm, "login"));
    credential.map(|credential| match credential.proof {
        Proof::Hash(hash) => hash.trim_start_matches('$').to_owned(),
        Proof::Sealed(_) => panic!("no secret is shared here"),
    })
}

fn success_sets_and_replaces() {
    let world = World::new();
    for hash in ["first", "second"] {
        world.done(&operator(), Outcome::PasswordSet, password(&world.alpha, Realm::Epp, hash));
        assert_eq!(hash_of(&world, Realm::Epp).as_deref(), Some(hash));
    }
}

fn success_in_each_realm_apart() {
    let world = World::new();
    world.done(&operator(), Outcome::PasswordSet, password(&world.alpha, Realm::Epp, "alpha's"));
    world.done(&operator(), Outcome::PasswordSet, password(&world.bravo, Realm::Rrp, "bravo's"));
    assert_eq!(hash_of(&world, Realm::Epp).as_deref(), Some("alpha's"));
    assert_eq!(hash_of(&world, Realm::Rrp).as_deref(), Some("bravo's"));
    assert_eq!(hash_of(&world, Realm::Enom), None);
}

fn refused_for_the_login_of_another() {
    let world = World::new();
    world.done(&operator(), Outcome::PasswordSet, password(&world.alpha, Realm::Epp, "alpha's"));
    world.refused(&operator(), Outcome::AccountTaken, password(&world.bravo, Realm::Epp, "bravo's"));
    assert_eq!(hash_of(&world, Realm::Epp).as_deref(), Some("alpha's"));
}
