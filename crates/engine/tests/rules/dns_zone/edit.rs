use engine::{
    Outcome, Refusals,
    model::{DnsZoneType, DomainName, RecordType},
    ops::{
        dns_row::NewDnsRow,
        dns_zone::{Edit, RowChange, SoaChange, Update},
    },
    ports::Port,
};

use super::{axfr, refuses_strangers, secondary, world};
use crate::dns_row::lines;
use crate::fixture::{World, add_row, name, primary_at, zone_update};

cases! {
    success_changes_rows_and_settings_and_publishes_them
    success_removes_by_what_a_row_says
    success_replaces_all_rows_and_leaves_those_that_stay
    success_changes_the_name_servers_of_the_zone
    success_publishes_a_new_version_of_the_same
    success_gives_a_secondary_zone_another_primary
    refused_as_a_whole
    refused_for_nothing
    refused_for_rows_in_themselves
    refused_for_its_settings
    refused_for_the_rows_beside_them
    refused_for_name_servers
    refused_for_the_other_type
    refused_for_strangers
    broken_name_servers_leave_it_as_it_was
}

fn row(line: &str) -> NewDnsRow {
    add_row("shop.test", line).row
}

fn rows(lines: &[&str]) -> Vec<NewDnsRow> {
    lines.iter().map(|line| row(line)).collect()
}

fn rows_edit(rows: RowChange) -> Edit {
    Edit { settings: zone_update("shop.test"), rows, republish: false }
}

fn edit(remove: &[&str], add: &[&str]) -> Edit {
    let remove = rows(remove).into_iter().map(|row| (row.name, row.rdata)).collect();
    rows_edit(RowChange { all: None, remove, add: rows(add) })
}

fn replace(all: &[&str]) -> Edit {
    rows_edit(RowChange { all: Some(rows(all)), ..RowChange::default() })
}

fn settings_edit(settings: Update) -> Edit {
    Edit { settings, ..edit(&[], &[]) }
}

#[track_caller]
fn done(world: &World, edit: Edit) {
    let before = world.zone("shop.test").serial;
    let serial = world.done(&world.alpha, Outcome::DnsZoneUpdated, edit);
    assert_eq!((serial != before, world.zone("shop.test").changed), (true, false));
}

#[track_caller]
fn refused(world: &World, outcome: Outcome, edit: Edit) -> Refusals {
    world.refused(&world.alpha, outcome, edit)
}

fn success_changes_rows_and_settings_and_publishes_them() {
    let world = world();
    let soa = SoaChange { refresh: Some(7_200), ..SoaChange::default() };
    let settings = Update { soa, ..zone_update("shop.test") };
    done(&world, Edit { settings, ..edit(&[], &["www 300 A 192.0.2.1", "www - A 192.0.2.2"]) });
    let zone = world.zone("shop.test");
    assert_eq!((zone.rows, zone.soa.refresh, zone.changed_at), (2, 7_200, Some(world.now())));
    assert_eq!(lines(&world), ["www 300 A 192.0.2.1", "www 300 A 192.0.2.2"]);
    assert_eq!(world.published("shop.test", RecordType::A).len(), 2);
    assert_eq!(world.history(zone.id), ["dns_zone_add", "dns_zone_edit"]);
}

fn success_removes_by_what_a_row_says() {
    let world = world();
    done(&world, edit(&[], &["www 300 CNAME Web.Example.net", "x 300 TXT a"]));
    done(&world, edit(&["www - CNAME web.example.NET."], &["www 600 A 192.0.2.1"]));
    assert_eq!(lines(&world), ["www 600 A 192.0.2.1", "x 300 TXT a"]);
    assert_eq!(world.zone("shop.test").rows, 2);
}

fn success_replaces_all_rows_and_leaves_those_that_stay() {
    let world = world();
    done(&world, edit(&[], &["a 300 TXT x", "b 300 TXT x", "c 300 TXT x"]));
    let kept = crate::dns_row::rows(&world)[0].clone();
    done(&world, replace(&["a - TXT x", "b 600 TXT x", "d 300 TXT x"]));
    assert_eq!(lines(&world), ["a 300 TXT x", "b 600 TXT x", "d 300 TXT x"]);
    let after = crate::dns_row::rows(&world);
    assert_eq!((after[0].id, after.len()), (kept.id, 3));
    let servers = world.zone("shop.test").name_servers.len();
    done(&world, replace(&[]));
    let zone = world.zone("shop.test");
    assert_eq!((lines(&world).len(), zone.rows, zone.name_servers.len()), (0, 0, servers));
}

fn success_changes_the_name_servers_of_the_zone() {
    let world = world();
    let house = world.zone("shop.test").name_servers;
    done(&world, replace(&["@ 300 NS a.example.net", "www 300 NS c.example.net"]));
    done(&world, edit(&["@ - NS A.example.net"], &["@ - NS b.example.net"]));
    let zone = world.zone("shop.test");
    assert_eq!((zone.name_servers, zone.soa.mname), (vec![name("b.example.net")], name("b.example.net")));
    assert_eq!(lines(&world), ["www 300 NS c.example.net"]);
    done(&world, edit(&["@ - NS b.example.net"], &[]));
    assert_eq!(world.zone("shop.test").name_servers, house);
}

