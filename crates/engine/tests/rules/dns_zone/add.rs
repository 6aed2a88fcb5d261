use engine::{
    Outcome,
    model::{DnsRecord, DnsZoneState, RecordType, Serial},
    ops::dns_zone::{Add, NewDnsZone, SoaChange},
    ports::Port,
};

use super::{axfr, delete, world};
use crate::fixture::{World, add_row, add_secondary, add_zone, name, outcomes};

cases! {
    success_publishes_a_primary_zone_at_once
    success_takes_name_servers_and_permissions
    success_begins_with_rows_and_soa_values
    success_schedules_the_first_transfer_of_a_secondary_zone
    success_needs_no_registration_nor_that_it_is_ones_own
    success_again_after_a_deletion
    refused_for_where_the_name_lies
    refused_for_its_lists
    refused_for_its_rows
    refused_for_a_taken_name
    refused_beyond_the_bound_of_the_account
    refused_for_the_name_before_the_bound
    broken_name_servers_leave_nothing
}

fn success_publishes_a_primary_zone_at_once() {
    let world = World::new();
    let zone = world.add_zone(&world.alpha, "shop.test");
    assert_eq!(world.zone("shop.test"), zone);
    assert_eq!((zone.serial, zone.owner, zone.rows), (Serial(2_027_030_101), world.alpha.id(), 0));
    assert_eq!((zone.added_at, zone.reloaded_at, zone.changed), (world.now(), Some(world.now()), false));
    assert!(zone.is_answered_for() && zone.auto_commit);
    assert_eq!(zone.soa.mname.as_str(), "ns1.chancery.example");
    let kinds: Vec<u16> = world.records("shop.test").iter().map(|record| record.kind).collect();
    assert_eq!(kinds, [2, 2, DnsRecord::SOA]);
    let soa = world.records("shop.test").pop().unwrap();
    assert!(soa.rdata.windows(4).any(|bytes| bytes == 2_027_030_101_u32.to_be_bytes()));
    assert_eq!(world.history(zone.id), ["dns_zone_add"]);
}

fn success_takes_name_servers_and_permissions() {
    let world = World::new();
    let add = Add {
        kind: NewDnsZone::Primary(axfr(true, &["192.0.2.1"])),
        name_servers: vec![name("a.example"), name("b.example")],
        ..add_zone("shop.test")
    };
    let zone = world.done(&world.alpha, Outcome::DnsZoneAdded, add);
    assert_eq!(zone.axfr(), Some(&axfr(true, &["192.0.2.1"])));
    assert_eq!(zone.soa.mname.as_str(), "a.example");
    let data: Vec<_> =
        world.published("shop.test", RecordType::Ns).into_iter().map(|(_, _, data)| data).collect();
    assert!(data.contains(&b"\x01a\x07example\x00".to_vec()) && data.len() == 2);
}

fn success_schedules_the_first_transfer_of_a_secondary_zone() {
    let world = World::new();
    let zone = world.add_secondary(&world.alpha, "shop.test", "192.0.2.1:5353");
    assert!(!zone.is_answered_for() && world.records("shop.test").is_empty());
    let [request] = world.handed_out().try_into().unwrap();
    assert_eq!((request.zone, request.name, request.owner.as_str()), (zone.id, name("shop.test"), "ALPHA"));
    assert_eq!((request.primary.to_string().as_str(), request.serial), ("192.0.2.1:5353", None));
}

fn success_needs_no_registration_nor_that_it_is_ones_own() {
    let world = World::new();
    world.register(&world.bravo, "shop.test");
    world.add_zone(&world.alpha, "shop.test");
    world.add_zone(&world.alpha, "b\u{fc}cher.dollars.test");
}

fn success_again_after_a_deletion() {
    let world = world();
    let before = world.zone("shop.test");
    delete(&world, "shop.test");
    let zone = world.add_zone(&world.alpha, "shop.test");
    assert_ne!(zone.id, before.id);
    assert_eq!((zone.state, world.zone("shop.test")), (DnsZoneState::Active, zone));
    assert_eq!(world.history(before.id).last().unwrap(), "dns_zone_purge");
}

fn refused_for_where_the_name_lies() {
    let world = World::new();
    for (zone, outcome) in [
        ("example.org", Outcome::ZoneUnknown),
        ("www.shop.test", Outcome::NameNotRegistrable),
        ("dollars.test", Outcome::NameNotRegistrable),
        ("test", Outcome::NameNotRegistrable),
    ] {
        world.refused(&world.alpha, outcome, add_zone(zone));
    }
}

