//! DNS zones.

use engine::model::{
    AccountId, Axfr, DnsLock, DnsSigning, DnsSource, DnsZone, DnsZoneId, DnsZoneKind, DnsZoneState, Handle,
    NamePattern, PrimaryAddress, Serial, Soa,
};
use engine::ports::store::{Inserted, Slice, Store};

use crate::client::{read, write};
use crate::fixtures::{id, name, noon, opened};

/// A primary zone as it is at first.
pub(crate) fn zone(text: &str, owner: AccountId) -> DnsZone {
    DnsZone {
        id: DnsZoneId(id()),
        name: name(text),
        owner,
        kind: DnsZoneKind::Primary(Axfr::default()),
        state: DnsZoneState::Active,
        lock: DnsLock::None,
        signing: DnsSigning::Unsigned,
        soa: Soa {
            mname: name("ns1.example.test"),
            rname: name("hostmaster.example.test"),
            refresh: 1,
            retry: 2,
            expire: 3,
            minimum: 4,
            ttl: 5,
        },
        name_servers: Vec::new(),
        serial: Serial(0),
        rows: 0,
        changed: false,
        auto_commit: false,
        added_at: noon(),
        changed_at: None,
        committed_at: None,
        reloaded_at: None,
        disabled_at: None,
        enabled_at: None,
        deleted_at: None,
    }
}

/// The same with something in every place.
fn full(text: &str, owner: AccountId) -> DnsZone {
    let day = |days| Some(noon().plus_days(days));
    DnsZone {
        kind: DnsZoneKind::Primary(Axfr {
            enabled: true,
            addresses: vec!["192.0.2.1".parse().unwrap(), "2001:db8::1".parse().unwrap()],
        }),
        state: DnsZoneState::Disabled,
        lock: DnsLock::User,
        signing: DnsSigning::KeySet(Handle::parse("KEYS-1").unwrap()),
        name_servers: vec![name("ns2.example.test"), name("ns1.example.test")],
        serial: Serial(u32::MAX),
        rows: 7,
        changed: true,
        auto_commit: true,
        changed_at: day(1),
        committed_at: day(2),
        reloaded_at: day(3),
        disabled_at: day(4),
        enabled_at: day(5),
        deleted_at: day(6),
        ..zone(text, owner)
    }
}

fn source() -> DnsSource {
    DnsSource {
        primary: PrimaryAddress::parse("[2001:db8::1]:5353").unwrap(),
        next_run: noon().plus_days(1),
        asked_at: None,
        answered_at: None,
        expires_at: noon().plus_days(2),
        expired: false,
    }
}

pub(crate) fn stored(store: &dyn Store, zone: &DnsZone) -> Inserted {
    let zone = zone.clone();
    write(store, move |tx| tx.insert_dns_zone(&zone))
}

fn by_name(store: &dyn Store, text: &str) -> Option<DnsZone> {
    let name = name(text);
    read(store, move |snapshot| snapshot.dns_zone(&name))
}

pub(crate) fn a_primary_zone_reads_back_as_it_was_written(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let (bare, full) = (zone("bare.test", alpha), full("full.test", alpha));
    for written in [&bare, &full] {
        assert_eq!(stored(store, written), Inserted::Yes);
        let id = written.id;
        assert_eq!(read(store, move |snapshot| snapshot.dns_zone_by_id(id)).as_ref(), Some(written));
    }
    assert_eq!((by_name(store, "bare.test"), by_name(store, "full.test")), (Some(bare), Some(full)));
    assert_eq!(by_name(store, "other.test"), None);
}

pub(crate) fn a_secondary_zone_reads_back_as_it_was_written(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let mut secondary = DnsZone { kind: DnsZoneKind::Secondary(source()), ..zone("shop.test", alpha) };
    stored(store, &secondary);
    assert_eq!(by_name(store, "shop.test").as_ref(), Some(&secondary));
    let late = Some(noon().plus_days(9));
    secondary.kind =
        DnsZoneKind::Secondary(DnsSource { asked_at: late, answered_at: late, expired: true, ..source() });
    let changed = secondary.clone();
    write(store, move |tx| tx.update_dns_zone(&changed));
    assert_eq!(by_name(store, "shop.test"), Some(secondary));
}

pub(crate) fn a_taken_name_is_refused(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let first = DnsZone { state: DnsZoneState::Deleted, ..zone("shop.test", alpha) };
    assert_eq!(stored(store, &first), Inserted::Yes);
    assert_eq!(stored(store, &zone("shop.test", bravo)), Inserted::Taken);
    assert_eq!(by_name(store, "shop.test"), Some(first));
}

pub(crate) fn an_update_replaces_the_row(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let before = zone("shop.test", alpha);
    stored(store, &before);
    let after = DnsZone { id: before.id, ..full("shop.test", alpha) };
    let changed = after.clone();
    write(store, move |tx| tx.update_dns_zone(&changed));
    assert_eq!(by_name(store, "shop.test"), Some(after));
}

pub(crate) fn zones_are_listed_and_counted_by_owner(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let (shop, books) = (zone("shop.test", alpha), full("books.test", alpha));
    let gone = DnsZone { state: DnsZoneState::Deleted, ..zone("gone.test", alpha) };
    for zone in [&shop, &books, &gone, &zone("other.test", bravo)] {
        stored(store, zone);
    }
    let listed_as = |owner, pattern: &str, after: Option<&str>| {
        let (pattern, after) = (NamePattern::new(pattern), after.map(name));
        let slice = Slice { after, skip: 0, most: 10 };
        read(store, move |snapshot| snapshot.dns_zones(owner, &pattern, &slice))
    };
    let listed = |owner| listed_as(owner, "", None);
    let counted = |owner| read(store, move |snapshot| snapshot.count_dns_zones(owner, &NamePattern::any()));
    assert_eq!(listed_as(alpha, "s*", None), std::slice::from_ref(&shop));
    assert_eq!(listed_as(alpha, "", Some("books.test")), std::slice::from_ref(&shop));
    assert_eq!(listed_as(alpha, "b*", Some("books.test")), []);
    assert_eq!((listed(alpha), counted(alpha)), (vec![books, shop], 2));
    assert_eq!((listed(bravo).len(), counted(bravo), counted(AccountId(1))), (1, 1, 0));
}

pub(crate) fn the_nearest_zone_is_found(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let gone = DnsZone { state: DnsZoneState::Deleted, ..zone("b.a.shop.test", alpha) };
    for zone in [&zone("shop.test", alpha), &zone("a.shop.test", alpha), &gone] {
        stored(store, zone);
    }
    let nearest = |text: &str| {
        let name = name(text);
        read(store, move |snapshot| snapshot.nearest_dns_zone(&name)).map(|zone| zone.name.to_string())
    };
    let deep = format!("{}shop.test", "x.".repeat(40));
    for (text, zone) in [
        ("shop.test", Some("shop.test")),
        ("www.shop.test", Some("shop.test")),
        ("b.a.shop.test", Some("a.shop.test")),
        (&deep, Some("shop.test")),
        ("workshop.test", None),
    ] {
        assert_eq!(nearest(text).as_deref(), zone, "{text}");
    }
}

pub(crate) fn a_zone_goes_for_good(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let shop = zone("shop.test", alpha);
    stored(store, &shop);
    let id = shop.id;
    write(store, move |tx| tx.delete_dns_zone(id));
    assert_eq!(by_name(store, "shop.test"), None);
    assert_eq!(stored(store, &zone("shop.test", alpha)), Inserted::Yes);
}
