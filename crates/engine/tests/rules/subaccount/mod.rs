//! Accounts below an account.

pub(crate) mod act_for;
pub(crate) mod assign;
pub(crate) mod close;
pub(crate) mod info;
pub(crate) mod list;
pub(crate) mod move_credit;
pub(crate) mod open;
pub(crate) mod question;
pub(crate) mod update;

use engine::{
    Actor, Outcome,
    model::{AccountName, Clid, LoginName, Realm, Window},
    ops::{
        account::NewSecret,
        subaccount::{ActFor, Direction, MoveCredit, NewLogin, Open},
    },
};

use crate::fixture::World;

pub(crate) fn clid(text: &str) -> AccountName {
    AccountName::Clid(Clid::parse(text).unwrap())
}

fn login(name: &str) -> NewLogin {
    let secret = NewSecret::Hashed(format!("$of {name}"));
    NewLogin { realm: Realm::Rrp, name: LoginName::parse(name).unwrap(), secret }
}

/// A sub-account that is called as it logs in, in capitals.
fn open(name: &str) -> Open {
    Open {
        above: None,
        clid: Some(Clid::parse(&name.to_uppercase()).unwrap()),
        name: format!("Reseller {name}"),
        currency: None,
        login: login(name),
        book: None,
        question: None,
    }
}

/// Opens a sub-account of ALPHA, and acts for it.
pub(crate) fn opened(world: &World, name: &str) -> Actor {
    let clid = world.done(&world.alpha, Outcome::SubaccountOpened, open(name));
    let act = ActFor { account: AccountName::Clid(clid) };
    world.found(&world.alpha, Outcome::SubaccountActedFor, act)
}

/// Opens an account below a sub-account of ALPHA.
fn opened_below(world: &World, above: &str, name: &str) -> Clid {
    let below = Open { above: Some(clid(above)), ..open(name) };
    world.done(&world.alpha, Outcome::SubaccountOpened, below)
}

fn give(world: &World, account: &str, minor: u32) {
    let credit = MoveCredit { account: clid(account), direction: Direction::Down, minor };
    world.done(&world.alpha, Outcome::CreditMoved, credit);
}

pub(crate) const ALL: Window = Window { first: 0, limit: 100 };
