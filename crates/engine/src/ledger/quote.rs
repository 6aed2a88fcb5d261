//! What things cost. This is the one place where a price is made.

use outcomes::{Field, Outcome};

use crate::{
    Refusal,
    model::{Account, Currency, DomainName, Fee, Money},
    policy::{Priced, Zone},
};

/// What an account wants of a zone.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// The zone.
    pub zone: &'a Zone,
    /// The domain, which is registered directly in the zone.
    pub name: &'a DomainName,
    /// What is to be done.
    pub what: Priced,
    /// For how many years. A restoration counts as one, a transfer that adds none too.
    pub years: u8,
}

/// What an order costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote<'a> {
    /// The price and the tax on it.
    pub fee: Fee,
    /// The tier of a premium name, whether or not it decides this price.
    pub tier: Option<&'a str>,
}

/// What an order costs an account, without asking whether it can pay. Needs no store, so a check can tell it too.
///
/// A price is looked for among those of the name's premium tier, then in the price list that the account's terms name,
/// then among the zone's own. A premium name is not for sale in a currency that its tier has no prices in, so that
/// none goes at an ordinary price by mistake.
///
/// # Errors
/// `price_missing` when the zone has no price in the account's currency.
pub fn quote<'a>(payer: &Account, order: Order<'a>) -> Result<Quote<'a>, Refusal> {
    let tier = order.zone.premium.tier(order.name);
    let net = match tier {
        Some(tier) if !tier.prices.knows(payer.currency) => None,
        Some(tier) => {
            let special = tier.prices.price(order.what, payer.currency, order.years);
            special.or_else(|| ordinary(payer, order.zone, order.what, order.years))
        }
        None => ordinary(payer, order.zone, order.what, order.years),
    };
    let net = net.ok_or_else(|| missing(order.zone, payer.currency))?;
    let fee = Fee { net, tax: payer.billing.tax_on(net, &payer.terms) };
    Ok(Quote { fee, tier: tier.map(|tier| tier.tier.as_str()) })
}

/// What names like any other cost an account in a zone; `None` if that has no price in its currency.
pub fn list_price(payer: &Account, zone: &Zone, what: Priced, years: u8) -> Option<Fee> {
    let net = ordinary(payer, zone, what, years)?;
    Some(Fee { net, tax: payer.billing.tax_on(net, &payer.terms) })
}

fn ordinary(payer: &Account, zone: &Zone, what: Priced, years: u8) -> Option<Money> {
    let own = payer.terms.price_list.as_ref().and_then(|name| zone.price_lists.get(name));
    let lists = own.into_iter().chain([&zone.prices]);
    lists.into_iter().find_map(|list| list.price(what, payer.currency, years))
}

fn missing(zone: &Zone, currency: Currency) -> Refusal {
    Refusal::new(Outcome::PriceMissing).at(Field::Credit).fact("zone", &zone.name).fact("currency", currency)
}
