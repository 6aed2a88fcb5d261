use engine::{
    Outcome,
    model::{DnsRowId, RecordType},
    ops::dns_row::Delete,
};

use super::lines;
use crate::dns_zone::{refuses_strangers, secondary, world};
use crate::fixture::name;

cases! {
    success_withdraws_with_a_commit
    success_before_it_was_published
    success_makes_room_for_what_it_barred
    refused_for_a_row_that_is_not_there
    refused_for_a_secondary_zone
    refused_for_strangers
}

fn delete(row: DnsRowId) -> Delete {
    Delete { zone: name("shop.test"), row }
}

fn success_withdraws_with_a_commit() {
    let world = world();
    let row = world.add_row(&world.alpha, "shop.test", "www 300 A 192.0.2.1");
    world.commit_zone(&world.alpha, "shop.test");
    world.done(&world.alpha, Outcome::DnsRowDeleted, delete(row.id));
    assert!(lines(&world).is_empty());
    assert_eq!((world.zone("shop.test").rows, world.published("shop.test", RecordType::A).len()), (0, 1));
    world.commit_zone(&world.alpha, "shop.test");
    assert_eq!(world.published("shop.test", RecordType::A), []);
    assert!(world.history(row.zone).contains(&"dns_row_delete".to_owned()));
}

fn success_before_it_was_published() {
    let world = world();
    let row = world.add_row(&world.alpha, "shop.test", "www 300 A 192.0.2.1");
    world.done(&world.alpha, Outcome::DnsRowDeleted, delete(row.id));
    world.commit_zone(&world.alpha, "shop.test");
    assert_eq!(world.published("shop.test", RecordType::A), []);
}

fn success_makes_room_for_what_it_barred() {
    let world = world();
    let row = world.add_row(&world.alpha, "shop.test", "www 300 CNAME web.example");
    world.commit_zone(&world.alpha, "shop.test");
    world.done(&world.alpha, Outcome::DnsRowDeleted, delete(row.id));
    world.add_row(&world.alpha, "shop.test", "www 600 A 192.0.2.1");
    world.commit_zone(&world.alpha, "shop.test");
    assert_eq!(world.published("shop.test", RecordType::Cname), []);
    assert_eq!(world.published("shop.test", RecordType::A).len(), 1);
}

fn refused_for_a_row_that_is_not_there() {
    let world = world();
    world.add_zone(&world.alpha, "books.test");
    let elsewhere = world.add_row(&world.alpha, "books.test", "www 300 A 192.0.2.1");
    for row in [DnsRowId(7), elsewhere.id] {
        world.refused(&world.alpha, Outcome::DnsRowUnknown, delete(row));
    }
}

fn refused_for_a_secondary_zone() {
    let world = secondary();
    world.refused(&world.alpha, Outcome::DnsZoneIsSecondary, delete(DnsRowId(7)));
}

fn refused_for_strangers() {
    refuses_strangers(|zone| Delete { zone, row: DnsRowId(7) });
}
