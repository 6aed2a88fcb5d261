//! Moving credit from one account to another.

use super::{bill::check_state, charge::insufficient};
use crate::{
    Failure, Writing,
    model::{Account, Book, Entry, EntryId, EntryKind, Money},
    ports::{Port, store::Posted},
};

/// Moves credit between two accounts of one currency, by one line.
///
/// # Errors
/// `credit_locked`, `credit_inactive`; `credit_insufficient` when the payer's balance and credit limit, without what is
/// set aside, do not cover it. Then nothing was changed.
pub fn transfer(cx: &Writing<'_>, payer: &Account, payee: &Account, minor: i64) -> Result<(), Failure> {
    check_state(payer)?;
    cx.reach(Port::Ledger)?;
    let entry = Entry {
        id: EntryId(cx.new_id()),
        operation: cx.operation,
        at: cx.now,
        kind: EntryKind::Move,
        from: Book::Account(payer.id),
        to: Book::Account(payee.id),
        amount: Money::new(minor, payer.currency),
        object: None,
        years: 0,
        reverses: None,
        invoice: None,
    };
    match cx.store.post(&entry)? {
        Posted::Yes(_) => Ok(()),
        Posted::CreditInsufficient => {
            Err(insufficient(cx.store.standing(payer.id)?.left(), entry.amount).into())
        }
    }
}
