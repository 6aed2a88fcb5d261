use engine::{
    Outcome,
    model::{EntryKind, Window},
    ops::{
        account::{Bookings, BookingsPage, SetTerms, Taxes},
        subaccount::{Direction, MoveCredit},
    },
};

use crate::{
    fixture::{World, day},
    ledger::{terms, vat, with_terms},
    subaccount::{ALL, clid, opened},
};

cases! {
    success_tells_lines_between_two_balances
    success_by_windows_in_both_orders
    success_sums_the_tax_by_itself
    success_of_a_sub_account
    refused_for_an_unknown_account
    refused_for_the_account_of_another
}

fn whole() -> Bookings {
    Bookings { account: None, from: None, until: None, newest_first: false, taxes: false, window: ALL }
}

fn told(world: &World, bookings: Bookings) -> BookingsPage {
    world.found(&world.alpha, Outcome::StatementTold, bookings)
}

/// Deposit on 1 March, five registrations on the 2nd.
fn busy() -> World {
    let world = World::with_credit(10_000, 0);
    world.pass_days(1);
    for domain in ["aa.test", "bb.test", "cc.test", "dd.test", "ee.test"] {
        world.register(&world.alpha, domain);
    }
    world
}

fn success_tells_lines_between_two_balances() {
    let world = busy();
    let page = told(&world, Bookings { from: Some(day("2027-03-02")), ..whole() });
    assert_eq!((page.opening.minor, page.sum.minor, page.page.total), (10_000, -5_000, 5));
    assert_eq!((page.account, page.standing.left().minor), (world.alpha.id(), 5_000));
    assert_eq!(page.page.rows[4].name.as_deref(), Some("ee.test"));
    let early = told(&world, Bookings { until: Some(day("2027-03-02")), ..whole() });
    assert_eq!((early.opening.minor, early.sum.minor, early.page.total), (0, 10_000, 1));
}

fn success_by_windows_in_both_orders() {
    let world = busy();
    for newest_first in [false, true] {
        let everything = told(&world, Bookings { newest_first, ..whole() }).page.rows;
        let mut lines = Vec::new();
        for first in [0, 4] {
            let window = Window { first, limit: 4 };
            let page = told(&world, Bookings { newest_first, window, ..whole() }).page;
            assert_eq!((page.first, page.total), (first, 6));
            lines.extend(page.rows);
        }
        assert_eq!(lines, everything);
        let window = Window { first: 5, limit: 4 };
        let last = told(&world, Bookings { newest_first, window, from: Some(day("2027-02-01")), ..whole() });
        assert_eq!(last.page.rows, everything[5..], "nobody read those before");
    }
}

fn success_sums_the_tax_by_itself() {
    let world = World::with_credit(10_000, 0);
    let taxed = with_terms(&world, SetTerms { vat: Some(vat("21")), ..terms(&world.alpha) });
    world.register(&taxed, "aa.test");
    world.pass_days(1);
    world.register(&taxed, "bb.test");
    world.register(&taxed, "cc.test");
    let taxes = |from: Option<&str>| {
        let page = told(&world, Bookings { from: from.map(day), taxes: true, ..whole() });
        let Taxes { opening, sum } = page.taxes.unwrap();
        (page.opening.minor, page.sum.minor, opening.minor, sum.minor)
    };
    assert_eq!(taxes(None), (0, 10_000 - 3 * 1_210, 0, -3 * 210));
    assert_eq!(taxes(Some("2027-03-02")), (10_000 - 1_210, -2 * 1_210, -210, -2 * 210));
    assert_eq!(told(&world, whole()).taxes, None);
}

fn success_of_a_sub_account() {
    let world = busy();
    opened(&world, "shop");
    let credit = MoveCredit { account: clid("SHOP"), direction: Direction::Down, minor: 70 };
    world.done(&world.alpha, Outcome::CreditMoved, credit);
    let page = told(&world, Bookings { account: Some(clid("SHOP")), ..whole() });
    assert_eq!((page.opening.minor, page.sum.minor), (0, 70));
    assert_eq!(page.page.rows[0].entry.kind, EntryKind::Move);
}

fn refused_for_an_unknown_account() {
    let world = World::new();
    world.denied(
        &world.alpha,
        Outcome::AccountUnknown,
        Bookings { account: Some(clid("NOBODY")), ..whole() },
    );
}

fn refused_for_the_account_of_another() {
    let world = World::new();
    world.denied(
        &world.alpha,
        Outcome::AccountOfAnother,
        Bookings { account: Some(clid("BRAVO")), ..whole() },
    );
}
