//! What a purchase comes to, and whether it can be billed to an account at all.

use outcomes::{Field, Outcome};

use super::Purchase;
use crate::{
    Failure, Fault, Refusal, Writing,
    model::{Account, CreditState, Hold, HoldId, Money, ObjectId, PartyId},
    ports::Port,
};

/// What a purchase comes to; `None` when it is free, which needs neither credit nor invoice.
///
/// Checks, in this order: the price, the state of the credit, the billing data, the tax settings.
///
/// # Errors
/// `price_missing` and the like, `credit_locked`, `credit_inactive`, `billing_data_missing`, `tax_settings_wrong`.
pub(super) fn bill(
    cx: &Writing<'_>,
    payer: &Account,
    purchase: &impl Purchase,
    object: ObjectId,
) -> Result<Option<Hold>, Failure> {
    cx.reach(Port::Prices)?;
    let item = purchase.item(payer)?;
    if item.fee.gross().minor == 0 {
        return Ok(None);
    }
    check_state(payer)?;
    let party = party_of(payer, item.fee.gross())?;
    if payer.billing.reverse_charge {
        check_tax(cx, payer, party)?;
    }
    cx.reach(Port::Ledger)?;
    Ok(Some(Hold {
        id: HoldId(cx.new_id()),
        operation: cx.operation,
        at: cx.now,
        account: payer.id,
        party: Some(party),
        kind: item.kind,
        fee: item.fee,
        object,
        years: item.years,
    }))
}

pub(super) fn check_state(payer: &Account) -> Result<(), Refusal> {
    let refused = |outcome| Err(Refusal::new(outcome).at(Field::Credit).value(&payer.clid));
    match payer.billing.credit {
        CreditState::Active => Ok(()),
        CreditState::Locked => refused(Outcome::CreditLocked),
        CreditState::Inactive => refused(Outcome::CreditInactive),
    }
}

fn party_of(payer: &Account, price: Money) -> Result<PartyId, Refusal> {
    let missing = || Refusal::new(Outcome::BillingDataMissing).at(Field::Credit);
    let price = format_args!("{price} {}", price.currency);
    payer.billing.party.ok_or_else(|| missing().value(&payer.clid).fact("price", price))
}

/// A customer who accounts for the tax has to be known to the tax office of its country.
fn check_tax(cx: &Writing<'_>, payer: &Account, party: PartyId) -> Result<(), Failure> {
    let missing = || Fault::internal(format!("party {} of account {} is missing", party.0, payer.id.0));
    let party = cx.store.party(party)?.ok_or_else(missing)?;
    let Some(reason) = party.bar_to_reverse_charge() else { return Ok(()) };
    let refusal = Refusal::new(Outcome::TaxSettingsWrong).at(Field::Credit).value(&payer.clid);
    Err(refusal.fact("reason", reason).into())
}
