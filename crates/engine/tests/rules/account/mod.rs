//! What the operator does with accounts, and logging in.

pub(crate) mod announce;
pub(crate) mod billing;
pub(crate) mod bookings;
pub(crate) mod check_login;
pub(crate) mod credit;
pub(crate) mod deposit;
pub(crate) mod holds;
pub(crate) mod list;
pub(crate) mod login;
pub(crate) mod open;
pub(crate) mod ping_later;
pub(crate) mod set_password;
pub(crate) mod set_terms;
pub(crate) mod statement;
pub(crate) mod update;

use crate::fixture::World;
use engine::model::Clid;

fn clid(text: &str) -> Clid {
    Clid::parse(text).unwrap()
}

fn operator() -> engine::Actor {
    engine::Actor::nobody()
}

/// An account as the store has it.
fn stored(world: &World, account: &str) -> engine::model::Account {
    let clid = clid(account);
    crate::fixture::read(&world.engine, move |store| store.account_by_clid(&clid)).unwrap()
}
