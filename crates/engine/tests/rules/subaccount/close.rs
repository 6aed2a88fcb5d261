use engine::{
    Outcome,
    model::{AccountName, Realm},
    ops::subaccount::{Close, Direction, Info, MoveCredit},
};

use super::{clid, give, open, opened, opened_below};
use crate::fixture::World;

cases! {
    success_frees_the_login_and_not_the_identifier
    refused_for_an_unknown_account
    refused_for_ones_own_and_another_account
    refused_while_it_has_something
}

fn close(account: &str) -> Close {
    Close { account: clid(account) }
}

fn success_frees_the_login_and_not_the_identifier() {
    let world = World::new();
    opened(&world, "shop");
    world.done(&world.alpha, Outcome::SubaccountClosed, close("SHOP"));
    for account in [clid("SHOP"), AccountName::Login(Realm::Rrp, "shop".into())] {
        world.denied(&world.alpha, Outcome::AccountUnknown, Info { account: Some(account) });
    }
    world.refused(&world.alpha, Outcome::AccountUnknown, close("SHOP"));
    world.refused(&world.alpha, Outcome::AccountTaken, open("shop"));
    let anew = super::Open { clid: None, ..open("shop") };
    world.done(&world.alpha, Outcome::SubaccountOpened, anew);
}

fn refused_for_an_unknown_account() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::AccountUnknown, close("NOBODY"));
}

fn refused_for_ones_own_and_another_account() {
    let world = World::new();
    let shop = opened(&world, "shop");
    world.refused(&shop, Outcome::AccountOfAnother, close("SHOP"));
    world.refused(&world.bravo, Outcome::AccountOfAnother, close("SHOP"));
}

fn refused_while_it_has_something() {
    let world = World::new();
    let shop = opened(&world, "shop");
    let refused = |what: &str| {
        let refusals = world.refused(&world.alpha, Outcome::SubaccountInUse, close("SHOP"));
        assert_eq!(refusals.first().facts, [("what", what.to_owned())]);
    };
    give(&world, "SHOP", 10_000);
    refused("credit or debt");
    world.enrol(&shop, "C-1");
    refused("objects");
    opened_below(&world, "SHOP", "corner");
    refused("sub-accounts");

    world.done(&world.alpha, Outcome::SubaccountClosed, close("CORNER"));
    let delete = engine::ops::contact::Delete { handle: crate::fixture::handle("C-1") };
    world.done(&shop, Outcome::ContactDeleted, delete);
    let back = MoveCredit { account: clid("SHOP"), direction: Direction::Up, minor: 10_000 };
    world.done(&world.alpha, Outcome::CreditMoved, back);
    world.done(&world.alpha, Outcome::SubaccountClosed, close("SHOP"));
}
