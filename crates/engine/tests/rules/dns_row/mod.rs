//! The rows of DNS zones.

pub(crate) mod add;
pub(crate) mod delete;
pub(crate) mod find;
pub(crate) mod list;
pub(crate) mod update;

use engine::{
    Outcome, Query,
    model::{DnsLock, DnsRow, DomainName},
    ops::dns_row::List,
};

use crate::dns_zone::{delete as delete_zone, lock, secondary, world};
use crate::fixture::{World, name};

/// The rows of ALPHA's zone, each as a line.
#[track_caller]
pub(crate) fn lines(world: &World) -> Vec<String> {
    rows(world).iter().map(line).collect()
}

#[track_caller]
pub(crate) fn rows(world: &World) -> Vec<DnsRow> {
    world.found(&world.alpha, Outcome::DnsRowsListed, List { zone: name("shop.test") })
}

fn line(row: &DnsRow) -> String {
    format!("{} {} {} {}", row.name, row.ttl, row.rdata.kind(), row.rdata.text())
}

/// Checks who may use a query, and in which order that is looked at.
#[track_caller]
fn denies_strangers<Q: Query>(query: impl Fn(DomainName) -> Q) {
    let asked = || query(name("shop.test"));
    let nothing = World::new();
    nothing.denied(&nothing.alpha, Outcome::DnsZoneUnknown, asked());
    let secondary = secondary();
    secondary.denied(&secondary.alpha, Outcome::DnsZoneIsSecondary, asked());
    let world = world();
    world.denied(&world.bravo, Outcome::DnsZoneForeign, asked());
    lock(&world, "shop.test", DnsLock::User);
    world.denied(&world.alpha, Outcome::DnsZoneLocked, asked());
    lock(&world, "shop.test", DnsLock::None);
    delete_zone(&world, "shop.test");
    world.denied(&world.alpha, Outcome::DnsZoneIsDeleted, asked());
}