fn success_publishes_a_new_version_of_the_same() {
    let world = world();
    done(&world, Edit { republish: true, ..edit(&[], &[]) });
}

fn success_gives_a_secondary_zone_another_primary() {
    let world = secondary();
    let settings = Update { primary: Some(primary_at("192.0.2.2")), ..zone_update("shop.test") };
    world.done(&world.alpha, Outcome::DnsZoneUpdated, settings_edit(settings));
    assert_eq!(world.zone("shop.test").source().unwrap().primary, primary_at("192.0.2.2"));
}

fn refused_as_a_whole() {
    let world = world();
    done(&world, edit(&[], &["www 300 A 192.0.2.1"]));
    let before = (world.zone("shop.test"), world.records("shop.test"));
    refused(&world, Outcome::DnsRowUnknown, edit(&["www - A 192.0.2.1", "www - A 192.0.2.2"], &[]));
    refused(&world, Outcome::DnsRowTaken, edit(&[], &["a 300 TXT x", "www - A 192.0.2.1"]));
    assert_eq!((world.zone("shop.test"), world.records("shop.test")), before);
}

fn refused_for_nothing() {
    refused(&world(), Outcome::UpdateEmpty, edit(&[], &[]));
}

fn refused_for_rows_in_themselves() {
    let world = world();
    refused(&world, Outcome::DnsTtlOutOfRange, edit(&[], &["www 1 TXT x"]));
    refused(&world, Outcome::DnsRowNameRefused, edit(&[], &["www 300 SRV 1 2 3 a.example"]));
    let long = format!("{0}.{0}.{0}.{1}", "a".repeat(63), "a".repeat(60));
    refused(&world, Outcome::DnsRowNameMalformed, replace(&[&format!("{long} 300 TXT x")]));
}

fn refused_for_its_settings() {
    let world = world();
    let refuse = |outcome, settings| {
        refused(&world, outcome, settings_edit(settings));
    };
    let with = || zone_update("shop.test");
    let many: Vec<DomainName> = (0..14).map(|number| name(&format!("ns{number}.example"))).collect();
    let twice = vec![many[0].clone(), many[0].clone()];
    refuse(Outcome::DnsNameServersTooMany, Update { name_servers: Some(many), ..with() });
    refuse(Outcome::NamedTwice, Update { name_servers: Some(twice), ..with() });
    refuse(Outcome::TextMissing, Update { axfr: Some(axfr(true, &[])), ..with() });
    let addresses: Vec<String> = (1..=21).map(|last| format!("192.0.2.{last}")).collect();
    let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    refuse(Outcome::DnsAxfrAddressesTooMany, Update { axfr: Some(axfr(true, &addresses)), ..with() });
    let soa = SoaChange { refresh: Some(1), ..SoaChange::default() };
    refuse(Outcome::DnsSoaRefused, Update { soa, ..with() });
    refuse(Outcome::DnsZoneTypeFixed, Update { zone_type: Some(DnsZoneType::Secondary), ..with() });
}

fn refused_for_the_rows_beside_them() {
    let world = world();
    done(&world, edit(&[], &["www 300 A 192.0.2.1"]));
    refused(&world, Outcome::DnsCnameConflict, edit(&[], &["www 300 CNAME a.example"]));
    refused(&world, Outcome::DnsTtlDiffers, edit(&[], &["www 600 A 192.0.2.2"]));
    let alpha = world.bounded(&world.alpha, None, Some(1));
    world.refused(&alpha, Outcome::DnsRowsTooMany, edit(&[], &["a 300 A 192.0.2.2"]));
    world.done(&alpha, Outcome::DnsZoneUpdated, replace(&["a 300 A 192.0.2.2"]));
}

fn refused_for_name_servers() {
    let world = world();
    refused(&world, Outcome::DnsRowUnknown, edit(&["@ - NS a.example"], &[]));
    refused(&world, Outcome::DnsRowTaken, edit(&[], &["@ - NS a.example", "@ - NS A.example"]));
    refused(&world, Outcome::NamedTwice, replace(&["@ - NS a.example", "@ - NS a.example"]));
}

fn refused_for_the_other_type() {
    let settings = Update { primary: Some(primary_at("192.0.2.2")), ..zone_update("shop.test") };
    refused(&world(), Outcome::DnsZoneIsPrimary, settings_edit(settings));
    refused(&secondary(), Outcome::DnsZoneIsSecondary, edit(&[], &["a 300 A 192.0.2.2"]));
    refused(&secondary(), Outcome::DnsZoneIsSecondary, Edit { republish: true, ..edit(&[], &[]) });
}

fn refused_for_strangers() {
    refuses_strangers(|name| {
        let settings = Update { name, ..zone_update("shop.test") };
        Edit { settings, ..edit(&[], &["a 300 A 192.0.2.2"]) }
    });
}

fn broken_name_servers_leave_it_as_it_was() {
    let world = world();
    world.break_port(Some(Port::NameServers));
    let edit = edit(&[], &["a 300 A 192.0.2.2"]);
    assert_eq!(world.broken(&world.alpha, edit).outcome(), Outcome::DnsNameServersUnavailable);
    world.break_port(None);
    assert_eq!(lines(&world).len(), 0);
}
