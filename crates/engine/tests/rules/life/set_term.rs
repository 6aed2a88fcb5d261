use engine::{
    Outcome,
    lifecycle::Phase,
    model::{GracePeriod, Instant},
    ops::{domain::SetTerm, due::Deed},
};

use super::{choose, deeds, delete, expiry, phase};
use crate::fixture::{World, name};

cases! {
    success_dates_a_registration_back
    success_of_one_that_is_over_brings_what_lies_ahead
    success_of_one_that_should_be_gone_deletes_it
    refused_for_an_unknown_domain
    refused_for_dates_that_are_no_term
}

const SHOP: &str = "shop.slow.test";

fn registered() -> World {
    let world = World::new();
    world.register(&world.alpha, SHOP);
    world
}

fn term(since: Instant, until: Instant) -> SetTerm {
    SetTerm { name: name(SHOP), since, until }
}

fn success_dates_a_registration_back() {
    let world = registered();
    let since = world.now().plus_days(-2);
    let balance = world.balance(&world.alpha);
    world.done(&world.alpha, Outcome::DomainTermSet, term(since, since.plus_years(3)));
    let domain = world.view(SHOP).domain;
    assert_eq!((domain.created_at, domain.expires_at), (since, since.plus_years(3)));
    assert_eq!(domain.grace, [GracePeriod::Add { until: since.plus_days(5) }]);
    assert_eq!(world.balance(&world.alpha), balance);
    let since = since.plus_days(-30);
    world.done(&world.alpha, Outcome::DomainTermSet, term(since, since.plus_years(3)));
    assert_eq!(world.view(SHOP).domain.grace, []);
    world.done(&world.alpha, Outcome::DomainDeletePending, delete(SHOP));
}

fn success_of_one_that_is_over_brings_what_lies_ahead() {
    let world = registered();
    let ends = world.now().plus_days(-1);
    world.done(&world.alpha, Outcome::DomainTermSet, term(ends.plus_years(-1), ends));
    assert_eq!((phase(&world, SHOP), expiry(&world, SHOP)), (Phase::Expired, ends));
    assert_eq!(deeds(&world.advance_days(60)), [Deed::Suspended, Deed::Lapsed]);
}

fn success_of_one_that_should_be_gone_deletes_it() {
    let world = registered();
    world.done(&world.alpha, Outcome::DomainRenewalSet, choose(SHOP, None));
    let ends = world.now().plus_days(-300);
    world.done(&world.alpha, Outcome::DomainTermSet, term(ends.plus_years(-1), ends));
    assert_eq!(deeds(&world.advance_days(0)), [Deed::Lapsed]);
}

fn refused_for_an_unknown_domain() {
    let world = World::new();
    let now = world.now();
    world.refused(&world.alpha, Outcome::DomainUnknown, term(now, now.plus_years(1)));
}

fn refused_for_dates_that_are_no_term() {
    let world = registered();
    let now = world.now();
    for (since, until) in [(now.plus_millis(1), now.plus_years(1)), (now, now), (now, now.plus_days(-1))] {
        world.refused(&world.alpha, Outcome::TermImpossible, term(since, until));
    }
}
