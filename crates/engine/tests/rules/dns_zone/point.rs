use engine::{
    Actor, Outcome,
    model::{DnsLock, RecordType, RowName, Status},
    ops::dns_zone::Point,
};

use super::lock;
use crate::fixture::{World, name, proof};

cases! {
    success_takes_the_place_of_the_addresses_that_were
    refused_for_an_unknown_domain
    refused_for_a_wrong_password
    refused_after_ten_wrong_passwords
    refused_when_the_domain_is_not_active
    refused_without_a_zone_that_can_be_changed
    refused_for_the_name_and_its_neighbours
    refused_for_too_many_rows
}

fn world() -> World {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    world.add_zone(&world.alpha, "shop.test");
    world
}

fn point(host: &str, address: &str) -> Point {
    Point {
        name: name("shop.test"),
        host: RowName::parse(host).unwrap(),
        address: address.parse().unwrap(),
        authinfo: proof("Let-me-go-7").authinfo,
    }
}

fn success_takes_the_place_of_the_addresses_that_were() {
    let world = world();
    let nobody = Actor::nobody();
    world.add_row(&world.alpha, "shop.test", "home 300 A 192.0.2.1");
    world.add_row(&world.alpha, "shop.test", "home 300 A 192.0.2.2");
    world.done(&nobody, Outcome::DnsZoneUpdated, point("home", "192.0.2.3"));
    let told = |kind| -> Vec<Vec<u8>> {
        world.published("shop.test", kind).into_iter().map(|(_, _, data)| data).collect()
    };
    assert_eq!(told(RecordType::A), [vec![192, 0, 2, 3]]);
    world.done(&nobody, Outcome::DnsZoneUpdated, point("home", "2001:db8::1"));
    assert_eq!((told(RecordType::A).len(), told(RecordType::Aaaa).len()), (1, 1));
    assert_eq!(world.zone("shop.test").rows, 2);
}

fn refused_for_an_unknown_domain() {
    let world = World::new();
    world.refused(&Actor::nobody(), Outcome::DomainUnknown, point("home", "192.0.2.3"));
}

fn wrong() -> Point {
    Point { authinfo: proof("wrong").authinfo, ..point("home", "192.0.2.3") }
}

fn refused_for_a_wrong_password() {
    let world = world();
    world.refused(&Actor::nobody(), Outcome::AuthinfoWrong, wrong());
}

fn refused_after_ten_wrong_passwords() {
    let world = world();
    for _ in 0..10 {
        world.refused(&Actor::nobody(), Outcome::AuthinfoWrong, wrong());
    }
    world.refused(&Actor::nobody(), Outcome::AuthinfoLocked, point("home", "192.0.2.3"));
}

fn refused_when_the_domain_is_not_active() {
    let world = world();
    world.set_by_server("shop.test", Status::ServerHold);
    world.refused(&Actor::nobody(), Outcome::DomainNotActive, point("home", "192.0.2.3"));
    let world = World::new();
    world.redeemable(&world.alpha, "shop.test");
    world.refused(&Actor::nobody(), Outcome::DomainNotActive, point("home", "192.0.2.3"));
}

fn refused_without_a_zone_that_can_be_changed() {
    let nobody = Actor::nobody();
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    world.refused(&nobody, Outcome::DnsZoneUnknown, point("home", "192.0.2.3"));
    world.add_secondary(&world.alpha, "shop.test", "192.0.2.1");
    world.refused(&nobody, Outcome::DnsZoneIsSecondary, point("home", "192.0.2.3"));
    let world = self::world();
    lock(&world, "shop.test", DnsLock::User);
    world.refused(&nobody, Outcome::DnsZoneLocked, point("home", "192.0.2.3"));
}

fn refused_for_the_name_and_its_neighbours() {
    let world = world();
    let nobody = Actor::nobody();
    let long = ["a".repeat(63), "b".repeat(63), "c".repeat(63), "d".repeat(55)].join(".");
    world.refused(&nobody, Outcome::DnsRowNameMalformed, point(&long, "192.0.2.3"));
    world.add_row(&world.alpha, "shop.test", "www 300 CNAME else.test");
    world.refused(&nobody, Outcome::DnsCnameConflict, point("www", "192.0.2.3"));
}

fn refused_for_too_many_rows() {
    let world = world();
    world.bounded(&world.alpha, None, Some(0));
    world.refused(&Actor::nobody(), Outcome::DnsRowsTooMany, point("home", "192.0.2.3"));
}
