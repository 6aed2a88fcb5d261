use engine::{
    Actor, Outcome,
    model::{Due, Job},
    ops::due::{Deed, Postpone},
};

use store::Options;

use super::{deeds, expiry, names, renew};
use crate::fixture::{
    Picture, World, create_domain, day, name, names as names_spoken_of, read, transfer_of, years,
};

cases! {
    a_late_runner_does_everything_as_of_when_it_was_due
    what_happened_meanwhile_is_respected
    batches_of_any_size_give_the_same_world
    nothing_is_done_twice
    what_is_put_off_comes_later
    a_notice_that_is_put_off_is_not_lost
    putting_off_what_is_not_there_changes_nothing
}

/// Six names of two accounts in four zones, one of them asked for.
pub(super) fn busy() -> World {
    busy_over(Options::default())
}

/// The same over a store with options of its own.
pub(super) fn busy_over(options: Options) -> World {
    let world = World::over(options, 20_000, 0);
    for (who, domain, period) in [
        (&world.alpha, "one.test", 1),
        (&world.bravo, "two.test", 2),
        (&world.alpha, "three.slow.test", 1),
        (&world.bravo, "four.slow.test", 2),
        (&world.alpha, "five.patient.test", 1),
        (&world.bravo, "six.attr.test", 1),
    ] {
        let create = engine::ops::domain::Create { period: years(period), ..create_domain(domain) };
        world.done(who, Outcome::DomainCreated, create);
        world.pass_days(1);
    }
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of("one.test"));
    world
}

fn a_late_runner_does_everything_as_of_when_it_was_due() {
    let (late, prompt) = (busy(), busy());
    let end = day("2030-06-01");
    let mut by_and_by = Vec::new();
    while prompt.now() < end {
        by_and_by.extend(prompt.advance_to(prompt.now().plus_days(1).min(end)));
    }
    let at_once = late.advance_to(end);
    assert!(at_once.is_sorted_by_key(|fired| fired.at), "in order");
    assert!(at_once.len() > 20, "{at_once:?}");
    assert_eq!(at_once, by_and_by);
    assert_eq!(essence(&late), essence(&prompt));
    late.assert_audit_clean();
}

/// Each name with its history and its lines in the ledger, what each account has and was told: everything but the ids,
/// which tell in how many transactions it was done.
pub(super) fn essence(world: &World) -> Vec<String> {
    let domains = names_spoken_of();
    let mut essence = read(&world.engine, move |store| {
        let mut found = Vec::new();
        for domain in domains.iter().filter_map(|name| store.domain(name).transpose()) {
            let domain = domain?;
            let id = domain.id.into();
            let actions: Vec<_> = store.history_of(id)?.into_iter().map(|(_, action)| action).collect();
            let lines: Vec<_> =
                store.entries_of(id)?.into_iter().map(|it| (it.at, it.kind, it.amount)).collect();
            found.push(format!("{domain:?} {actions:?} {lines:?}"));
        }
        Ok(found)
    });
    let accounts = world.accounts().map(|actor| (world.balance(actor), world.told(actor)));
    essence.extend(accounts.map(|account| format!("{account:?}")));
    essence
}

/// The server was down when the name expired; the sponsor's renewal came before the runner.
fn what_happened_meanwhile_is_respected() {
    let (world, shop) = (World::new(), "shop.slow.test");
    world.register(&world.alpha, shop);
    let ends = expiry(&world, shop);
    world.set_clock(ends.plus_days(3));
    world.done(&world.alpha, Outcome::DomainRenewed, renew(shop, 1));
    assert!(world.catch_up(10).is_empty(), "neither warning nor end");
    assert_eq!(expiry(&world, shop), ends.plus_years(1));
}

fn batches_of_any_size_give_the_same_world() {
    let worlds = [1, 2, 7, 1_000].map(|most| {
        let world = busy();
        world.set_clock(day("2031-01-01"));
        (world.catch_up(most), essence(&world))
    });
    assert!(worlds[0].0.len() > 20);
    for other in &worlds[1..] {
        assert_eq!(&worlds[0], other);
    }
}

fn nothing_is_done_twice() {
    let world = busy();
    world.advance_to(day("2029-01-01"));
    let before = Picture::of(&world);
    for _ in 0..3 {
        assert!(world.catch_up(5).is_empty());
    }
    assert!(before == Picture::of(&world));
}

fn what_is_put_off_comes_later() {
    let (world, shop) = (World::new(), "shop.test");
    world.register(&world.alpha, shop);
    let (ends, id) = (expiry(&world, shop), world.view(shop).domain.id);
    world.advance_to(ends.plus_days(-1));
    world.set_clock(ends);
    let due = Due::new(ends, Job::Domain, id.into());
    let put_off = world.done(&Actor::server(), Outcome::DueDone, Postpone { until: ends });
    let later = ends.plus_millis(60 * 60 * 1000);
    assert_eq!(put_off, Some(Due { at: later, ..due }));
    assert!(world.catch_up(10).is_empty());
    world.set_clock(later);
    let put_off = world.done(&Actor::server(), Outcome::DueDone, Postpone { until: later });
    let to = later.plus_millis(60 * 60 * 1000);
    assert_eq!(put_off, Some(Due { at: to, ..due }), "after as long again");
    assert_eq!(deeds(&world.advance_to(to)), [Deed::AutoRenewed]);
    assert_eq!(expiry(&world, shop), ends.plus_years(1), "counted from the expiry still");
    assert_eq!(names(&world.told(&world.alpha)).last(), Some(&"domain_auto_renewed"));
}

fn a_notice_that_is_put_off_is_not_lost() {
    let (world, shop) = (World::new(), "shop.test");
    world.register(&world.alpha, shop);
    let warned = expiry(&world, shop).plus_days(-30);
    world.advance_to(warned.plus_days(-1));
    world.set_clock(warned);
    world.done(&Actor::server(), Outcome::DueDone, Postpone { until: warned });
    assert_eq!(deeds(&world.advance_to(warned.plus_days(1))), [Deed::ExpiryWarned]);
    assert_eq!(names(&world.told(&world.alpha)), ["domain_expiring"]);
}

fn putting_off_what_is_not_there_changes_nothing() {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    let _ = name("shop.test");
    let before = Picture::of(&world);
    let until = world.now();
    let put_off = world.done(&Actor::server(), Outcome::DueDone, Postpone { until });
    assert_eq!(put_off, None);
    assert!(before == Picture::of(&world));
}
