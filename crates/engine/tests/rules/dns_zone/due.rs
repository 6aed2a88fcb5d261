//! What time brings to DNS zones beside transfers: changes that nobody commits.

use engine::{
    Outcome,
    model::RecordType,
    ops::{dns_zone::Update, due::Deed},
    ports::Port,
};

use super::world;
use crate::fixture::{World, zone_update};

cases! {
    changes_are_published_five_minutes_after_the_last
    a_commit_leaves_nothing_to_do
    a_late_runner_publishes_as_of_when_it_was_due
    nothing_happens_by_itself_where_that_is_not_wanted
    broken_name_servers_hold_up_this_alone
}

fn rows(world: &World) -> usize {
    world.published("shop.test", RecordType::Txt).len()
}

fn add(world: &World, name: &str) {
    world.add_row(&world.alpha, "shop.test", &format!("{name} 300 TXT x"));
}

fn changes_are_published_five_minutes_after_the_last() {
    let world = world();
    add(&world, "a");
    assert_eq!(world.advance_seconds(200), []);
    add(&world, "b");
    assert_eq!(world.advance_seconds(200), [], "the second change puts it off");
    assert_eq!((rows(&world), world.advance_seconds(99)), (0, Vec::new()));
    let fired = world.advance_seconds(1);
    assert_eq!((fired.len(), fired[0].deed, fired[0].at), (1, Deed::DnsZoneCommitted, world.now()));
    let zone = world.zone("shop.test");
    assert_eq!((rows(&world), zone.changed, zone.serial.0), (2, false, 2_027_030_102));
    assert_eq!(world.history(zone.id).last().unwrap(), "dns_zone_auto_commit");
    assert_eq!(world.advance_days(1), []);
    add(&world, "c");
    assert_eq!(world.advance_seconds(300).len(), 1);
}

fn a_commit_leaves_nothing_to_do() {
    let world = world();
    add(&world, "a");
    world.commit_zone(&world.alpha, "shop.test");
    let serial = world.zone("shop.test").serial;
    assert_eq!(world.advance_seconds(299), []);
    add(&world, "b");
    assert_eq!(world.advance_seconds(1), [], "the reminder of the first change finds the second too fresh");
    assert_eq!((rows(&world), world.zone("shop.test").serial), (1, serial));
    assert_eq!(world.advance_seconds(299).len(), 1);
}

fn a_late_runner_publishes_as_of_when_it_was_due() {
    let world = world();
    add(&world, "a");
    let due = world.now().plus_millis(300_000);
    let fired = world.advance_days(2);
    assert_eq!(fired[0].at, due);
    let zone = world.zone("shop.test");
    assert_eq!((zone.committed_at, zone.serial.0), (Some(due), 2_027_030_102));
}

fn nothing_happens_by_itself_where_that_is_not_wanted() {
    let world = world();
    let set = |on| {
        let update = Update { auto_commit: Some(on), ..zone_update("shop.test") };
        world.done(&world.alpha, Outcome::DnsZoneUpdated, update);
    };
    set(false);
    add(&world, "a");
    assert_eq!(world.advance_days(1), []);
    set(true);
    assert_eq!(world.advance_seconds(0).len(), 1, "it was due long ago");
    assert_eq!(rows(&world), 1);
}

fn broken_name_servers_hold_up_this_alone() {
    let world = world();
    world.register(&world.alpha, "books.slow.test");
    add(&world, "a");
    let due = world.now().plus_millis(300_000);
    world.break_port(Some(Port::NameServers));
    assert_eq!(world.advance_seconds(900), []);
    assert_eq!(rows(&world), 0);
    let fired = world.advance_days(400);
    assert!(fired.iter().any(|one| one.object == "books.slow.test"), "all else goes on");
    world.break_port(None);
    let fired = world.advance_seconds(60);
    assert_eq!((fired.len(), fired[0].at, rows(&world)), (1, due, 1));
}
