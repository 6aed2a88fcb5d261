//! Prices.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Deserializer, de::Error};

use crate::model::{Currency, Money};

/// What can have a price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Priced {
    /// A new registration, by years.
    Create,
    /// A renewal, by years.
    Renew,
    /// A renewal by the server, at the price of any other.
    AutoRenew,
    /// A transfer, by the years that it adds, or one that adds none.
    Transfer,
    /// A restoration.
    Restore,
    /// A change of the registrant.
    Trade,
}

impl Priced {
    /// What clients can ask for.
    pub const ORDERS: [Self; 5] = [Self::Create, Self::Renew, Self::Transfer, Self::Restore, Self::Trade];
}

/// Prices, by currency. Written as decimal numbers in quotes, for a year or by the number of years:
/// `USD = { create = "10.00", renew = { 1 = "10.00", 5 = "45.00" }, ... }`. What is left out has no price here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PriceList(HashMap<Currency, Prices>);

impl PriceList {
    /// What some years cost together; `None` when the list does not say.
    pub fn price(&self, what: Priced, currency: Currency, years: u8) -> Option<Money> {
        let scale = self.0.get(&currency)?.of(what)?;
        Some(Money::new(scale.price(years), currency))
    }

    /// Whether it has any price in a currency.
    pub fn knows(&self, currency: Currency) -> bool {
        self.0.contains_key(&currency)
    }

    /// Reads a list that has to be complete: in each currency it names, everything has a price, but for trades: without a
    /// price they are not offered.
    pub(super) fn complete<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let list = Self::deserialize(deserializer)?;
        match list.0.iter().find_map(|(currency, prices)| Some((currency, prices.missing()?))) {
            Some((currency, field)) => {
                Err(D::Error::custom(format!("{currency} has no price for `{field}`")))
            }
            None => Ok(list),
        }
    }
}

impl<'de> Deserialize<'de> for PriceList {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let rows = HashMap::<Currency, Row>::deserialize(deserializer)?;
        let prices = rows.into_iter().map(|(currency, row)| Ok((currency, row.read(currency)?)));
        prices.collect::<Result<_, _>>().map(Self).map_err(|reason: String| D::Error::custom(reason))
    }
}

/// The prices in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Prices {
    create: Option<Scale>,
    renew: Option<Scale>,
    transfer: Option<Scale>,
    restore: Option<Scale>,
    trade: Option<Scale>,
}

impl Prices {
    fn of(&self, what: Priced) -> Option<&Scale> {
        match what {
            Priced::Create => self.create.as_ref(),
            Priced::Renew | Priced::AutoRenew => self.renew.as_ref(),
            Priced::Transfer => self.transfer.as_ref(),
            Priced::Restore => self.restore.as_ref(),
            Priced::Trade => self.trade.as_ref(),
        }
    }

    fn missing(&self) -> Option<&'static str> {
        let fields = [
            ("create", &self.create),
            ("renew", &self.renew),
            ("transfer", &self.transfer),
            ("restore", &self.restore),
        ];
        fields.into_iter().find_map(|(name, scale)| scale.is_none().then_some(name))
    }
}

/// What numbers of years cost, in smallest units. One year always has a price.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Scale(BTreeMap<u8, i64>);

impl Scale {
    /// A number that is not given costs what the next lower one does, and a single year for each year beyond it.
    fn price(&self, years: u8) -> i64 {
        let years = years.max(1);
        let given = self.0.range(..=years).next_back();
        let (base, price) = given.map_or((0, 0), |(base, price)| (*base, *price));
        let single = self.0.get(&1).copied().unwrap_or_default();
        // Cannot overflow, as a single price is at most MOST.
        price + single * i64::from(years - base)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    create: Option<Written>,
    renew: Option<Written>,
    transfer: Option<Written>,
    restore: Option<Written>,
    trade: Option<Written>,
}

impl Row {
    fn read(self, currency: Currency) -> Result<Prices, String> {
        let scale = |written: Option<Written>| written.map(|written| written.read(currency)).transpose();
        Ok(Prices {
            create: scale(self.create)?,
            renew: scale(self.renew)?,
            transfer: scale(self.transfer)?,
            restore: scale(self.restore)?,
            trade: scale(self.trade)?,
        })
    }
}

/// A price as a file gives it.
#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "a price is a decimal number in quotes, or a table of them by numbers of years"
)]
enum Written {
    /// Of a year.
    Single(String),
    /// By the number of years.
    Table(BTreeMap<String, String>),
}

