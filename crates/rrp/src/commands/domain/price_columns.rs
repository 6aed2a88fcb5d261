//! What a name costs, in columns.

use engine::ops::domain::PriceTag;
use engine::policy::Priced;

use crate::columns::Columns;

/// The class and price of a name that can be registered, where it is not like any other.
pub(super) fn of_registration(columns: Columns, prices: &PriceTag) -> Columns {
    let Some(tier) = &prices.tier else { return columns };
    columns
        .one("x-fee-class", format!("PREMIUM_{}", tier.to_ascii_uppercase()))
        .maybe("x-fee-amount", amount(prices, Priced::Create))
        .one("x-fee-currency", prices.currency.code())
}

/// What something costs before taxes, if it is for sale.
pub(super) fn amount(prices: &PriceTag, what: Priced) -> Option<String> {
    prices.fee(what).map(|fee| fee.net.to_string())
}

/// All prices of a name or a zone.
pub(super) fn all(columns: Columns, prices: &PriceTag) -> Columns {
    let named = NAMES.iter().filter_map(|(name, what)| Some((*name, amount(prices, *what)?)));
    let columns = named.fold(columns, |columns, (name, amount)| columns.one(name, amount));
    columns.one("currency", prices.currency.code())
}

/// What things are called in lists of prices. The first year is part of the yearly price: there is no set-up.
pub(super) const NAMES: [(&str, Priced); 5] = [
    ("setup", Priced::Create),
    ("annual", Priced::Renew),
    ("transfer", Priced::Transfer),
    ("restore", Priced::Restore),
    ("trade", Priced::Trade),
];
