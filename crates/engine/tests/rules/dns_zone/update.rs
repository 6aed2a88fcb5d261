use engine::{
    Outcome,
    model::{DnsZoneType, RecordType, Serial, Soa},
    ops::dns_zone::{SoaChange, Update},
    ports::Port,
};

use super::{axfr, refuses_strangers, secondary, world};
use crate::fixture::{World, name, outcomes, primary_at, zone_update};

cases! {
    success_changes_what_is_named
    success_publishes_name_servers_with_a_commit
    success_publishes_soa_values_with_a_commit
    success_asks_another_primary_at_once
    success_says_the_type_again
    refused_for_its_lists
    refused_for_soa_values
    refused_for_another_type
    refused_for_settings_of_the_other_type
    refused_for_strangers
    broken_name_servers_leave_it_as_it_was
}

#[track_caller]
fn update(world: &World, update: Update) {
    world.done(&world.alpha, Outcome::DnsZoneUpdated, update);
}

fn success_changes_what_is_named() {
    let world = world();
    let before = world.zone("shop.test");
    update(&world, zone_update("shop.test"));
    assert_eq!(world.zone("shop.test"), before);
    let wanted = axfr(true, &["192.0.2.1", "2001:db8::1"]);
    update(&world, Update { axfr: Some(wanted.clone()), ..zone_update("shop.test") });
    let zone = world.zone("shop.test");
    assert_eq!((zone.axfr(), zone.changed), (Some(&wanted), false));
    assert_eq!(zone.name_servers, before.name_servers);
    assert_eq!(world.history(zone.id).last().unwrap(), "dns_zone_update");
}

fn success_publishes_name_servers_with_a_commit() {
    let world = world();
    let set = |servers: &[&str]| {
        let servers = servers.iter().map(|server| name(server)).collect();
        update(&world, Update { name_servers: Some(servers), ..zone_update("shop.test") });
    };
    set(&["a.example"]);
    let zone = world.zone("shop.test");
    assert_eq!((zone.changed, zone.soa.mname.as_str()), (true, "a.example"));
    assert_eq!(world.published("shop.test", RecordType::Ns).len(), 2);
    world.advance_seconds(300);
    let apex = ("@".to_owned(), 1_800, b"\x01a\x07example\x00".to_vec());
    assert_eq!(world.published("shop.test", RecordType::Ns), [apex]);
    set(&[]);
    world.commit_zone(&world.alpha, "shop.test");
    assert_eq!(world.published("shop.test", RecordType::Ns).len(), 2);
}

fn success_publishes_soa_values_with_a_commit() {
    let world = world();
    let before = world.zone("shop.test").soa;
    let soa = SoaChange { rname: Some(name("jane.shop.test")), refresh: Some(7_200), ..SoaChange::default() };
    update(&world, Update { soa, ..zone_update("shop.test") });
    let zone = world.zone("shop.test");
    let wanted = Soa { rname: name("jane.shop.test"), refresh: 7_200, ..before };
    assert_eq!((zone.changed, &zone.soa), (true, &wanted));
    world.advance_seconds(300);
    let zone = world.zone("shop.test");
    assert_eq!((zone.changed, zone.soa), (false, wanted));
}

fn success_asks_another_primary_at_once() {
    let world = secondary();
    world.handed_out();
    update(&world, Update { primary: Some(primary_at("192.0.2.9")), ..zone_update("shop.test") });
    let [request] = world.handed_out().try_into().unwrap();
    assert_eq!((request.primary.to_string().as_str(), request.serial), ("192.0.2.9", None));
    assert_eq!(world.zone("shop.test").serial, Serial(0));
}

fn success_says_the_type_again() {
    let again = |zone_type| Update { zone_type: Some(zone_type), ..zone_update("shop.test") };
    update(&world(), again(DnsZoneType::Primary));
    update(&secondary(), again(DnsZoneType::Secondary));
}

fn refused_for_its_lists() {
    let world = world();
    let wrong = Update {
        name_servers: Some((0..14).map(|number| name(&format!("ns{number}.example"))).collect()),
        axfr: Some(axfr(true, &[])),
        ..zone_update("shop.test")
    };
    let refusals = world.refused(&world.alpha, Outcome::DnsNameServersTooMany, wrong);
    assert_eq!(outcomes(&refusals), [Outcome::DnsNameServersTooMany, Outcome::TextMissing]);
    let many: Vec<String> = (1..=21).map(|last| format!("192.0.2.{last}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let wrong = Update { axfr: Some(axfr(false, &many)), ..zone_update("shop.test") };
    world.refused(&world.alpha, Outcome::DnsAxfrAddressesTooMany, wrong);
    let twice = vec![name("a.example"), name("a.example")];
    let wrong = Update { name_servers: Some(twice), ..zone_update("shop.test") };
    world.refused(&world.alpha, Outcome::NamedTwice, wrong);
}

fn refused_for_soa_values() {
    let world = world();
    let with = |soa| Update { soa, ..zone_update("shop.test") };
    let short = SoaChange { refresh: Some(59), minimum: Some(0), ..SoaChange::default() };
    let refusals = world.refused(&world.alpha, Outcome::DnsSoaRefused, with(short));
    assert_eq!(outcomes(&refusals), [Outcome::DnsSoaRefused; 2]);
    let long = SoaChange { expire: Some(31_536_001), ..SoaChange::default() };
    world.refused(&world.alpha, Outcome::DnsSoaRefused, with(long));
    let given_up = |expire| SoaChange {
        refresh: Some(600),
        retry: Some(300),
        expire: Some(expire),
        ..SoaChange::default()
    };
    world.refused(&world.alpha, Outcome::DnsSoaRefused, with(given_up(900)));
    update(&world, with(given_up(901)));
}

fn refused_for_another_type() {
    let world = world();
    let other = Update { zone_type: Some(DnsZoneType::Secondary), ..zone_update("shop.test") };
    world.refused(&world.alpha, Outcome::DnsZoneTypeFixed, other);
}

fn refused_for_settings_of_the_other_type() {
    let primary = world();
    let from = || Update { primary: Some(primary_at("192.0.2.1")), ..zone_update("shop.test") };
    primary.refused(&primary.alpha, Outcome::DnsZoneIsPrimary, from());
    let secondary = secondary();
    for wrong in [
        Update { axfr: Some(axfr(false, &[])), ..zone_update("shop.test") },
        Update { name_servers: Some(Vec::new()), ..zone_update("shop.test") },
        Update { soa: SoaChange { retry: Some(600), ..SoaChange::default() }, ..zone_update("shop.test") },
        Update { auto_commit: Some(true), ..from() },
    ] {
        secondary.refused(&secondary.alpha, Outcome::DnsZoneIsSecondary, wrong);
    }
}

fn refused_for_strangers() {
    refuses_strangers(|name| Update { name, ..zone_update("shop.test") });
}

fn broken_name_servers_leave_it_as_it_was() {
    let world = world();
    world.break_port(Some(Port::NameServers));
    let fault = world.broken(&world.alpha, zone_update("shop.test"));
    assert_eq!(fault.outcome(), Outcome::DnsNameServersUnavailable);
}
