use engine::{Outcome, model::Status, ops::host::Update};

use super::{INNER, OUTER, addresses, delegate, host_of, rename, statuses, update, world};
use crate::fixture::{address, host_update, outcomes};

cases! {
    success_changes_addresses
    success_swaps_the_only_address
    success_lifts_its_own_bar
    refused_when_empty
    refused_for_something_twice
    refused_for_something_in_both_lists
    refused_for_a_status_of_the_server_or_of_other_objects
    refused_for_an_unknown_host
    refused_for_the_host_of_another
    refused_under_a_status
    refused_for_what_is_set
    refused_for_what_is_not_set
    refused_for_addresses_outside_the_zones
    refused_for_too_many_addresses
    refused_to_take_the_last_address_from_a_host_in_use
    refused_in_the_documented_order
}

fn success_changes_addresses() {
    let world = world();
    world.pass_days(1);
    update(&world, addresses(INNER, &["2001:db8::1", "192.0.2.2"], &["192.0.2.1"]));
    let host = host_of(&world, INNER);
    let mut kept: Vec<_> = host.addresses.iter().map(ToString::to_string).collect();
    kept.sort();
    assert_eq!(kept, ["192.0.2.2", "2001:db8::1"]);
    assert_eq!((host.updater, host.updated_at), (Some(world.alpha.id()), Some(world.now())));
    assert_eq!(world.history(host.id), ["host_create", "host_update"]);
}

/// Removals go before additions, and only the result has to be right.
fn success_swaps_the_only_address() {
    let world = world();
    delegate(&world, &world.alpha, "user.test", INNER);
    update(&world, addresses(INNER, &["192.0.2.2"], &["192.0.2.1"]));
    assert_eq!(host_of(&world, INNER).addresses, [address("192.0.2.2")]);
}

fn success_lifts_its_own_bar() {
    let world = world();
    update(&world, statuses(OUTER, &[Status::ClientUpdateProhibited], &[]));
    update(&world, statuses(OUTER, &[], &[Status::ClientUpdateProhibited]));
    assert!(host_of(&world, OUTER).statuses.is_empty());
}

fn refused_when_empty() {
    let world = world();
    world.refused(&world.alpha, Outcome::UpdateEmpty, host_update(OUTER));
}

fn refused_for_something_twice() {
    let world = world();
    for twice in [
        addresses(INNER, &["192.0.2.2", "192.0.2.2"], &[]),
        addresses(INNER, &[], &["192.0.2.1", "192.0.2.1"]),
        statuses(INNER, &[Status::ClientDeleteProhibited; 2], &[]),
    ] {
        world.refused(&world.alpha, Outcome::NamedTwice, twice);
    }
}

fn refused_for_something_in_both_lists() {
    let world = world();
    let both = addresses(INNER, &["192.0.2.1"], &["192.0.2.1"]);
    world.refused(&world.alpha, Outcome::AddedAndRemoved, both);
    let both = statuses(INNER, &[Status::ClientDeleteProhibited], &[Status::ClientDeleteProhibited]);
    world.refused(&world.alpha, Outcome::AddedAndRemoved, both);
}

/// Hosts are neither held, nor renewed, nor transferred by themselves (RFC 5732 section 2.3).
fn refused_for_a_status_of_the_server_or_of_other_objects() {
    let world = world();
    for status in [
        Status::ServerDeleteProhibited,
        Status::PendingDelete,
        Status::Ok,
        Status::ClientHold,
        Status::ClientRenewProhibited,
        Status::ClientTransferProhibited,
    ] {
        world.refused(&world.alpha, Outcome::StatusNotSettable, statuses(INNER, &[status], &[]));
    }
}

fn refused_for_an_unknown_host() {
    let world = world();
    world.refused(&world.alpha, Outcome::HostUnknown, rename("ns7.example", "ns8.example"));
}

fn refused_for_the_host_of_another() {
    let world = world();
    world.refused(&world.bravo, Outcome::NotSponsor, rename(OUTER, "ns8.example"));
}

