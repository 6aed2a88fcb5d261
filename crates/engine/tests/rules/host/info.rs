use engine::{
    Outcome,
    model::Status,
    ops::{
        StatusChange,
        host::{Info, Update},
    },
};

use super::delegate;
use crate::fixture::{World, host_update, name};

cases! {
    success_for_everybody
    success_shows_the_computed_statuses
    refused_for_an_unknown_host
}

fn success_for_everybody() {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    world.add_host(&world.alpha, "ns1.shop.test", &["192.0.2.1", "2001:db8::1"]);
    for actor in world.accounts() {
        let view = world.found(actor, Outcome::HostFound, Info { name: name("ns1.shop.test") });
        assert_eq!((view.sponsor.as_str(), view.creator.as_str(), view.updater), ("ALPHA", "ALPHA", None));
        assert_eq!(view.host.addresses.len(), 2);
    }
}

fn success_shows_the_computed_statuses() {
    let world = World::new();
    world.add_host(&world.alpha, "ns1.example", &[]);
    let shown = || {
        let view = world.found(&world.bravo, Outcome::HostFound, Info { name: name("ns1.example") });
        view.statuses.into_iter().map(|(status, _)| status).collect::<Vec<_>>()
    };
    assert_eq!(shown(), [Status::Ok]);
    delegate(&world, &world.bravo, "shop.test", "ns1.example");
    assert_eq!(shown(), [Status::Ok, Status::Linked]);
    let add = vec![(Status::ClientDeleteProhibited, None)];
    let bar = Update { statuses: StatusChange { add, remove: Vec::new() }, ..host_update("ns1.example") };
    world.done(&world.alpha, Outcome::HostUpdated, bar);
    assert_eq!(shown(), [Status::ClientDeleteProhibited, Status::Linked]);
}

fn refused_for_an_unknown_host() {
    let world = World::new();
    world.denied(&world.alpha, Outcome::HostUnknown, Info { name: name("ns1.example") });
}
