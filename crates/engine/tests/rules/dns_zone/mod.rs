//! DNS zones.

pub(crate) mod add;
pub(crate) mod axfr_end;
pub(crate) mod axfr_run;
pub(crate) mod check;
pub(crate) mod commit;
pub(crate) mod copy;
pub(crate) mod delete;
pub(crate) mod due;
pub(crate) mod edit;
pub(crate) mod info;
pub(crate) mod list;
pub(crate) mod lock;
pub(crate) mod point;
pub(crate) mod set_signing;
pub(crate) mod switch;
pub(crate) mod update;

use std::net::IpAddr;

use engine::{
    Actor, Command, Outcome,
    model::{Axfr, DnsLock, DnsRecord, DomainName, RowName},
    ops::dns_zone::{Delete, Lock},
};

use crate::fixture::{World, name};

/// ALPHA has the zone `shop.test`.
pub(crate) fn world() -> World {
    let world = World::new();
    world.add_zone(&world.alpha, "shop.test");
    world
}

/// ALPHA has the secondary zone `shop.test`.
pub(crate) fn secondary() -> World {
    let world = World::new();
    world.add_secondary(&world.alpha, "shop.test", "192.0.2.1");
    world
}

#[track_caller]
pub(crate) fn lock(world: &World, zone: &str, lock: DnsLock) {
    world.done(&world.alpha, Outcome::DnsZoneLockSet, Lock { name: name(zone), lock });
}

#[track_caller]
pub(crate) fn delete(world: &World, zone: &str) {
    world.done(&world.alpha, Outcome::DnsZoneDeleted, Delete { name: name(zone) });
}

/// Checks who may use a command, and in which order that is looked at: the zone is unknown, another's, deleted, locked.
#[track_caller]
pub(crate) fn refuses_strangers<C: Command>(command: impl Fn(DomainName) -> C) {
    let asked = || command(name("shop.test"));
    let nothing = World::new();
    nothing.refused(&nothing.alpha, Outcome::DnsZoneUnknown, asked());
    let world = world();
    world.refused(&world.bravo, Outcome::DnsZoneForeign, asked());
    lock(&world, "shop.test", DnsLock::User);
    world.refused(&world.bravo, Outcome::DnsZoneForeign, asked());
    world.refused(&world.alpha, Outcome::DnsZoneLocked, asked());
    lock(&world, "shop.test", DnsLock::None);
    delete(&world, "shop.test");
    world.refused(&world.bravo, Outcome::DnsZoneForeign, asked());
    world.refused(&world.alpha, Outcome::DnsZoneIsDeleted, asked());
}

/// Who may transfer a zone.
fn axfr(enabled: bool, addresses: &[&str]) -> Axfr {
    let read = |text: &&str| text.parse::<IpAddr>().unwrap();
    Axfr { enabled, addresses: addresses.iter().map(read).collect() }
}

/// The start of authority as a primary sends it: `a.example. b.example. SERIAL REFRESH RETRY EXPIRE MINIMUM`.
fn soa(serial: u32, [refresh, retry, expire]: [u32; 3]) -> DnsRecord {
    let mut rdata = b"\x01a\x07example\x00\x01b\x07example\x00".to_vec();
    for number in [serial, refresh, retry, expire, 60] {
        rdata.extend(number.to_be_bytes());
    }
    DnsRecord { name: RowName::apex(), kind: DnsRecord::SOA, ttl: 120, rdata: rdata.into() }
}

/// An address that a primary sends.
fn sent(row: &str, last: u8) -> DnsRecord {
    DnsRecord { name: RowName::parse(row).unwrap(), kind: 1, ttl: 60, rdata: [192, 0, 2, last].into() }
}

fn server() -> Actor {
    Actor::server()
}
