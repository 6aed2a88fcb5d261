//! Letters to people outside the system.

use engine::{
    Outcome,
    model::LetterId,
    ops::{contact::SendAuthinfo, due::Delivered},
    ports::Cargo,
};

use super::{pass_minutes, run, run_for_one, set, under_way, url};
use crate::fixture::{World, handle, name, read};

cases! {
    success_hands_a_letter_out_until_it_is_delivered
    success_gives_a_letter_up_and_forgets_it
    success_of_letters_beside_notices
}

fn ask(world: &World) {
    world.enrol(&world.alpha, "JANE");
    let send = SendAuthinfo { zone: name("sets.test"), handle: handle("JANE") };
    world.done(&world.alpha, Outcome::AuthinfoMailed, send);
}

fn is_kept(world: &World, id: engine::model::CargoId) -> bool {
    read(&world.engine, move |store| store.letter(LetterId(id.0))).is_some()
}

fn success_hands_a_letter_out_until_it_is_delivered() {
    let world = World::new();
    ask(&world);
    let first = run_for_one(&world);
    assert_eq!((first.account.as_str(), first.attempt), ("ALPHA", 1));
    pass_minutes(&world, 1);
    let second = run_for_one(&world);
    assert_eq!((&second.cargo, second.attempt), (&first.cargo, 2), "the same letter again");
    let id = first.cargo.id();
    assert!(is_kept(&world, id));
    assert!(world.done(&engine::Actor::server(), Outcome::DueDone, Delivered { cargo: id }));
    assert!(!is_kept(&world, id) && under_way(&world, id).is_none());
    pass_minutes(&world, 60);
    assert_eq!(run(&world), []);
}

fn success_gives_a_letter_up_and_forgets_it() {
    let world = World::new();
    ask(&world);
    let mut parcel = run_for_one(&world);
    while let Some(next_at) = parcel.next_at {
        world.set_clock(next_at);
        parcel = run_for_one(&world);
    }
    assert!(!is_kept(&world, parcel.cargo.id()), "no secret is left lying about");
    world.pass_days(1);
    assert_eq!(run(&world), []);
}

fn success_of_letters_beside_notices() {
    let world = World::new();
    set(&world, Some(url(super::URL)), None);
    ask(&world);
    super::notify_alpha(&world, "shop.test");
    let parcels = run(&world);
    let is_letter: Vec<_> = parcels.iter().map(|parcel| matches!(parcel.cargo, Cargo::Letter(_))).collect();
    assert_eq!(is_letter, [true, false]);
}
