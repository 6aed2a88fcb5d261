use engine::{Outcome, model::Status, ops::domain::Restore};

use super::{report, with_domain};
use crate::fixture::{World, day, name};

cases! {
    success_brings_the_registration_back
    refused_for_an_unknown_domain
    refused_for_the_domain_of_another
    refused_when_none_is_waited_for
    refused_a_second_time
}

/// A domain whose restoration waits for its report.
fn awaiting(domain: &str) -> World {
    let world = World::new();
    world.redeemable(&world.alpha, domain);
    world.done(
        &world.alpha,
        Outcome::DomainRestoreRequested,
        Restore { name: name(domain), is_reported: false },
    );
    world
}

fn success_brings_the_registration_back() {
    let world = awaiting("shop.test");
    let balance = world.balance(&world.alpha);
    assert_eq!(world.done(&world.alpha, Outcome::DomainRestored, report("shop.test")), []);
    let view = world.view("shop.test");
    assert_eq!((view.domain.redemption, view.domain.expires_at), (None, day("2028-03-01")));
    assert!(!view.domain.statuses.has(Status::PendingDelete));
    assert_eq!(world.balance(&world.alpha), balance, "the request was billed, the report is not");
}

fn refused_for_an_unknown_domain() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::DomainUnknown, report("shop.test"));
}

fn refused_for_the_domain_of_another() {
    let world = awaiting("shop.test");
    world.refused(&world.bravo, Outcome::NotSponsor, report("shop.test"));
}

fn refused_when_none_is_waited_for() {
    let world = with_domain("shop.test");
    world.refused(&world.alpha, Outcome::RestoreReportUnexpected, report("shop.test"));
    world.redeemable(&world.alpha, "other.test");
    world.refused(&world.alpha, Outcome::RestoreReportUnexpected, report("other.test"));
}

fn refused_a_second_time() {
    let world = awaiting("shop.test");
    world.done(&world.alpha, Outcome::DomainRestored, report("shop.test"));
    world.refused(&world.alpha, Outcome::RestoreReportUnexpected, report("shop.test"));
}
