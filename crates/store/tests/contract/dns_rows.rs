//! The rows of DNS zones, and what is published of them.

use engine::model::{DnsRecord, DnsRow, DnsRowId, DnsZoneId, Line, Rdata, RecordType, RowName};
use engine::ports::store::{Inserted, Store};

use super::dns_zones::{stored, zone};
use crate::client::{read, refuse, write};
use crate::fixtures::{id, noon, opened};

/// A zone that is in the store.
fn zoned(store: &dyn Store, text: &str) -> DnsZoneId {
    let owner = opened(store, &text[..3].to_uppercase());
    let zone = zone(text, owner);
    stored(store, &zone);
    zone.id
}

fn row(zone: DnsZoneId, name: &str, kind: RecordType, data: &str) -> DnsRow {
    DnsRow {
        id: DnsRowId(id()),
        zone,
        name: RowName::parse(name).unwrap(),
        ttl: 300,
        rdata: Rdata::parse(kind, data).unwrap(),
        changed_at: noon(),
        comment: None,
        committed: false,
    }
}

fn text(zone: DnsZoneId, name: &str, data: &str) -> DnsRow {
    row(zone, name, RecordType::Txt, data)
}

fn add(store: &dyn Store, row: &DnsRow) -> Inserted {
    let row = row.clone();
    write(store, move |tx| tx.insert_dns_row(&row))
}

fn change(store: &dyn Store, row: &DnsRow) -> Inserted {
    let row = row.clone();
    write(store, move |tx| tx.update_dns_row(&row))
}

fn delete(store: &dyn Store, row: &DnsRow) {
    let row = row.clone();
    write(store, move |tx| tx.delete_dns_row(&row));
}

fn rows(store: &dyn Store, zone: DnsZoneId) -> Vec<DnsRow> {
    read(store, move |snapshot| snapshot.dns_rows(zone))
}

fn publish(store: &dyn Store, zone: DnsZoneId, apex: &[DnsRecord]) {
    let apex = apex.to_vec();
    write(store, move |tx| tx.publish_dns_rows(zone, &apex));
}

/// What is published: name, type, TTL, data.
fn published(store: &dyn Store, zone: DnsZoneId) -> Vec<(String, u16, u32, Vec<u8>)> {
    let records = read(store, move |snapshot| snapshot.dns_records(zone));
    let shown = |record: DnsRecord| {
        (record.name.as_str().to_owned(), record.kind, record.ttl, record.rdata.into_vec())
    };
    records.into_iter().map(shown).collect()
}

fn as_published(row: &DnsRow) -> (String, u16, u32, Vec<u8>) {
    (row.name.as_str().to_owned(), row.rdata.kind().number(), row.ttl, row.rdata.wire().to_vec())
}

fn soa(serial: u8) -> DnsRecord {
    DnsRecord { name: RowName::apex(), kind: DnsRecord::SOA, ttl: 60, rdata: [serial].into() }
}

pub(crate) fn a_row_reads_back_as_it_was_written(store: &dyn Store) {
    let zone = zoned(store, "shop.test");
    let bare = row(zone, "", RecordType::A, "192.0.2.1");
    let full = DnsRow {
        comment: Some(Line::parse("the shop's", 255).unwrap()),
        committed: true,
        ttl: u32::MAX,
        ..row(zone, "*.a", RecordType::Txt, &"long ".repeat(100))
    };
    for written in [&bare, &full] {
        assert_eq!(add(store, written), Inserted::Yes);
        let id = written.id;
        assert_eq!(read(store, move |snapshot| snapshot.dns_row(zone, id)).as_ref(), Some(written));
        assert!(read(store, move |snapshot| snapshot.dns_row(DnsZoneId(7), id)).is_none());
    }
    assert_eq!(rows(store, zone), [bare, full]);
}

pub(crate) fn no_two_rows_are_the_same(store: &dyn Store) {
    let (shop, books) = (zoned(store, "shop.test"), zoned(store, "books.test"));
    let first = row(shop, "www", RecordType::Cname, "web.example.test");
    assert_eq!(add(store, &first), Inserted::Yes);
    let spelled = row(shop, "WWW", RecordType::Cname, "WEB.example.test.");
    assert_eq!(add(store, &spelled), Inserted::Taken);
    let others = [
        row(shop, "www", RecordType::Dname, "web.example.test"),
        row(shop, "ftp", RecordType::Cname, "web.example.test"),
        row(books, "www", RecordType::Cname, "web.example.test"),
    ];
    for other in &others {
        assert_eq!(add(store, other), Inserted::Yes);
    }
    let mut second = row(shop, "www", RecordType::Cname, "b.example.test");
    add(store, &second);
    second.rdata = first.rdata;
    assert_eq!(change(store, &second), Inserted::Taken);
    second.rdata = Rdata::parse(RecordType::Cname, "c.example.test").unwrap();
    assert_eq!(change(store, &second), Inserted::Yes);
}

pub(crate) fn rows_are_found_beside_each_other(store: &dyn Store) {
    let zone = zoned(store, "shop.test");
    let (a, b) = (row(zone, "www", RecordType::A, "192.0.2.1"), text(zone, "www", "x"));
    add(store, &a);
    add(store, &b);
    let found = |name: &str, kind| {
        let name = RowName::parse(name).unwrap();
        read(store, move |snapshot| snapshot.some_dns_row(zone, &name, kind))
    };
    assert_eq!(found("www", Some(RecordType::Txt)), Some(b.clone()));
    assert!(found("www", None).is_some());
    assert_eq!((found("www", Some(RecordType::Mx)), found("", None), found("ww", None)), (None, None, None));
    let same = |name: &str, rdata: &Rdata| {
        let (name, rdata) = (RowName::parse(name).unwrap(), rdata.clone());
        read(store, move |snapshot| snapshot.same_dns_row(zone, &name, &rdata))
    };
    assert_eq!((same("www", &b.rdata), same("", &b.rdata)), (Some(b), None));
    assert_eq!(same("www", &a.rdata), Some(a));
}

