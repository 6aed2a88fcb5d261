use engine::{
    Outcome,
    model::{Pattern, Window},
    ops::subaccount::List,
};

use super::{ALL, clid, give, opened, opened_below};
use crate::fixture::World;

cases! {
    success_shows_those_directly_below_with_their_credit
    success_by_windows
    success_of_a_login
    refused_for_an_unknown_account
    refused_for_the_account_of_another
}

fn list(above: Option<&str>, window: Window) -> List {
    List { above: above.map(clid), login: None, window }
}

fn success_shows_those_directly_below_with_their_credit() {
    let world = World::new();
    opened(&world, "shop");
    opened(&world, "corner");
    opened_below(&world, "SHOP", "stall");
    give(&world, "CORNER", 70);
    let page = world.found(&world.alpha, Outcome::SubaccountsListed, list(None, ALL));
    let shown: Vec<_> = page
        .rows
        .iter()
        .map(|line| (line.account.clid.as_str(), line.balance.minor, line.credentials.len()))
        .collect();
    assert_eq!((shown, page.total), (vec![("SHOP", 0, 1), ("CORNER", 70, 1)], 2));
    let below = world.found(&world.alpha, Outcome::SubaccountsListed, list(Some("SHOP"), ALL));
    assert_eq!((below.rows[0].account.clid.as_str(), below.total), ("STALL", 1));
    let none = world.found(&world.bravo, Outcome::SubaccountsListed, list(None, ALL));
    assert_eq!((none.rows.len(), none.total), (0, 0));
}

fn success_by_windows() {
    let world = World::new();
    let names: Vec<String> = (0..7).map(|number| format!("shop{number}")).collect();
    names.iter().for_each(|name| drop(opened(&world, name)));
    let mut seen = Vec::new();
    for first in [0, 3, 6, 9] {
        let page =
            world.found(&world.alpha, Outcome::SubaccountsListed, list(None, Window { first, limit: 3 }));
        assert_eq!((page.first, page.total), (first, 7));
        seen.extend(page.rows.into_iter().map(|line| line.account.clid.to_string().to_lowercase()));
    }
    assert_eq!(seen, names);
}

fn success_of_a_login() {
    let world = World::new();
    ["shop", "corner", "workshop"].iter().for_each(|name| drop(opened(&world, name)));
    let found = |pattern: &str| {
        let login = Some(Pattern::parse(pattern).unwrap());
        let page = world.found(&world.alpha, Outcome::SubaccountsListed, List { login, ..list(None, ALL) });
        assert_eq!(page.total, page.rows.len() as u64);
        page.rows.iter().map(|line| line.account.clid.to_string()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(found("*SHOP"), "SHOP WORKSHOP");
    assert_eq!(
        (found("shop"), found("s_op"), found("*shop:*")),
        ("SHOP".into(), String::new(), String::new())
    );
}

fn refused_for_an_unknown_account() {
    let world = World::new();
    world.denied(&world.alpha, Outcome::AccountUnknown, list(Some("NOBODY"), ALL));
}

fn refused_for_the_account_of_another() {
    let world = World::new();
    world.denied(&world.alpha, Outcome::AccountOfAnother, list(Some("BRAVO"), ALL));
}
