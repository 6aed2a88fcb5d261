use engine::{
    Outcome,
    model::{DnsRow, RecordType},
    ops::{
        dns_row::List,
        dns_zone::{Copy, Lock, Update},
    },
};

use super::{axfr, delete, refuses_strangers, secondary, world};
use crate::fixture::{World, add_row, name, zone_update};

cases! {
    success_copies_the_draft
    success_copies_an_empty_zone
    success_over_a_zone_that_was_deleted
    refused_for_where_the_new_name_lies
    refused_for_a_taken_name
    refused_beyond_the_bounds_of_the_account
    refused_for_a_secondary_zone
    refused_for_strangers
}

fn copy(from: &str, to: &str) -> Copy {
    Copy { name: name(from), new_name: name(to) }
}

fn rows(world: &World, zone: &str) -> Vec<DnsRow> {
    world.found(&world.alpha, Outcome::DnsRowsListed, List { zone: name(zone) })
}

fn success_copies_the_draft() {
    let world = world();
    let update = Update { axfr: Some(axfr(true, &["192.0.2.1"])), ..zone_update("shop.test") };
    world.done(&world.alpha, Outcome::DnsZoneUpdated, update);
    world.add_row(&world.alpha, "shop.test", "@ 300 MX 10 mail.shop.test");
    world.commit_zone(&world.alpha, "shop.test");
    world.add_row(&world.alpha, "shop.test", "www 300 A 192.0.2.1");

    let new = world.done(&world.alpha, Outcome::DnsZoneCopied, copy("shop.test", "books.test"));
    let said = |zone: &str| -> Vec<(String, u32, String)> {
        let told = |row: DnsRow| (row.name.to_string(), row.ttl, row.rdata.text().to_owned());
        rows(&world, zone).into_iter().map(told).collect()
    };
    assert_eq!(said("books.test"), said("shop.test"));
    assert!(rows(&world, "books.test").iter().all(|row| row.zone == new.id && !row.committed));
    assert_eq!((new.rows, new.changed, new.axfr()), (2, true, Some(&axfr(true, &["192.0.2.1"]))));
    assert_eq!(world.records("books.test").len(), 3, "it is there at once, without its rows");
    world.advance_seconds(300);
    assert_eq!(world.published("books.test", RecordType::A).len(), 1);
    let added = world.add_row(&world.alpha, "books.test", "ftp 300 A 192.0.2.1");
    assert!(rows(&world, "books.test").iter().all(|row| row.id <= added.id));
}

fn success_copies_an_empty_zone() {
    let world = world();
    let new = world.done(&world.alpha, Outcome::DnsZoneCopied, copy("shop.test", "books.test"));
    assert_eq!((new.rows, new.changed, world.zone("books.test")), (0, false, new));
}

fn success_over_a_zone_that_was_deleted() {
    let world = world();
    world.add_zone(&world.alpha, "books.test");
    delete(&world, "books.test");
    world.done(&world.alpha, Outcome::DnsZoneCopied, copy("shop.test", "books.test"));
}

fn refused_for_where_the_new_name_lies() {
    let world = world();
    world.refused(&world.alpha, Outcome::ZoneUnknown, copy("shop.test", "example.org"));
    let refusals = world.refused(&world.alpha, Outcome::NameNotRegistrable, copy("shop.test", "a.shop.test"));
    assert_eq!(refusals.first().field, Some(engine::Field::NewDnsZoneName));
}

fn refused_for_a_taken_name() {
    let world = world();
    world.add_zone(&world.bravo, "books.test");
    for taken in ["books.test", "shop.test"] {
        world.refused(&world.alpha, Outcome::DnsZoneTaken, copy("shop.test", taken));
    }
}

fn refused_beyond_the_bounds_of_the_account() {
    let world = world();
    world.done(&world.alpha, Outcome::DnsRowAdded, add_row("shop.test", "a 300 TXT x"));
    world.done(&world.alpha, Outcome::DnsRowAdded, add_row("shop.test", "b 300 TXT x"));
    let alpha = world.bounded(&world.alpha, Some(1), None);
    world.refused(&alpha, Outcome::DnsZonesTooMany, copy("shop.test", "books.test"));
    let alpha = world.bounded(&world.alpha, None, Some(1));
    world.refused(&alpha, Outcome::DnsRowsTooMany, copy("shop.test", "books.test"));
    let alpha = world.bounded(&world.alpha, None, Some(2));
    world.done(&alpha, Outcome::DnsZoneCopied, copy("shop.test", "books.test"));
}

fn refused_for_a_secondary_zone() {
    let world = secondary();
    world.refused(&world.alpha, Outcome::DnsZoneIsSecondary, copy("shop.test", "books.test"));
}

fn refused_for_strangers() {
    refuses_strangers(|name| Copy { name, new_name: crate::fixture::name("books.test") });
    let world = world();
    let lock = Lock { name: name("shop.test"), lock: engine::model::DnsLock::User };
    world.done(&world.alpha, Outcome::DnsZoneLockSet, lock);
    world.refused(&world.alpha, Outcome::DnsZoneLocked, copy("shop.test", "shop.test"));
}
