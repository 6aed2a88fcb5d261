use engine::{
    Outcome,
    model::{Event, Serial},
    ops::dns_zone::{AxfrEnd, Switch},
    ports::{AxfrAnswer, AxfrFailed, AxfrRequest},
};

use super::{delete, secondary, sent, server, soa};
use crate::fixture::{World, name, primary_at, zone_update};

cases! {
    success_publishes_what_came
    success_asks_for_later_versions_alone
    success_replaces_all_that_was_there
    success_leaves_what_is_current
    success_keeps_to_times_that_make_sense
    failure_is_tried_again
    failure_until_expiry_ends_in_a_notice
    failure_for_what_is_no_zone_or_too_large
    success_brings_an_expired_zone_back
    success_is_ignored_where_it_was_overtaken
    success_is_asked_again_if_nobody_records_it
}

fn one(world: &World) -> AxfrRequest {
    let [request] = world.handed_out().try_into().unwrap();
    request
}

#[track_caller]
fn end(world: &World, request: &AxfrRequest, end: Result<AxfrAnswer, AxfrFailed>) -> Option<AxfrFailed> {
    world.done(&server(), Outcome::DnsAxfrRecorded, AxfrEnd { request: request.clone(), end })
}

fn failed() -> Result<AxfrAnswer, AxfrFailed> {
    Err(AxfrFailed::new("no answer"))
}

const TIMES: [u32; 3] = [7_200, 600, 86_400];

/// A version with one address.
fn version(serial: u32, last: u8) -> Result<AxfrAnswer, AxfrFailed> {
    Ok(AxfrAnswer::Zone(vec![soa(serial, TIMES), sent("www", last)]))
}

fn next_run(world: &World) -> i64 {
    let source = world.zone("shop.test").source().unwrap().clone();
    (source.next_run.millis() - world.now().millis()) / 1_000
}

fn success_publishes_what_came() {
    let world = secondary();
    let request = one(&world);
    assert_eq!(end(&world, &request, version(7, 1)), None);
    let zone = world.zone("shop.test");
    assert_eq!((zone.serial, zone.rows, zone.reloaded_at), (Serial(7), 2, Some(world.now())));
    assert_eq!((zone.soa.mname.as_str(), zone.soa.refresh, zone.soa.ttl), ("a.example", 7_200, 120));
    assert_eq!(world.records("shop.test"), [soa(7, TIMES), sent("www", 1)]);
    assert!(zone.is_answered_for());
    assert_eq!(world.history(zone.id), ["dns_zone_add", "dns_axfr"]);
}

fn success_asks_for_later_versions_alone() {
    let world = secondary();
    end(&world, &one(&world), version(7, 1));
    assert_eq!(next_run(&world), 7_200);
    world.advance_seconds(7_199);
    assert_eq!(world.handed_out(), []);
    world.set_clock(world.now().plus_millis(1_000));
    assert_eq!(one(&world).serial, Some(Serial(7)));
}

fn success_replaces_all_that_was_there() {
    let world = secondary();
    let request = one(&world);
    end(&world, &request, version(7, 1));
    end(&world, &request, version(8, 2));
    assert_eq!(world.records("shop.test"), [soa(8, TIMES), sent("www", 2)]);
}

fn success_leaves_what_is_current() {
    let world = secondary();
    let request = one(&world);
    end(&world, &request, version(7, 1));
    let before = (world.records("shop.test"), world.zone("shop.test").reloaded_at);
    world.set_clock(world.now().plus_millis(7_200_000));
    end(&world, &one(&world), Ok(AxfrAnswer::Current));
    assert_eq!((world.records("shop.test"), world.zone("shop.test").reloaded_at), before);
    assert_eq!(next_run(&world), 7_200);
    assert_eq!(world.zone("shop.test").source().unwrap().answered_at, Some(world.now()));
}

/// A primary that wants to be asked every second, or never again.
fn success_keeps_to_times_that_make_sense() {
    for (refresh, waits) in [(1, 60), (0, 60), (u32::MAX, 86_400)] {
        let world = secondary();
        let records = vec![soa(1, [refresh, refresh, 1])];
        end(&world, &one(&world), Ok(AxfrAnswer::Zone(records)));
        assert_eq!(next_run(&world), waits);
        let source = world.zone("shop.test").source().unwrap().clone();
        assert!(source.expires_at > source.next_run, "it is asked before it is given up");
    }
}