impl Written {
    fn read(self, currency: Currency) -> Result<Scale, String> {
        let texts = match self {
            Self::Single(text) => BTreeMap::from([("1".to_owned(), text)]),
            Self::Table(texts) => texts,
        };
        let read = |(years, text): (String, String)| Ok((number(&years)?, amount(&text, currency)?));
        let scale: BTreeMap<u8, i64> = texts.into_iter().map(read).collect::<Result<_, String>>()?;
        if scale.contains_key(&1) { Ok(Scale(scale)) } else { Err("one year has no price".to_owned()) }
    }
}

fn number(years: &str) -> Result<u8, String> {
    years.parse().ok().filter(|years| *years > 0).ok_or_else(|| format!("{years:?} is no number of years"))
}

/// A price as it is written: a decimal number that is not negative.
pub(super) fn amount(text: &str, currency: Currency) -> Result<i64, String> {
    let minor = Money::parse(text, currency).map(|money| money.minor);
    minor
        .filter(|minor| (0..=MOST).contains(minor))
        .ok_or_else(|| format!("{text:?} is no price in {currency}: write a decimal number in quotes"))
}

/// The price of one thing in each currency, in smallest units. Written as decimal numbers in quotes: `EUR = "2.00"`.
pub(super) fn by_currency<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<Currency, i64>, D::Error> {
    let texts = BTreeMap::<Currency, String>::deserialize(deserializer)?;
    let read = texts.into_iter().map(|(currency, text)| Ok((currency, amount(&text, currency)?)));
    read.collect::<Result<_, String>>().map_err(D::Error::custom)
}

/// The highest price, in smallest units: so low that no number of years and no tax can overflow an amount.
const MOST: i64 = i64::MAX / 1_000;

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str) -> Result<PriceList, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }

    #[test]
    fn a_price_is_for_a_year_or_by_the_number_of_years() {
        let list =
            list(r#"EUR = { create = "10.00", renew = { 1 = "8.00", 2 = "12.00", 5 = "30.00" } }"#).unwrap();
        let price = |what, years| list.price(what, Currency::Eur, years).map(|money| money.minor);
        assert_eq!([price(Priced::Create, 1), price(Priced::Create, 10)], [Some(1_000), Some(10_000)]);
        let renewals = [1, 2, 3, 5, 7].map(|years| price(Priced::Renew, years));
        assert_eq!(renewals, [800, 1_200, 2_000, 3_000, 4_600].map(Some));
        assert_eq!(price(Priced::Create, 0), Some(1_000), "a transfer that adds no year has a price");
        assert_eq!((price(Priced::Restore, 1), list.price(Priced::Create, Currency::Usd, 1)), (None, None));
    }

    #[test]
    fn what_is_no_price_is_refused() {
        for bad in [
            r#"EUR = { create = "-1" }"#,
            r#"EUR = { create = 10 }"#,
            r#"EUR = { create = "1.005" }"#,
            r#"EUR = { create = "92233720368547758.07" }"#,
            r#"EUR = { create = { 2 = "1.00" } }"#,
            r#"EUR = { create = { 0 = "1.00", 1 = "1.00" } }"#,
            r#"EUR = { create = { 1 = "1.00", 256 = "1.00" } }"#,
            r#"EUR = { update = "1.00" }"#,
            r#"XXX = { create = "1.00" }"#,
        ] {
            assert!(list(bad).is_err(), "{bad}");
        }
        assert!(list(r#"EUR = { create = 10 }"#).unwrap_err().contains("in quotes"));
    }
}