fn refused_for_its_lists() {
    let world = World::new();
    let many: Vec<_> = (0..14).map(|number| name(&format!("ns{number}.example"))).collect();
    let add = |name_servers: Vec<_>, permission| Add {
        kind: NewDnsZone::Primary(permission),
        name_servers,
        ..add_zone("shop.test")
    };
    let nobody = || axfr(false, &[]);
    world.refused(&world.alpha, Outcome::DnsNameServersTooMany, add(many.clone(), nobody()));
    let twice = vec![many[0].clone(), many[0].clone()];
    let refusals = world.refused(&world.alpha, Outcome::NamedTwice, add(twice, axfr(true, &[])));
    assert_eq!(outcomes(&refusals), [Outcome::NamedTwice, Outcome::TextMissing]);
    let addresses: Vec<String> = (1..=21).map(|last| format!("192.0.2.{last}")).collect();
    let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let crowd = add(Vec::new(), axfr(true, &addresses));
    world.refused(&world.alpha, Outcome::DnsAxfrAddressesTooMany, crowd);
    let twice = add(Vec::new(), axfr(true, &["192.0.2.1", "192.0.2.1"]));
    world.refused(&world.alpha, Outcome::NamedTwice, twice);
}

fn success_begins_with_rows_and_soa_values() {
    let world = World::new();
    let rows = ["@ 300 A 192.0.2.1", "@ - NS a.example"].map(|line| add_row("shop.test", line).row);
    let soa = SoaChange { refresh: Some(7_200), ..SoaChange::default() };
    let add = Add { rows: rows.into(), soa, ..add_zone("shop.test") };
    let zone = world.done(&world.alpha, Outcome::DnsZoneAdded, add);
    assert_eq!((zone.rows, zone.soa.refresh, zone.name_servers), (1, 7_200, vec![name("a.example")]));
    assert_eq!(world.published("shop.test", RecordType::A).len(), 1);
}

fn refused_for_its_rows() {
    let world = World::new();
    let refused = |outcome, add: Add| drop(world.refused(&world.alpha, outcome, add));
    let with = |lines: &[&str]| {
        let rows = lines.iter().map(|line| add_row("shop.test", line).row).collect();
        Add { rows, ..add_zone("shop.test") }
    };
    refused(Outcome::DnsRowNameRefused, with(&["www 300 SRV 1 2 3 a.example"]));
    refused(Outcome::DnsTtlOutOfRange, with(&["www 1 TXT x"]));
    refused(Outcome::DnsRowTaken, with(&["www 300 TXT x", "www 300 TXT x"]));
    refused(Outcome::DnsTtlDiffers, with(&["www 300 TXT x", "www 600 TXT y"]));
    refused(Outcome::DnsCnameConflict, with(&["www 300 TXT x", "www 300 CNAME y.example"]));
    let long = format!("{0}.{0}.{0}.{1}", "a".repeat(63), "a".repeat(60));
    refused(Outcome::DnsRowNameMalformed, with(&[&format!("{long} 300 TXT x")]));
    let soa = SoaChange { refresh: Some(1), ..SoaChange::default() };
    refused(Outcome::DnsSoaRefused, Add { soa, ..add_zone("shop.test") });
    let kind = add_secondary("shop.test", "192.0.2.1").kind;
    refused(Outcome::DnsZoneIsSecondary, Add { kind, ..with(&["www 300 TXT x"]) });
    let alpha = world.bounded(&world.alpha, None, Some(1));
    world.refused(&alpha, Outcome::DnsRowsTooMany, with(&["a 300 TXT x", "b 300 TXT x"]));
}

/// The name of a deleted zone is kept for its account.
fn refused_for_a_taken_name() {
    let world = world();
    for actor in [&world.alpha, &world.bravo] {
        world.refused(actor, Outcome::DnsZoneTaken, add_zone("shop.test"));
    }
    delete(&world, "shop.test");
    world.refused(&world.bravo, Outcome::DnsZoneTaken, add_secondary("shop.test", "192.0.2.1"));
    world.advance_days(30);
    world.add_zone(&world.bravo, "shop.test");
}

fn refused_beyond_the_bound_of_the_account() {
    let world = World::new();
    let alpha = world.bounded(&world.alpha, Some(2), None);
    world.add_zone(&alpha, "a1.test");
    world.add_zone(&alpha, "a2.test");
    world.add_zone(&world.bravo, "b1.test");
    let refusals = world.refused(&alpha, Outcome::DnsZonesTooMany, add_zone("a3.test"));
    assert_eq!(refusals.first().facts, [("count", "2".to_owned())]);
    delete(&world, "a1.test");
    world.add_zone(&alpha, "a3.test");
    let nobody = world.bounded(&world.charlie, Some(0), None);
    world.refused(&nobody, Outcome::DnsZonesTooMany, add_zone("c1.test"));
}

fn refused_for_the_name_before_the_bound() {
    let world = world();
    let alpha = world.bounded(&world.alpha, Some(1), None);
    world.refused(&alpha, Outcome::DnsZoneTaken, add_zone("shop.test"));
}

fn broken_name_servers_leave_nothing() {
    let world = World::new();
    world.break_port(Some(Port::NameServers));
    let fault = world.broken(&world.alpha, add_zone("shop.test"));
    assert_eq!(fault.outcome(), Outcome::DnsNameServersUnavailable);
    world.break_port(None);
    world.add_zone(&world.alpha, "shop.test");
}
