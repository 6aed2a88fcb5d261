//! What operations cost, and how that is paid.

pub(crate) mod hold;
pub(crate) mod invoice;
pub(crate) mod price;
pub(crate) mod refund;
pub(crate) mod vat;
pub(crate) mod warning;

use engine::{
    Actor, Outcome,
    model::{Book, Entry, Vat},
    ops::account::SetTerms,
};

use crate::fixture::{World, name, read};

/// A change of nothing about an actor's terms.
pub(crate) fn terms(actor: &Actor) -> SetTerms {
    SetTerms {
        clid: actor.account.clid.clone(),
        credit_limit: None,
        price_list: None,
        vat: None,
        credit_warning: None,
        dns_zones: None,
        dns_rows: None,
    }
}

/// Sets terms of an account. Gives who it is after it logged in anew.
pub(crate) fn with_terms(world: &World, change: SetTerms) -> Actor {
    let clid = change.clid.clone();
    world.done(&Actor::nobody(), Outcome::AccountUpdated, change);
    Actor::new(read(&world.engine, move |store| store.account_by_clid(&clid)).unwrap())
}

/// A rate in per cent.
pub(crate) fn vat(percent: &str) -> Vat {
    Vat::parse(percent).unwrap()
}

/// The lines written for a domain that is there.
fn lines(world: &World, domain: &str) -> Vec<Entry> {
    let name = name(domain);
    read(&world.engine, move |store| store.entries_of(store.domain(&name)?.unwrap().id.into()))
}

/// Lines as (from, to, amount), with the accounts as `None`.
fn sides(lines: &[Entry]) -> Vec<(Option<Book>, Option<Book>, i64)> {
    let own = |book| Some(book).filter(|book| !matches!(book, Book::Account(_)));
    lines.iter().map(|line| (own(line.from), own(line.to), line.amount.minor)).collect()
}
