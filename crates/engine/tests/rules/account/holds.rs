use engine::{
    Outcome,
    model::{EntryKind, Window},
    ops::{account::Holds, domain::TransferApprove},
};

use crate::{
    fixture::{World, name, transfer_of},
    subaccount::{ALL, clid},
};

cases! {
    success_until_it_is_decided
    success_by_windows
    refused_for_an_unknown_account
    refused_for_the_account_of_another
}

fn holds() -> Holds {
    Holds { account: None, kind: None, window: ALL }
}

/// A world in which BRAVO asked for ALPHA's two domains.
fn pending() -> World {
    let world = World::with_credit(5_000, 0);
    for domain in ["shop.test", "depot.test"] {
        world.register(&world.alpha, domain);
        world.done(&world.bravo, Outcome::TransferRequested, transfer_of(domain));
    }
    world
}

fn told(world: &World, holds: Holds) -> (Vec<Option<String>>, u64) {
    let page = world.found(&world.bravo, Outcome::StatementTold, holds);
    (page.rows.into_iter().map(|row| row.name).collect(), page.total)
}

fn success_until_it_is_decided() {
    let world = pending();
    let (names, total) = told(&world, holds());
    assert_eq!((names.len(), total), (2, 2));
    world.done(&world.alpha, Outcome::TransferApproved, TransferApprove { name: name("shop.test") });
    assert_eq!(told(&world, holds()).1, 1);
    assert_eq!(told(&world, Holds { kind: Some(EntryKind::Transfer), ..holds() }).1, 1);
    assert_eq!(told(&world, Holds { kind: Some(EntryKind::Create), ..holds() }).1, 0);
}

fn success_by_windows() {
    let world = pending();
    let everything = told(&world, holds()).0;
    for first in 0..3 {
        let window = Window { first, limit: 1 };
        let (names, total) = told(&world, Holds { window, ..holds() });
        assert_eq!((names.first(), total), (everything.get(first as usize), 2));
    }
}

fn refused_for_an_unknown_account() {
    let world = World::new();
    world.denied(&world.alpha, Outcome::AccountUnknown, Holds { account: Some(clid("NOBODY")), ..holds() });
}

fn refused_for_the_account_of_another() {
    let world = World::new();
    world.denied(&world.alpha, Outcome::AccountOfAnother, Holds { account: Some(clid("BRAVO")), ..holds() });
}
