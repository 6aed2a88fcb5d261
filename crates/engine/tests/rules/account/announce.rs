use engine::{Outcome, model::Event, ops::account::Announce};

use super::operator;
use crate::fixture::{World, line, read};

cases! {
    success_reaches_every_account
}

fn success_reaches_every_account() {
    let world = World::new();
    let (from, until) = (world.now().plus_days(1), world.now().plus_days(2));
    let announce = Announce { from, until, text: line("new disks") };
    let told = world.done(&operator(), Outcome::MaintenanceAnnounced, announce);
    assert_eq!(told, world.accounts().len());
    for account in world.accounts().map(engine::Actor::id) {
        let queue = read(&world.engine, move |store| store.queue(account)).unwrap();
        let expected = Event::Maintenance { from, until, text: "new disks".to_owned() };
        assert_eq!((queue.waiting, queue.head.event), (1, expected));
    }
}