fn refused_under_a_status() {
    let world = world();
    update(&world, statuses(OUTER, &[Status::ClientUpdateProhibited], &[]));
    world.refused(&world.alpha, Outcome::StatusProhibits, rename(OUTER, "ns8.example"));
}

fn refused_for_what_is_set() {
    let world = world();
    world.refused(&world.alpha, Outcome::AlreadySet, addresses(INNER, &["192.0.2.1"], &[]));
    update(&world, statuses(INNER, &[Status::ClientDeleteProhibited], &[]));
    let again = statuses(INNER, &[Status::ClientDeleteProhibited], &[]);
    world.refused(&world.alpha, Outcome::AlreadySet, again);
}

fn refused_for_what_is_not_set() {
    let world = world();
    world.refused(&world.alpha, Outcome::NotSet, addresses(INNER, &[], &["192.0.2.7"]));
    world.refused(&world.alpha, Outcome::NotSet, statuses(INNER, &[], &[Status::ClientDeleteProhibited]));
}

fn refused_for_addresses_outside_the_zones() {
    let world = world();
    world.refused(&world.alpha, Outcome::HostAddressRefused, addresses(OUTER, &["192.0.2.1"], &[]));
    let out = Update { add: vec![address("192.0.2.2")], ..rename(INNER, "ns7.example") };
    world.refused(&world.alpha, Outcome::HostAddressRefused, out);
}

fn refused_for_too_many_addresses() {
    let world = world();
    let more: Vec<String> = (2..=14).map(|last| format!("192.0.2.{last}")).collect();
    let more: Vec<&str> = more.iter().map(String::as_str).collect();
    world.refused(&world.alpha, Outcome::HostAddressesTooMany, addresses(INNER, &more, &[]));
    update(&world, addresses(INNER, &more, &["192.0.2.1"]));
}

fn refused_to_take_the_last_address_from_a_host_in_use() {
    let world = world();
    delegate(&world, &world.bravo, "user.test", INNER);
    world.refused(&world.alpha, Outcome::HostNeedsAddress, addresses(INNER, &[], &["192.0.2.1"]));
}

/// The request itself, the host, the sponsor, the statuses, links of others, the new domain, the result, the name.
fn refused_in_the_documented_order() {
    let world = world();
    world.add_host(&world.bravo, "ns2.example", &[]);
    delegate(&world, &world.bravo, "user.test", OUTER);
    update(&world, statuses(OUTER, &[Status::ClientUpdateProhibited], &[]));
    let wrong = |update: Update| Update { remove: vec![address("192.0.2.7")], ..update };

    let contradictory =
        Update { add: vec![address("192.0.2.7")], ..wrong(rename("ns7.example", "ns1.nobody.test")) };
    world.refused(&world.bravo, Outcome::AddedAndRemoved, contradictory);
    world.refused(&world.bravo, Outcome::HostUnknown, wrong(rename("ns7.example", "ns1.nobody.test")));
    world.refused(&world.bravo, Outcome::NotSponsor, wrong(rename(OUTER, "ns1.nobody.test")));
    world.refused(&world.alpha, Outcome::StatusProhibits, wrong(rename(OUTER, "ns1.nobody.test")));
    update(&world, statuses(OUTER, &[], &[Status::ClientUpdateProhibited]));
    world.refused(&world.alpha, Outcome::HostLinkedBeyond, wrong(rename(OUTER, "ns1.nobody.test")));
    world.refused(&world.alpha, Outcome::SuperordinateUnknown, wrong(rename(INNER, "ns1.nobody.test")));
    let refusals = world.refused(&world.alpha, Outcome::NotSet, wrong(rename(INNER, "ns2.example")));
    assert_eq!(outcomes(&refusals), [Outcome::NotSet]);
    world.refused(&world.alpha, Outcome::HostTaken, rename(INNER, "ns2.example"));
}
