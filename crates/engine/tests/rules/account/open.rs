use engine::{
    Outcome,
    model::{AccountState, Currency},
    ops::account::Open,
};

use super::{clid, operator, stored};
use crate::fixture::World;

cases! {
    success_is_empty_and_active
    refused_for_a_taken_identifier
}

fn delta() -> Open {
    Open { clid: clid("DELTA"), name: "Delta".into(), currency: Currency::Jpy, credit_limit: 900 }
}

fn success_is_empty_and_active() {
    let world = World::new();
    let id = world.done(&operator(), Outcome::AccountOpened, delta());
    let account = stored(&world, "DELTA");
    assert_eq!((account.id, account.currency, account.credit_limit), (id, Currency::Jpy, 900));
    assert_eq!((account.state, account.created_at), (AccountState::Active, world.now()));
    assert_eq!(crate::fixture::read(&world.engine, move |store| store.balance(id)).minor, 0);
}

fn refused_for_a_taken_identifier() {
    let world = World::new();
    let taken = Open { clid: clid("ALPHA"), ..delta() };
    world.refused(&operator(), Outcome::AccountTaken, taken);
}
