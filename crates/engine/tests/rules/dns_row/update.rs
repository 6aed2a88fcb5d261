use engine::{
    Outcome,
    model::{DnsRow, DnsRowId, RecordType},
    ops::dns_row::Update,
};

use super::lines;
use crate::dns_zone::{refuses_strangers, secondary, world};
use crate::fixture::{World, line, name};

cases! {
    success_changes_what_is_named
    success_publishes_with_a_commit
    success_changes_the_ttl_of_the_whole_set
    refused_for_data_of_another_type
    refused_for_the_ttl
    refused_for_the_same_row
    refused_for_a_row_that_is_not_there
    refused_for_a_secondary_zone
    refused_for_strangers
}

fn nothing(row: DnsRowId) -> Update {
    Update { zone: name("shop.test"), row, ttl: None, rdata: None, comment: None }
}

fn with_data(row: &DnsRow, data: &str) -> Update {
    Update { rdata: Some(data.to_owned()), ..nothing(row.id) }
}

#[track_caller]
fn update(world: &World, update: Update) -> DnsRow {
    world.done(&world.alpha, Outcome::DnsRowUpdated, update)
}

fn success_changes_what_is_named() {
    let world = world();
    let row = world.add_row(&world.alpha, "shop.test", "www 300 A 192.0.2.1");
    world.pass_days(1);
    let changed = update(&world, Update { comment: Some(Some(line("web"))), ..with_data(&row, "192.0.2.2") });
    assert_eq!((changed.id, changed.changed_at, changed.comment), (row.id, world.now(), Some(line("web"))));
    assert_eq!(lines(&world), ["www 300 A 192.0.2.2"]);
    let changed = update(&world, Update { ttl: Some(600), comment: Some(None), ..nothing(row.id) });
    assert_eq!((changed.ttl, changed.comment.as_ref()), (600, None));
    assert_eq!(update(&world, nothing(row.id)), changed);
    assert_eq!(world.zone("shop.test").rows, 1);
    assert!(world.history(row.zone).contains(&"dns_row_update".to_owned()));
}

fn success_publishes_with_a_commit() {
    let world = world();
    let row = world.add_row(&world.alpha, "shop.test", "www 300 A 192.0.2.1");
    world.commit_zone(&world.alpha, "shop.test");
    update(&world, with_data(&row, "192.0.2.2"));
    update(&world, with_data(&row, "192.0.2.3"));
    let published = |last| [("www".to_owned(), 300, vec![192, 0, 2, last])];
    assert_eq!(world.published("shop.test", RecordType::A), published(1));
    world.commit_zone(&world.alpha, "shop.test");
    assert_eq!(world.published("shop.test", RecordType::A), published(3));
}

fn success_changes_the_ttl_of_the_whole_set() {
    let world = world();
    let first = world.add_row(&world.alpha, "shop.test", "www 300 A 192.0.2.1");
    world.add_row(&world.alpha, "shop.test", "www 300 A 192.0.2.2");
    world.add_row(&world.alpha, "shop.test", "www 300 TXT x");
    world.commit_zone(&world.alpha, "shop.test");
    update(&world, Update { ttl: Some(900), ..nothing(first.id) });
    assert_eq!(lines(&world), ["www 900 A 192.0.2.1", "www 900 A 192.0.2.2", "www 300 TXT x"]);
    world.commit_zone(&world.alpha, "shop.test");
    let ttls = |kind| -> Vec<u32> {
        world.published("shop.test", kind).into_iter().map(|(_, ttl, _)| ttl).collect()
    };
    assert_eq!((ttls(RecordType::A), ttls(RecordType::Txt)), (vec![900, 900], vec![300]));
}

fn refused_for_data_of_another_type() {
    let world = world();
    let row = world.add_row(&world.alpha, "shop.test", "www 300 A 192.0.2.1");
    for data in ["", "2001:db8::1", "web.example"] {
        let refusals = world.refused(&world.alpha, Outcome::DnsRdataMalformed, with_data(&row, data));
        assert_eq!(refusals.first().field, Some(engine::Field::DnsRdata));
    }
}

fn refused_for_the_ttl() {
    let world = world();
    let row = world.add_row(&world.alpha, "shop.test", "www 300 A 192.0.2.1");
    for ttl in [0, 299, 2_592_001] {
        let update = Update { ttl: Some(ttl), ..nothing(row.id) };
        world.refused(&world.alpha, Outcome::DnsTtlOutOfRange, update);
    }
}

fn refused_for_the_same_row() {
    let world = world();
    let row = world.add_row(&world.alpha, "shop.test", "www 300 A 192.0.2.1");
    world.add_row(&world.alpha, "shop.test", "www 300 A 192.0.2.2");
    world.refused(&world.alpha, Outcome::DnsRowTaken, with_data(&row, "192.0.2.2"));
    update(&world, with_data(&row, "192.0.2.1"));
}

fn refused_for_a_row_that_is_not_there() {
    let world = world();
    world.refused(&world.alpha, Outcome::DnsRowUnknown, nothing(DnsRowId(7)));
}

fn refused_for_a_secondary_zone() {
    let world = secondary();
    world.refused(&world.alpha, Outcome::DnsZoneIsSecondary, nothing(DnsRowId(7)));
}

fn refused_for_strangers() {
    refuses_strangers(|zone| Update { zone, ..nothing(DnsRowId(7)) });
}
