//! What was paid to have domains longer.

use engine::{
    Outcome,
    model::{EntryKind, Instant, NamePattern, PaidRenewal, Window},
    ops::domain::{Delete, Renew, Renewals},
};

use crate::fixture::{World, name};

cases! {
    success_lists_renewals_and_not_what_was_given_back
}

fn paid(world: &World, since: Instant, pattern: &str) -> Vec<PaidRenewal> {
    let window = Window { first: 0, limit: 10 };
    let list = Renewals { since, pattern: NamePattern::new(pattern), window };
    world.found(&world.alpha, Outcome::DomainsListed, list).rows
}

fn names(rows: &[PaidRenewal]) -> Vec<&str> {
    rows.iter().map(|row| row.name.as_str()).collect()
}

fn success_lists_renewals_and_not_what_was_given_back() {
    let world = World::new();
    let start = world.now();
    for domain in ["one.test", "two.test"] {
        world.register(&world.alpha, domain);
        world.pass_days(10);
        let renew = Renew { name: name(domain), current_expiry: None, period: None };
        world.done(&world.alpha, Outcome::DomainRenewed, renew);
    }
    let all = paid(&world, start, "*");
    assert_eq!(names(&all), ["one.test", "two.test"]);
    assert_eq!((all[0].kind, all[0].at), (EntryKind::Renew, start.plus_days(10)));
    assert!(all[0].price.minor > 0);
    assert_eq!(names(&paid(&world, start.plus_days(15), "*")), ["two.test"]);
    assert_eq!(names(&paid(&world, start, "one.*")), ["one.test"]);
    // Within its grace period, a renewal is given back with its domain.
    world.command(&world.alpha, Delete { name: name("two.test") }).unwrap();
    assert_eq!(names(&paid(&world, start, "*")), ["one.test"]);
}
