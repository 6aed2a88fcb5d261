use outcomes::{Field, Outcome};

use crate::{
    Failure, Fault, Refusal, Writing,
    model::{Account, AccountId, Book, Entry, EntryId, EntryKind, Instant, Money, ObjectId},
    policy::{Priced, Zone},
    ports::{Port, store::Posted},
};

/// Bills an account for something done in a zone: the price times `years` (a restoration counts as one).
///
/// # Errors
/// `price_missing` when the zone has no price in the account's currency, `credit_insufficient` when the balance and
/// the credit limit do not cover the price.
pub fn charge(
    cx: &Writing<'_>,
    payer: &Account,
    zone: &Zone,
    what: Priced,
    years: u8,
    object: ObjectId,
) -> Result<(), Failure> {
    cx.reach(Port::Prices)?;
    let amount = quote(payer, zone, what, years)?;
    if amount.minor == 0 {
        return Ok(());
    }
    cx.reach(Port::Ledger)?;
    let entry = Entry {
        id: EntryId(cx.new_id()),
        operation: cx.operation,
        at: cx.now,
        kind: kind_of(what),
        from: Book::Account(payer.id),
        to: Book::Revenue,
        amount,
        object: Some(object),
        years,
        reverses: None,
    };
    match cx.store.post(&entry)? {
        Posted::Yes => Ok(()),
        Posted::CreditInsufficient => Err(insufficient(cx, payer, amount)?.into()),
    }
}

/// Pays the latest line of a kind that an account paid for an object since a moment back, unless that was done before.
/// Answers how many years that line had paid for: zero when there is none, as what was free has no line.
///
/// The payer and the moment keep it from an older line when the operation that is undone was free.
///
/// # Errors
/// A fault of the store.
pub fn refund(
    cx: &Writing<'_>,
    kind: EntryKind,
    object: ObjectId,
    payer: AccountId,
    since: Instant,
) -> Result<u8, Failure> {
    let entries = cx.store.entries_of(object)?;
    let undone = |entry: &Entry| entries.iter().any(|other| other.reverses == Some(entry.id));
    let meant =
        |entry: &&Entry| entry.kind == kind && entry.from == Book::Account(payer) && entry.at >= since;
    let Some(entry) = entries.iter().rev().filter(meant).find(|entry| !undone(entry)) else {
        return Ok(0);
    };
    let reversal = Entry {
        id: EntryId(cx.new_id()),
        operation: cx.operation,
        at: cx.now,
        kind: EntryKind::Refund,
        from: entry.to,
        to: entry.from,
        reverses: Some(entry.id),
        ..entry.clone()
    };
    match cx.store.post(&reversal)? {
        Posted::Yes => Ok(entry.years),
        Posted::CreditInsufficient => Err(Fault::internal("a refund was refused for want of credit").into()),
    }
}

fn quote(payer: &Account, zone: &Zone, what: Priced, years: u8) -> Result<Money, Failure> {
    let currency = payer.currency;
    let missing = || {
        Refusal::new(Outcome::PriceMissing)
            .at(Field::Credit)
            .fact("zone", &zone.name)
            .fact("currency", currency)
    };
    let price = zone.prices.price(what, currency).ok_or_else(missing)?;
    price
        .times(i64::from(years.max(1)))
        .ok_or_else(|| Fault::internal("a price is beyond what an amount can hold").into())
}

fn insufficient(cx: &Writing<'_>, payer: &Account, price: Money) -> Result<Refusal, Fault> {
    let balance = cx.store.balance(payer.id)?;
    let credit = Money::new(balance.minor.saturating_add(payer.credit_limit), balance.currency);
    let refusal = Refusal::new(Outcome::CreditInsufficient).at(Field::Credit).value(credit);
    Ok(refusal
        .fact("price", format_args!("{price} {}", price.currency))
        .fact("credit", format_args!("{credit} {}", credit.currency)))
}

const fn kind_of(what: Priced) -> EntryKind {
    match what {
        Priced::Create => EntryKind::Create,
        Priced::Renew => EntryKind::Renew,
        Priced::Transfer => EntryKind::Transfer,
        Priced::Restore => EntryKind::Restore,
    }
}
