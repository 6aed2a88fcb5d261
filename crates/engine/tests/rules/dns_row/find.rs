use engine::{Outcome, model::DnsRowId, ops::dns_row::Find};

use super::denies_strangers;
use crate::dns_zone::world;
use crate::fixture::name;

cases! {
    success_shows_the_row
    refused_for_a_row_that_is_not_there
    refused_for_strangers
}

fn success_shows_the_row() {
    let world = world();
    let row = world.add_row(&world.alpha, "shop.test", "www 300 A 192.0.2.1");
    let find = Find { zone: name("shop.test"), row: row.id };
    assert_eq!(world.found(&world.alpha, Outcome::DnsRowFound, find), row);
}

fn refused_for_a_row_that_is_not_there() {
    let world = world();
    world.add_zone(&world.bravo, "books.test");
    let elsewhere = world.add_row(&world.bravo, "books.test", "www 300 A 192.0.2.1");
    for row in [DnsRowId(-1), elsewhere.id] {
        world.denied(&world.alpha, Outcome::DnsRowUnknown, Find { zone: name("shop.test"), row });
    }
}

fn refused_for_strangers() {
    denies_strangers(|zone| Find { zone, row: DnsRowId(7) });
}
