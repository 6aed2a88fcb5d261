use engine::{
    Outcome,
    model::{EntryKind, Instant},
    ops::{
        account::{Deposit, Statement, StatementPage},
        domain::{Delete, Renew},
    },
};

use super::{clid, operator};
use crate::fixture::{World, day, name, transfer_of};

cases! {
    success_tells_lines_between_two_balances
    success_of_a_span_in_the_middle
    success_in_pages_in_both_orders
    success_of_an_account_without_lines
    refused_for_an_unknown_account
}

fn whole(account: &str) -> Statement {
    Statement { clid: clid(account), from: None, until: None, newest_first: false, after: None, most: 100 }
}

fn told(world: &World, statement: Statement) -> StatementPage {
    world.found(&operator(), Outcome::StatementTold, statement)
}

/// Deposit on 1 March, creation on the 2nd, renewal on the 12th, refund and another deposit on the 13th.
fn busy() -> World {
    let world = World::with_credit(5_000, 0);
    world.pass_days(1);
    world.register(&world.alpha, "shop.test");
    world.pass_days(10);
    let renew = Renew { name: name("shop.test"), current_expiry: None, period: None };
    world.done(&world.alpha, Outcome::DomainRenewed, renew);
    world.pass_days(1);
    world.done(&world.alpha, Outcome::DomainDeletePending, Delete { name: name("shop.test") });
    world.done(&operator(), Outcome::AccountCredited, Deposit { clid: clid("ALPHA"), minor: 300 });
    world.register(&world.bravo, "other.test");
    world
}

fn effects(world: &World, page: &StatementPage) -> Vec<i64> {
    page.lines.iter().map(|line| line.entry.effect_on(world.alpha.id())).collect()
}

fn success_tells_lines_between_two_balances() {
    let world = busy();
    world.done(&world.alpha, Outcome::TransferRequested, transfer_of("other.test"));
    let page = told(&world, whole("ALPHA"));
    assert_eq!((page.opening.minor, page.closing.minor), (0, 4_300));
    assert_eq!(effects(&world, &page), [5_000, -1_000, -800, 800, 300]);
    let names: Vec<_> = page.lines.iter().map(|line| line.name.as_deref()).collect();
    assert_eq!(names, [None, Some("shop.test"), Some("shop.test"), Some("shop.test"), None]);
    assert_eq!(page.lines[3].entry.kind, EntryKind::Refund);
    assert_eq!((page.standing.held, page.standing.left().minor), (900, 3_400));
    assert_eq!(page.next, None);
}

fn success_of_a_span_in_the_middle() {
    let world = busy();
    let between = |from: Option<Instant>, until: Option<Instant>| {
        let page = told(&world, Statement { from, until, ..whole("ALPHA") });
        (page.opening.minor, effects(&world, &page), page.closing.minor)
    };
    let (second, twelfth, later) = (day("2027-03-02"), day("2027-03-12"), day("2027-03-13"));
    assert_eq!(between(Some(second), Some(later)), (5_000, vec![-1_000, -800], 3_200));
    assert_eq!(between(Some(second.plus_millis(1)), Some(twelfth)), (4_000, vec![], 4_000));
    assert_eq!(between(Some(twelfth), None), (4_000, vec![-800, 800, 300], 4_300));
    assert_eq!(between(None, Some(second)), (0, vec![5_000], 5_000));
    assert_eq!(between(Some(later.plus_days(1)), None), (4_300, vec![], 4_300));
}

fn success_in_pages_in_both_orders() {
    let world = busy();
    for newest_first in [false, true] {
        let everything = told(&world, Statement { newest_first, ..whole("ALPHA") });
        let (mut lines, mut after, mut pages) = (Vec::new(), None, 0);
        loop {
            let page = told(&world, Statement { newest_first, after, most: 2, ..whole("ALPHA") });
            assert_eq!((page.opening, page.closing), (everything.opening, everything.closing));
            assert!(page.lines.len() <= 2);
            lines.extend(page.lines);
            (after, pages) = (page.next, pages + 1);
            if after.is_none() {
                break;
            }
        }
        assert_eq!((pages, &lines), (3, &everything.lines));
        let ids: Vec<_> = lines.iter().map(|line| line.entry.id).collect();
        assert_eq!(ids.is_sorted(), !newest_first);
    }
}

fn success_of_an_account_without_lines() {
    let world = World::new();
    let span = Statement { until: Some(day("2027-02-28")), ..whole("CHARLIE") };
    let page = told(&world, span);
    assert_eq!((page.opening.minor, page.closing.minor, page.lines.len()), (0, 0, 0));
}

fn refused_for_an_unknown_account() {
    let world = World::new();
    world.denied(&operator(), Outcome::AccountUnknown, whole("NOBODY"));
}
