use engine::{
    Outcome,
    ops::subaccount::{Assign, Info},
};

use super::{clid, opened, opened_below};
use crate::fixture::World;

cases! {
    success_moves_an_account_with_all_below_it
    refused_for_an_unknown_account
    refused_for_ones_own_and_another_account
    refused_below_itself
    refused_too_deep
}

fn assign(account: &str, above: &str) -> Assign {
    Assign { account: clid(account), above: clid(above) }
}

/// The account above an account, as ALPHA sees it.
fn above(world: &World, account: &str) -> String {
    let info = Info { account: Some(clid(account)) };
    world.found(&world.alpha, Outcome::SubaccountTold, info).above.unwrap().to_string()
}

fn success_moves_an_account_with_all_below_it() {
    let world = World::new();
    let shop = opened(&world, "shop");
    opened_below(&world, "SHOP", "corner");
    opened_below(&world, "CORNER", "stand");
    world.done(&shop, Outcome::SubaccountUpdated, assign("STAND", "SHOP"));
    assert_eq!(above(&world, "STAND"), "SHOP");
    world.done(&world.alpha, Outcome::SubaccountUpdated, assign("STAND", "CORNER"));
    world.done(&world.alpha, Outcome::SubaccountUpdated, assign("CORNER", "ALPHA"));
    assert_eq!((above(&world, "CORNER"), above(&world, "STAND")), ("ALPHA".into(), "CORNER".into()));
    world.denied(&shop, Outcome::AccountOfAnother, Info { account: Some(clid("STAND")) });
}

fn refused_for_an_unknown_account() {
    let world = World::new();
    opened(&world, "shop");
    world.refused(&world.alpha, Outcome::AccountUnknown, assign("NOBODY", "SHOP"));
    world.refused(&world.alpha, Outcome::AccountUnknown, assign("SHOP", "NOBODY"));
}

fn refused_for_ones_own_and_another_account() {
    let world = World::new();
    let shop = opened(&world, "shop");
    opened_below(&world, "SHOP", "corner");
    world.refused(&shop, Outcome::AccountOfAnother, assign("SHOP", "CORNER"));
    world.refused(&shop, Outcome::AccountOfAnother, assign("CORNER", "ALPHA"));
    world.refused(&world.bravo, Outcome::AccountOfAnother, assign("CORNER", "BRAVO"));
    assert_eq!(above(&world, "CORNER"), "SHOP");
}

fn refused_below_itself() {
    let world = World::new();
    opened(&world, "shop");
    opened_below(&world, "SHOP", "corner");
    for place in ["SHOP", "CORNER"] {
        world.refused(&world.alpha, Outcome::SubaccountAboveItself, assign("SHOP", place));
    }
}

fn refused_too_deep() {
    let world = World::new();
    for name in ["shop", "lone", "crowded"] {
        opened(&world, name);
    }
    opened_below(&world, "SHOP", "corner");
    opened_below(&world, "CORNER", "stand");
    opened_below(&world, "CROWDED", "visitor");
    world.refused(&world.alpha, Outcome::SubaccountsTooDeep, assign("LONE", "STAND"));
    world.refused(&world.alpha, Outcome::SubaccountsTooDeep, assign("CROWDED", "SHOP"));
    world.done(&world.alpha, Outcome::SubaccountUpdated, assign("LONE", "CORNER"));
}
