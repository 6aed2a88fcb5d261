use engine::{
    Outcome,
    model::{NamePattern, Role, Status, Tag, Window},
    ops::domain::{Create, ListState, Portfolio, PortfolioFilter, PortfolioOrder, PortfolioRow, SetTags},
    ports::store::DomainOrder,
};

use super::{set, statuses};
use crate::fixture::{World, create_domain, handle, hosts, name, years};

cases! {
    success_in_every_order
    success_in_windows_that_are_walked_through
    success_by_name_zone_expiry_and_label
    success_by_state
    success_tells_contacts_and_servers_if_they_are_wanted
}

fn all() -> Portfolio {
    Portfolio {
        filter: PortfolioFilter::all(),
        order: PortfolioOrder { by: DomainOrder::Name, descending: false },
        window: Window { first: 0, limit: 100 },
        wide: false,
    }
}

fn rows(world: &World, list: Portfolio) -> Vec<PortfolioRow> {
    world.found(&world.alpha, Outcome::DomainsListed, list).rows
}

fn names(world: &World, list: Portfolio) -> Vec<String> {
    rows(world, list).iter().map(|row| row.domain.name.to_string()).collect()
}

fn filtered(world: &World, filter: PortfolioFilter) -> Vec<String> {
    names(world, Portfolio { filter, ..all() })
}

/// ALPHA has three domains, of which the oldest ends last and was changed last.
fn three() -> World {
    let world = World::new();
    let first = Create { period: years(5), ..create_domain("bb.test") };
    world.done(&world.alpha, Outcome::DomainCreated, first);
    for domain in ["cc.test", "aa.free.test"] {
        world.pass_days(1);
        world.register(&world.alpha, domain);
    }
    world.register(&world.bravo, "theirs.test");
    world.pass_days(1);
    world.done(&world.alpha, Outcome::DomainUpdated, statuses("bb.test", &[Status::ClientHold], &[]));
    world
}

fn success_in_every_order() {
    let world = three();
    for (by, expected) in [
        (DomainOrder::Name, ["aa.free.test", "bb.test", "cc.test"]),
        (DomainOrder::Created, ["bb.test", "cc.test", "aa.free.test"]),
        (DomainOrder::Updated, ["cc.test", "aa.free.test", "bb.test"]),
        (DomainOrder::Expiry, ["cc.test", "aa.free.test", "bb.test"]),
    ] {
        let mut expected = expected.to_vec();
        for descending in [false, true] {
            let order = PortfolioOrder { by, descending };
            assert_eq!(names(&world, Portfolio { order, ..all() }), expected, "{by:?} {descending}");
            for first in 0..4 {
                let window = Window { first, limit: 1 };
                let found = names(&world, Portfolio { order, window, ..all() });
                let one = expected.get(usize::try_from(first).unwrap()).copied();
                assert_eq!(found, one.into_iter().collect::<Vec<_>>(), "{by:?} {descending} {first}");
            }
            expected.reverse();
        }
    }
}

fn success_in_windows_that_are_walked_through() {
    let world = World::new();
    let mut expected: Vec<String> = (0..25).map(|number| format!("shop{number:02}.test")).collect();
    expected.iter().for_each(|domain| world.register(&world.alpha, domain));
    let mut found = Vec::new();
    while found.len() < 25 {
        let window = Window { first: found.len() as u64, limit: 10 };
        let page = world.found(&world.alpha, Outcome::DomainsListed, Portfolio { window, ..all() });
        assert_eq!(page.total, 25);
        found.extend(page.rows.iter().map(|row| row.domain.name.to_string()));
    }
    expected.sort();
    assert_eq!(found, expected);
}

fn success_by_name_zone_expiry_and_label() {
    let world = three();
    let of = |pattern: &str| PortfolioFilter { pattern: NamePattern::new(pattern), ..PortfolioFilter::all() };
    assert_eq!(filtered(&world, of("?b.*")), ["bb.test"]);
    assert_eq!(filtered(&world, of("CC.test")), ["cc.test"]);
    assert_eq!(filtered(&world, of("c_.test")), [""; 0]);
    let zone = Some(name("free.test"));
    assert_eq!(filtered(&world, PortfolioFilter { zone, ..of("") }), ["aa.free.test"]);
    let soon = Some(world.now().plus_years(2));
    assert_eq!(
        filtered(&world, PortfolioFilter { expires_before: soon, ..of("") }),
        ["aa.free.test", "cc.test"]
    );
    assert_eq!(filtered(&world, PortfolioFilter { expires_from: soon, ..of("") }), ["bb.test"]);
    let tag = Tag::parse("mine").unwrap();
    let labels = SetTags { name: name("cc.test"), replace: None, add: vec![tag.clone()], remove: Vec::new() };
    world.done(&world.alpha, Outcome::DomainTagsSet, labels);
    assert_eq!(filtered(&world, PortfolioFilter { tag: Some(tag), ..of("") }), ["cc.test"]);
}

fn success_by_state() {
    let world = World::new();
    for domain in ["active.test", "held.test", "expired.slow.test"] {
        world.register(&world.alpha, domain);
    }
    set(&world, "held.test", Status::ClientHold);
    world.advance_days(360);
    world.redeemable(&world.alpha, "deleted.test");
    world.catch_up(100);
    for (state, expected) in [
        (ListState::Active, &["active.test"][..]),
        (ListState::Held, &["held.test"]),
        (ListState::Expired, &["expired.slow.test"]),
        (ListState::Deleted, &["deleted.test"]),
        (ListState::Arriving, &[]),
    ] {
        let filter = PortfolioFilter { state: Some(state), ..PortfolioFilter::all() };
        let rows = rows(&world, Portfolio { filter, ..all() });
        let found: Vec<_> = rows.iter().map(|row| row.domain.name.as_str()).collect();
        assert_eq!(found, expected, "{state:?}");
        assert!(rows.iter().all(|row| row.state == state));
    }
}

fn success_tells_contacts_and_servers_if_they_are_wanted() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    world.add_host(&world.alpha, "ns1.example", &[]);
    for domain in ["bb.test", "aa.test"] {
        let contacts = vec![(Role::Registrant, handle("JANE")), (Role::Tech, handle("JANE"))];
        let create = Create { contacts, delegation: hosts(&["ns1.example"]), ..create_domain(domain) };
        world.done(&world.alpha, Outcome::DomainCreated, create);
    }
    world.register(&world.alpha, "plain.test");
    let rows = |wide| rows(&world, Portfolio { wide, ..all() });
    assert!(rows(false).iter().all(|row| row.links == Default::default()));
    let counts: Vec<_> =
        rows(true).iter().map(|row| (row.links.contacts.len(), row.links.hosts.len())).collect();
    assert_eq!(counts, [(2, 1), (2, 1), (0, 0)]);
    assert_eq!(rows(true)[0].links.hosts[0].name, name("ns1.example"));
    assert_eq!((rows(true)[0].creator.as_str(), &rows(true)[0].updater), ("ALPHA", &None));
}
