use engine::{
    Outcome,
    model::{ListedNotice, NoticeId, Window},
    ops::notice::List,
};

use super::{acknowledge, all, listed, notify_twice};
use crate::fixture::{World, day};

cases! {
    success_by_age_in_both_orders
    success_of_kinds
    success_between_dates
    success_with_those_that_were_acknowledged
    success_by_windows_while_they_are_acknowledged
    success_of_a_window_without_those_before_it
    success_forgets_what_is_too_old
}

fn ids(rows: &[ListedNotice]) -> Vec<NoticeId> {
    rows.iter().map(|row| row.notice.id).collect()
}

fn success_by_age_in_both_orders() {
    let world = World::new();
    notify_twice(&world, "shop.test");
    notify_twice(&world, "other.test");
    let page = listed(&world, all());
    assert_eq!((page.rows.len(), page.first, page.total), (4, 0, 4));
    assert!(ids(&page.rows).is_sorted());
    let mut back = ids(&listed(&world, List { newest_first: true, ..all() }).rows);
    back.reverse();
    assert_eq!(back, ids(&page.rows));
    assert_eq!(world.waiting(&world.alpha), 4, "none is acknowledged by that");
    let bravos = world.found(&world.bravo, Outcome::NoticesListed, all());
    assert_eq!(bravos.total, 0);
}

fn success_of_kinds() {
    let world = World::new();
    notify_twice(&world, "shop.test");
    let of = |kinds: &[&str]| {
        let kinds = Some(kinds.iter().map(|kind| (*kind).to_owned()).collect());
        let page = listed(&world, List { kinds, ..all() });
        assert_eq!(page.total, page.rows.len() as u64);
        page.rows.iter().map(|row| row.notice.event.kind().into_owned()).collect::<Vec<_>>()
    };
    let pending = "domain_transfer/pending";
    assert_eq!(of(&[pending]), [pending]);
    assert_eq!(of(&["low_credit", pending, "domain_transfer/clientCancelled"]).len(), 2);
    assert_eq!(of(&["domain_transfer"]).len(), 0, "a kind is meant whole");
    assert_eq!(of(&[]).len(), 0);
}

fn success_between_dates() {
    let world = World::new();
    notify_twice(&world, "shop.test");
    world.pass_days(1);
    notify_twice(&world, "other.test");
    let second = Some(day("2027-03-02"));
    assert_eq!(listed(&world, List { from: second, ..all() }).total, 2);
    assert_eq!(listed(&world, List { until: second, ..all() }).total, 2);
    assert_eq!(listed(&world, List { from: second, until: second, ..all() }).total, 0);
}

fn success_with_those_that_were_acknowledged() {
    let world = World::new();
    notify_twice(&world, "shop.test");
    let before = ids(&listed(&world, all()).rows);
    acknowledge(&world, before[0]);
    assert_eq!(ids(&listed(&world, all()).rows), before[1..]);
    for newest_first in [false, true] {
        let page = listed(&world, List { with_past: true, newest_first, ..all() });
        let mut rows = page.rows;
        if newest_first {
            rows.reverse();
        }
        assert_eq!((ids(&rows), page.total), (before.clone(), 2));
        assert_eq!((rows[0].acknowledged_at, rows[1].acknowledged_at), (Some(world.now()), None));
    }
}

fn success_by_windows_while_they_are_acknowledged() {
    let world = World::new();
    ["aa.test", "bb.test", "cc.test"].iter().for_each(|domain| notify_twice(&world, domain));
    let everything = ids(&listed(&world, all()).rows);
    let window = |first| List { window: Window { first, limit: 2 }, ..all() };
    let mut seen = Vec::new();
    for first in [0, 2, 4] {
        let page = listed(&world, window(first));
        assert_eq!((page.first, page.total), (first, 6), "a walk has one total");
        let found = ids(&page.rows);
        found.iter().for_each(|id| acknowledge(&world, *id));
        seen.extend(found);
    }
    assert_eq!(seen, everything, "whoever takes what it read out of the list still sees the rest");
    assert_eq!((listed(&world, window(6)).total, listed(&world, window(0)).total), (0, 0));
}

fn success_of_a_window_without_those_before_it() {
    let world = World::new();
    ["aa.test", "bb.test", "cc.test"].iter().for_each(|domain| notify_twice(&world, domain));
    let everything = ids(&listed(&world, all()).rows);
    for with_past in [false, true] {
        let window = Window { first: 3, limit: 2 };
        let page = listed(&world, List { with_past, window, ..all() });
        assert_eq!((ids(&page.rows), page.first, page.total), (everything[3..5].to_vec(), 3, 6));
        let beyond = listed(&world, List { with_past, window: Window { first: 9, limit: 2 }, ..all() });
        assert_eq!((beyond.rows.len(), beyond.total), (0, 6));
        let none = listed(&world, List { with_past, window: Window { first: 0, limit: 0 }, ..all() });
        assert_eq!((none.rows.len(), none.total), (0, 6));
    }
}

fn success_forgets_what_is_too_old() {
    let world = World::new();
    notify_twice(&world, "shop.test");
    let before = ids(&listed(&world, all()).rows);
    acknowledge(&world, before[0]);
    world.pass_days(ListedNotice::KEPT_DAYS + 1);
    notify_twice(&world, "other.test");
    assert_eq!(listed(&world, List { with_past: true, ..all() }).total, 4);
    let latest = *ids(&listed(&world, all()).rows).last().unwrap();
    acknowledge(&world, latest);
    assert_eq!(listed(&world, List { with_past: true, ..all() }).total, 3);
}
