use engine::{
    Outcome,
    model::DnsZoneState,
    ops::{
        dns_zone::{Delete, Info},
        due::Deed,
    },
    ports::Port,
};

use super::{refuses_strangers, secondary, world};
use crate::fixture::{name, read};

cases! {
    success_takes_everything_but_the_name
    success_frees_the_name_after_a_while
    success_of_a_secondary_zone
    refused_for_strangers
    broken_name_servers_keep_the_zone
}

fn delete() -> Delete {
    Delete { name: name("shop.test") }
}

fn success_takes_everything_but_the_name() {
    let world = world();
    world.add_row(&world.alpha, "shop.test", "www 300 A 192.0.2.1");
    world.commit_zone(&world.alpha, "shop.test");
    world.add_row(&world.alpha, "shop.test", "ftp 300 A 192.0.2.1");
    world.done(&world.alpha, Outcome::DnsZoneDeleted, delete());
    let zone = world.zone("shop.test");
    assert_eq!((zone.state, zone.deleted_at, zone.rows), (DnsZoneState::Deleted, Some(world.now()), 0));
    assert!(!zone.is_answered_for() && world.records("shop.test").is_empty());
    assert!(read(&world.engine, move |store| store.dns_rows(zone.id)).is_empty());
    assert_eq!(world.history(zone.id).last().unwrap(), "dns_zone_delete");
}

fn success_frees_the_name_after_a_while() {
    let world = world();
    let deleted = world.now();
    world.done(&world.alpha, Outcome::DnsZoneDeleted, delete());
    assert_eq!(world.advance_days(29), []);
    world.denied(&world.alpha, Outcome::DnsZoneIsDeleted, Info { name: name("shop.test") });
    let fired = world.advance_days(5);
    assert_eq!((fired[0].at, fired[0].deed), (deleted.plus_days(30), Deed::DnsZonePurged));
    world.denied(&world.alpha, Outcome::DnsZoneUnknown, Info { name: name("shop.test") });
    world.add_zone(&world.bravo, "shop.test");
}

fn success_of_a_secondary_zone() {
    let world = secondary();
    world.done(&world.alpha, Outcome::DnsZoneDeleted, delete());
    assert_eq!(world.handed_out(), []);
}

fn refused_for_strangers() {
    refuses_strangers(|name| Delete { name });
}

fn broken_name_servers_keep_the_zone() {
    let world = world();
    world.break_port(Some(Port::NameServers));
    assert_eq!(world.broken(&world.alpha, delete()).outcome(), Outcome::DnsNameServersUnavailable);
}
