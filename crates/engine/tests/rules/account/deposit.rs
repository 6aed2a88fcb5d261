use engine::{
    Outcome,
    model::{Currency, Money},
    ops::account::Deposit,
};

use super::{clid, operator};
use crate::fixture::World;

cases! {
    success_raises_the_balance
    success_of_nothing_changes_no_balance
    refused_for_an_unknown_account
}

fn success_raises_the_balance() {
    let world = World::with_credit(500, 0);
    let deposit = Deposit { clid: clid("CHARLIE"), minor: 250 };
    let balance = world.done(&operator(), Outcome::AccountCredited, deposit);
    assert_eq!(balance, Money::new(750, Currency::Eur));
    assert_eq!((world.balance(&world.charlie), world.balance(&world.alpha)), (750, 500));
    world.assert_audit_clean();
}

fn success_of_nothing_changes_no_balance() {
    let world = World::with_credit(500, 0);
    world.done(&operator(), Outcome::AccountCredited, Deposit { clid: clid("ALPHA"), minor: 0 });
    assert_eq!(world.balance(&world.alpha), 500);
    world.assert_audit_clean();
}

fn refused_for_an_unknown_account() {
    let world = World::new();
    world.refused(&operator(), Outcome::AccountUnknown, Deposit { clid: clid("NOBODY"), minor: 1 });
}
