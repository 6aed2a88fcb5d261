use engine::{Outcome, ops::dns_zone::AxfrRun};

use super::{refuses_strangers, secondary, world};
use crate::fixture::name;

cases! {
    success_is_due_at_once_or_after_a_pause
    refused_for_a_primary_zone
    refused_for_strangers
}

fn run() -> AxfrRun {
    AxfrRun { name: name("shop.test") }
}

fn success_is_due_at_once_or_after_a_pause() {
    let world = secondary();
    assert_eq!(world.done(&world.alpha, Outcome::DnsAxfrScheduled, run()), world.now());
    assert_eq!(world.handed_out().len(), 1);
    let start = world.now();
    let next_run = world.done(&world.alpha, Outcome::DnsAxfrScheduled, run());
    assert_eq!(next_run, start.plus_millis(60_000), "a primary is not asked twice within a minute");
    assert_eq!(world.handed_out(), []);
    world.set_clock(next_run);
    assert_eq!(world.handed_out().len(), 1);
    world.set_clock(next_run.plus_millis(90_000));
    assert_eq!(world.done(&world.alpha, Outcome::DnsAxfrScheduled, run()), world.now());
    assert_eq!(world.handed_out().len(), 1);
}

fn refused_for_a_primary_zone() {
    let world = world();
    world.refused(&world.alpha, Outcome::DnsZoneIsPrimary, run());
}

fn refused_for_strangers() {
    refuses_strangers(|name| AxfrRun { name });
}
