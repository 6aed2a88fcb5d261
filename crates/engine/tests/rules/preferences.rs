//! How accounts want their domains.

use engine::{
    Outcome,
    model::{Delegation, Period, Preferences, RenewalMode},
    ops::preferences::{Find, Set},
};

use crate::fixture::{World, name};

cases! {
    success_tells_the_usual_ones_until_others_are_set
    success_names_servers_of_the_house_or_others
}

fn success_tells_the_usual_ones_until_others_are_set() {
    let world = World::new();
    let told = |actor| world.found(actor, Outcome::PreferencesTold, Find);
    assert_eq!(told(&world.alpha), Preferences::default());
    let preferences = Preferences {
        period: Period::of_years(2),
        renewal: Some(RenewalMode::Explicit),
        is_locked: false,
        uses_house: true,
        servers: vec![name("ns1.example")],
        buys_privacy: true,
        renews_privacy: true,
        opts_out: true,
    };
    let set = Set { preferences: preferences.clone() };
    world.done(&world.alpha, Outcome::PreferencesSet, set);
    assert_eq!((told(&world.alpha), told(&world.bravo)), (preferences, Preferences::default()));
}

fn success_names_servers_of_the_house_or_others() {
    let servers = vec![name("ns1.example"), name("ns2.example")];
    let own = Preferences { servers, ..Preferences::default() };
    let Delegation::Listed(listed) = own.delegation() else { panic!("they are listed") };
    let names: Vec<&str> = listed.iter().map(|server| server.name.as_str()).collect();
    assert_eq!(names, ["ns1.example", "ns2.example"]);
    assert_eq!(Preferences { uses_house: true, ..own }.delegation(), Delegation::House);
    assert_eq!(Preferences::default().delegation(), Delegation::default());
}
