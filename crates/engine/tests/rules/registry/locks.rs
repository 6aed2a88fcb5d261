use engine::{
    Outcome,
    ops::{
        contact::{self, LockKind, SetRegistrant},
        domain::{Delete, Lock},
    },
};

use super::world;
use crate::fixture::{World, handle, name};

cases! {
    a_lock_bars_everything_until_it_is_taken_off
    a_lock_of_a_registrant_bars_its_domains
    a_lock_keeps_a_registrant_from_opting_out
    refused_for_what_is_not_the_actors
}

fn lock(domain: &str, is_set: bool) -> Lock {
    Lock { name: name(domain), is_set }
}

fn lock_contact(text: &str, kind: LockKind, is_set: bool) -> contact::Lock {
    contact::Lock { handle: handle(text), kind, is_set }
}

fn delete(world: &World, outcome: Outcome) {
    world.refused(&world.alpha, outcome, Delete { name: name("shop.tags.test") });
}

fn a_lock_bars_everything_until_it_is_taken_off() {
    let world = world();
    world.done(&world.alpha, Outcome::ObjectLocked, lock("shop.tags.test", true));
    delete(&world, Outcome::StatusProhibits);
    world.done(&world.alpha, Outcome::ObjectUnlocked, lock("shop.tags.test", false));
    world.done(&world.alpha, Outcome::DomainDeleted, Delete { name: name("shop.tags.test") });
}

fn a_lock_of_a_registrant_bars_its_domains() {
    let world = world();
    let locked = |is_set| lock_contact("JANE", LockKind::Investigation, is_set);
    world.done(&world.alpha, Outcome::ObjectLocked, locked(true));
    delete(&world, Outcome::StatusProhibits);
    let set = SetRegistrant { opt_out: Some(true), ..SetRegistrant::of(handle("JANE")) };
    world.refused(&world.alpha, Outcome::StatusProhibits, set);
    world.done(&world.alpha, Outcome::ObjectUnlocked, locked(false));
    world.done(&world.alpha, Outcome::DomainDeleted, Delete { name: name("shop.tags.test") });
}

fn a_lock_keeps_a_registrant_from_opting_out() {
    let world = world();
    let set = || SetRegistrant { opt_out: Some(true), ..SetRegistrant::of(handle("JANE")) };
    world.done(&world.alpha, Outcome::ContactUpdated, set());
    let locked = |is_set| lock_contact("JANE", LockKind::OptOut, is_set);
    world.done(&world.alpha, Outcome::ObjectLocked, locked(true));
    world.refused(&world.alpha, Outcome::OptOutLocked, set());
    world.done(&world.alpha, Outcome::ObjectUnlocked, locked(false));
    world.done(&world.alpha, Outcome::ContactUpdated, set());
}

fn refused_for_what_is_not_the_actors() {
    let world = world();
    world.refused(&world.alpha, Outcome::DomainUnknown, lock("free.tags.test", true));
    world.refused(&world.bravo, Outcome::NotSponsor, lock("shop.tags.test", true));
    let contact = |text| lock_contact(text, LockKind::OptOut, true);
    world.refused(&world.alpha, Outcome::ContactUnknown, contact("NOBODY"));
    world.refused(&world.bravo, Outcome::NotSponsor, contact("JANE"));
}
