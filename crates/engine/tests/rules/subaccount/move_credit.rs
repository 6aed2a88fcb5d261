use engine::{
    Outcome,
    model::{CreditState, Currency},
    ops::{
        account::SetBilling,
        subaccount::{Direction, MoveCredit, Open},
    },
};

use super::{clid, open, opened};
use crate::fixture::World;

cases! {
    success_down_and_up
    success_to_the_last_cent
    refused_for_an_unknown_account
    refused_for_another_account
    refused_between_currencies
    refused_when_the_credit_cannot_be_spent
    refused_without_the_credit
}

fn credit(account: &str, direction: Direction, minor: u32) -> MoveCredit {
    MoveCredit { account: clid(account), direction, minor }
}

fn success_down_and_up() {
    let world = World::with_credit(1_000, 0);
    let shop = opened(&world, "shop");
    let moved = |direction, minor| {
        world.done(&world.alpha, Outcome::CreditMoved, credit("SHOP", direction, minor)).minor
    };
    assert_eq!((moved(Direction::Down, 700), world.balance(&world.alpha)), (700, 300));
    assert_eq!((moved(Direction::Up, 200), world.balance(&world.alpha)), (500, 500));
    assert_eq!(world.balance(&shop), 500);
    world.assert_audit_clean();
}

fn success_to_the_last_cent() {
    let world = World::with_credit(1_000, 500);
    opened(&world, "shop");
    world.done(&world.alpha, Outcome::CreditMoved, credit("SHOP", Direction::Down, 1_500));
    assert_eq!((world.balance(&world.alpha), world.left(&world.alpha)), (-500, 0));
}

fn refused_for_an_unknown_account() {
    let world = World::new();
    world.refused(&world.alpha, Outcome::AccountUnknown, credit("NOBODY", Direction::Down, 1));
}

fn refused_for_another_account() {
    let world = World::new();
    opened(&world, "shop");
    world.refused(&world.bravo, Outcome::AccountOfAnother, credit("SHOP", Direction::Up, 1));
    world.refused(&world.alpha, Outcome::AccountOfAnother, credit("ALPHA", Direction::Up, 1));
}

fn refused_between_currencies() {
    let world = World::new();
    let foreign = Open { currency: Some(Currency::Eur), ..open("shop") };
    world.done(&world.alpha, Outcome::SubaccountOpened, foreign);
    world.refused(&world.alpha, Outcome::CurrenciesDiffer, credit("SHOP", Direction::Down, 1));
}

fn refused_when_the_credit_cannot_be_spent() {
    let world = World::new();
    opened(&world, "shop");
    for (state, outcome) in
        [(CreditState::Locked, Outcome::CreditLocked), (CreditState::Inactive, Outcome::CreditInactive)]
    {
        let alpha = world.alpha.account.clid.clone();
        let set = SetBilling { credit: Some(state), ..SetBilling::of(alpha) };
        world.done(&engine::Actor::nobody(), Outcome::AccountUpdated, set);
        world.refused(&world.alpha, outcome, credit("SHOP", Direction::Down, 1));
    }
}

fn refused_without_the_credit() {
    let world = World::with_credit(1_000, 0);
    opened(&world, "shop");
    world.refused(&world.alpha, Outcome::CreditInsufficient, credit("SHOP", Direction::Down, 1_001));
    world.refused(&world.alpha, Outcome::CreditInsufficient, credit("SHOP", Direction::Up, 1));
}
