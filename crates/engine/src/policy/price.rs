//! Prices of a zone.

use std::collections::HashMap;

use serde::{Deserialize, Deserializer, de::Error};

use crate::model::{Currency, Money};

/// What can have a price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Priced {
    /// A year of a new registration.
    Create,
    /// A year of renewal.
    Renew,
    /// A year that a transfer adds, or a transfer that adds none.
    Transfer,
    /// A restoration.
    Restore,
}

/// A zone's prices in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Prices {
    create: Money,
    renew: Money,
    transfer: Money,
    restore: Money,
}

/// A zone's prices, by currency. Written as decimal numbers in quotes: `USD = { create = "10.00", ... }`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PriceList(HashMap<Currency, Prices>);

impl PriceList {
    /// A price, per year where that makes sense; `None` when the zone has no prices in the currency.
    pub fn price(&self, what: Priced, currency: Currency) -> Option<Money> {
        let prices = self.0.get(&currency)?;
        Some(match what {
            Priced::Create => prices.create,
            Priced::Renew => prices.renew,
            Priced::Transfer => prices.transfer,
            Priced::Restore => prices.restore,
        })
    }
}

impl<'de> Deserialize<'de> for PriceList {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let rows = HashMap::<Currency, Row>::deserialize(deserializer)?;
        let prices =
            rows.into_iter().map(|(currency, row)| row.read(currency).map(|prices| (currency, prices)));
        prices.collect::<Result<_, _>>().map(Self).map_err(D::Error::custom)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    create: String,
    renew: String,
    transfer: String,
    restore: String,
}

impl Row {
    fn read(&self, currency: Currency) -> Result<Prices, String> {
        let amount = |text: &str| {
            Money::parse(text, currency).filter(|money| money.minor >= 0).ok_or_else(|| {
                format!("{text:?} is no price in {currency}: write a decimal number in quotes")
            })
        };
        Ok(Prices {
            create: amount(&self.create)?,
            renew: amount(&self.renew)?,
            transfer: amount(&self.transfer)?,
            restore: amount(&self.restore)?,
        })
    }
}