fn failure_is_tried_again() {
    let world = secondary();
    let request = one(&world);
    end(&world, &request, version(7, 1));
    assert_eq!(end(&world, &request, failed()), Some(AxfrFailed::new("no answer")));
    assert_eq!(next_run(&world), 600);
    assert!(world.zone("shop.test").is_answered_for(), "what was fetched before is good for a while");
    assert_eq!(world.told(&world.alpha), []);
}

fn failure_until_expiry_ends_in_a_notice() {
    let world = secondary();
    let first = world.now();
    end(&world, &one(&world), version(7, 1));
    let mut fired = Vec::new();
    while world.zone("shop.test").is_answered_for() {
        assert!(world.now() < first.plus_days(2), "it is given up some day");
        fired.extend(world.advance_seconds(300));
        if world.zone("shop.test").source().unwrap().asked_at == Some(world.now()) {
            let request = AxfrRequest { serial: None, ..request_again(&world) };
            end(&world, &request, failed());
        }
    }
    assert_eq!(fired.len(), 1);
    assert_eq!((fired[0].at, fired[0].object.as_str()), (first.plus_days(1), "shop.test"));
    let expired = Event::DnsZoneExpired {
        name: "shop.test".to_owned(),
        primary: "192.0.2.1".to_owned(),
        answered_at: Some(first),
    };
    assert_eq!(world.told(&world.alpha), [expired]);
    world.advance_days(3);
    assert_eq!(world.told(&world.alpha), [], "it is told once");
    assert!(world.history(world.zone("shop.test").id).contains(&"dns_zone_expire".to_owned()));
}

fn request_again(world: &World) -> AxfrRequest {
    let zone = world.zone("shop.test");
    AxfrRequest {
        zone: zone.id,
        name: zone.name.clone(),
        owner: world.alpha.account.clid.clone(),
        primary: zone.source().unwrap().primary,
        serial: None,
    }
}

fn failure_for_what_is_no_zone_or_too_large() {
    let world = secondary();
    let request = one(&world);
    let broken = engine::model::DnsRecord { rdata: [1].into(), ..soa(1, TIMES) };
    for records in [vec![], vec![sent("", 1)], vec![broken]] {
        let failed = end(&world, &request, Ok(AxfrAnswer::Zone(records))).unwrap();
        assert!(failed.message.contains("start of authority"), "{failed}");
    }
    world.bounded(&world.alpha, None, Some(1));
    let failed = end(&world, &request, version(7, 1)).unwrap();
    assert!(failed.message.contains("2 records, more than 1"), "{failed}");
    assert_eq!(world.records("shop.test"), []);
    assert_eq!(next_run(&world), 1_800);
}

fn success_brings_an_expired_zone_back() {
    let world = secondary();
    let request = one(&world);
    world.advance_days(31);
    let events = world.told(&world.alpha);
    assert!(matches!(events[..], [Event::DnsZoneExpired { answered_at: None, .. }]), "{events:?}");
    end(&world, &request, version(7, 1));
    assert!(world.zone("shop.test").is_answered_for());
}

fn success_is_ignored_where_it_was_overtaken() {
    let world = secondary();
    let request = one(&world);
    let other =
        engine::ops::dns_zone::Update { primary: Some(primary_at("192.0.2.9")), ..zone_update("shop.test") };
    world.done(&world.alpha, Outcome::DnsZoneUpdated, other);
    end(&world, &request, version(7, 1));
    assert_eq!(world.records("shop.test"), []);
    let second = one(&world);
    delete(&world, "shop.test");
    end(&world, &second, version(7, 1));
    assert_eq!(world.records("shop.test"), []);
    world.advance_days(31);
    end(&world, &second, version(7, 1));
}

fn success_is_asked_again_if_nobody_records_it() {
    let world = secondary();
    one(&world);
    assert_eq!(next_run(&world), 1_800);
    world.set_clock(world.now().plus_millis(1_800_000));
    one(&world);
    let off = Switch { name: name("shop.test"), on: false };
    world.done(&world.alpha, Outcome::DnsZoneSwitched, off);
    world.set_clock(world.now().plus_millis(1_800_000));
    assert_eq!(world.handed_out(), [], "nobody waits for a zone that is switched off");
}
