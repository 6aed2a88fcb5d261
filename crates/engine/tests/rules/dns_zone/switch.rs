use engine::{Outcome, model::DnsZoneState, ops::dns_zone::Switch, ports::Port};

use super::{refuses_strangers, secondary, world};
use crate::fixture::{World, name};

cases! {
    success_takes_the_zone_out_of_the_dns_and_back
    success_fetches_a_secondary_zone_at_once
    refused_for_strangers
    broken_name_servers_leave_it_as_it_was
}

#[track_caller]
fn switch(world: &World, on: bool) {
    world.done(&world.alpha, Outcome::DnsZoneSwitched, Switch { name: name("shop.test"), on });
}

fn success_takes_the_zone_out_of_the_dns_and_back() {
    let world = world();
    switch(&world, true);
    assert_eq!(world.zone("shop.test").enabled_at, None, "it was on");
    let off_at = world.now();
    switch(&world, false);
    let zone = world.zone("shop.test");
    assert_eq!((zone.state, zone.disabled_at), (DnsZoneState::Disabled, Some(off_at)));
    assert!(!zone.is_answered_for());
    world.add_row(&world.alpha, "shop.test", "www 300 A 192.0.2.1");
    world.pass_days(1);
    switch(&world, false);
    assert_eq!(world.zone("shop.test").disabled_at, Some(off_at));
    switch(&world, true);
    let zone = world.zone("shop.test");
    assert_eq!((zone.state, zone.enabled_at), (DnsZoneState::Active, Some(world.now())));
    assert!(zone.is_answered_for());
}

fn success_fetches_a_secondary_zone_at_once() {
    let world = secondary();
    switch(&world, false);
    assert_eq!(world.handed_out(), []);
    world.pass_days(1);
    switch(&world, true);
    assert_eq!(world.handed_out().len(), 1);
}

fn refused_for_strangers() {
    refuses_strangers(|name| Switch { name, on: false });
}

fn broken_name_servers_leave_it_as_it_was() {
    let world = world();
    world.break_port(Some(Port::NameServers));
    let fault = world.broken(&world.alpha, Switch { name: name("shop.test"), on: false });
    assert_eq!(fault.outcome(), Outcome::DnsNameServersUnavailable);
}