pub(crate) fn rows_of_a_name_and_type_get_one_ttl(store: &dyn Store) {
    let zone = zoned(store, "shop.test");
    let rows = [text(zone, "", "a"), text(zone, "", "b"), text(zone, "x", "a")];
    rows.iter().for_each(|row| assert_eq!(add(store, row), Inserted::Yes));
    publish(store, zone, &[]);
    let changed = DnsRow { ttl: 900, changed_at: noon().plus_days(1), ..rows[0].clone() };
    let setting = changed.clone();
    write(store, move |tx| tx.set_dns_ttl(&setting));
    let now = self::rows(store, zone);
    let seen: Vec<_> = now.iter().map(|row| (row.ttl, row.committed, row.changed_at)).collect();
    let (late, same) = ((900, false, changed.changed_at), (300, true, noon()));
    assert_eq!(seen, [late, late, same]);
    publish(store, zone, &[]);
    let ttls: Vec<_> = published(store, zone).into_iter().map(|(name, _, ttl, _)| (name, ttl)).collect();
    assert_eq!(ttls, [(String::new(), 900), (String::new(), 900), ("x".to_owned(), 300)]);
}

pub(crate) fn a_commit_publishes_what_was_changed(store: &dyn Store) {
    let (zone, other) = (zoned(store, "shop.test"), zoned(store, "books.test"));
    let mut a = text(zone, "a", "one");
    let (b, c) = (text(zone, "b", "two"), text(zone, "c", "three"));
    for row in [&a, &b, &text(other, "x", "other")] {
        add(store, row);
    }
    assert_eq!(published(store, zone), []);
    publish(store, zone, &[soa(1)]);
    let first_soa = (String::new(), 6, 60, vec![1]);
    assert_eq!(published(store, zone), [first_soa, as_published(&a), as_published(&b)]);
    assert!(rows(store, zone).iter().all(|row| row.committed));
    assert_eq!(published(store, other), []);

    let before = published(store, zone);
    a.rdata = Rdata::parse(RecordType::Txt, "uno").unwrap();
    assert_eq!(change(store, &a), Inserted::Yes);
    delete(store, &b);
    add(store, &c);
    assert_eq!(published(store, zone), before, "nothing of the draft is seen");
    publish(store, zone, &[soa(2)]);
    let second_soa = (String::new(), 6, 60, vec![2]);
    assert_eq!(published(store, zone), [second_soa, as_published(&a), as_published(&c)]);
}

pub(crate) fn what_was_deleted_and_added_again_stays_published(store: &dyn Store) {
    let zone = zoned(store, "shop.test");
    let mut a = text(zone, "a", "one");
    add(store, &a);
    publish(store, zone, &[]);
    delete(store, &a);
    a.id = DnsRowId(id());
    add(store, &a);
    publish(store, zone, &[]);
    assert_eq!(published(store, zone), [as_published(&a)]);
    let (one, two) = (a.rdata.clone(), Rdata::parse(RecordType::Txt, "two").unwrap());
    for rdata in [two.clone(), one, two] {
        a.rdata = rdata;
        change(store, &a);
    }
    delete(store, &a);
    publish(store, zone, &[]);
    assert_eq!(published(store, zone), []);
    let undone = a.clone();
    refuse(store, move |tx| tx.insert_dns_row(&undone));
    publish(store, zone, &[]);
    assert_eq!(published(store, zone), []);
}

pub(crate) fn rows_are_copied_at_once(store: &dyn Store) {
    let (from, to) = (zoned(store, "shop.test"), zoned(store, "books.test"));
    let originals = [text(from, "a", "one"), row(from, "b", RecordType::A, "192.0.2.1")];
    originals.iter().for_each(|row| assert_eq!(add(store, row), Inserted::Yes));
    publish(store, from, &[]);
    let (first, later) = (id(), noon().plus_days(1));
    id();
    write(store, move |tx| tx.copy_dns_rows(from, to, DnsRowId(first), later));
    let copied: Vec<DnsRow> = (first..)
        .zip(&originals)
        .map(|(id, row)| DnsRow { id: DnsRowId(id), zone: to, changed_at: later, ..row.clone() })
        .collect();
    assert_eq!(rows(store, to), copied);
    assert_eq!(published(store, to), []);
}

pub(crate) fn records_are_replaced_and_cleared(store: &dyn Store) {
    let zone = zoned(store, "shop.test");
    let record = |name: &str, kind, rdata: &[u8]| DnsRecord {
        name: RowName::from_store(name.to_owned()),
        kind,
        ttl: 5,
        rdata: rdata.into(),
    };
    let first = vec![soa(1), record("b", 46, &[0; 400]), record("b", 46, &[0; 400])];
    let put = |records: Vec<DnsRecord>| write(store, move |tx| tx.put_dns_records(zone, &records));
    put(first);
    assert_eq!(published(store, zone).len(), 2, "what comes twice is there once");
    put(vec![soa(2), record("", 2, &[1])]);
    let kinds: Vec<_> = published(store, zone).into_iter().map(|(_, kind, _, rdata)| (kind, rdata)).collect();
    assert_eq!(kinds, [(2, vec![1]), (6, vec![2])]);
    add(store, &text(zone, "a", "one"));
    write(store, move |tx| tx.clear_dns_zone(zone).and_then(|()| tx.delete_dns_zone(zone)));
    assert_eq!((rows(store, zone), published(store, zone)), (Vec::new(), Vec::new()));
}
