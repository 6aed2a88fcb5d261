//! What is offered of privacy, at which prices, and who is shown in the place of the people of a domain.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Span, price};
use crate::model::{Currency, Money};

/// The policy of privacy. Without a file of it nothing can be bought, as nothing has a price.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PrivacyPolicy {
    /// For how many years it can be bought, and how far ahead it can end.
    pub years: Span,
    /// How many days before its end the account is warned.
    pub warn_days: Vec<u32>,
    /// For how many days after its end the server tries again, once a day, to renew what the account lacks the credit for.
    pub retry_days: u32,
    /// Who is shown.
    pub stand_in: StandIn,
    /// What a year costs, by currency, in smallest units.
    #[serde(deserialize_with = "price::by_currency")]
    pub prices: BTreeMap<Currency, i64>,
}

/// Who is shown in the place of the people of a domain, in words that nothing but whoever reads them depends on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)] // the names say it
pub struct StandIn {
    pub first_name: String,
    pub last_name: String,
    pub organisation: String,
    pub street: String,
    pub city: String,
    pub province: String,
    pub postal_code: String,
    /// Two letters.
    pub country: String,
    /// As contacts have it: `+1.5555550100`.
    pub phone: String,
    pub email: String,
}

impl PrivacyPolicy {
    /// Reads a policy file.
    ///
    /// # Errors
    /// What is wrong in the file and where, for the operator.
    pub fn parse(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }

    /// What some years cost; `None` when nothing is offered in the currency.
    pub fn price(&self, years: u8, currency: Currency) -> Option<Money> {
        let year = self.prices.get(&currency)?;
        Some(Money::new(year.checked_mul(years.into())?, currency))
    }
}

impl Default for PrivacyPolicy {
    fn default() -> Self {
        Self {
            years: Span::new(1, 10),
            warn_days: vec![30, 7],
            retry_days: 7,
            stand_in: StandIn::default(),
            prices: BTreeMap::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_cost_as_many_times_one() {
        let text = "years = [1, 5]\nstand_in = { city = \"Seattle\" }\nprices = { EUR = \"2.50\" }";
        let policy = PrivacyPolicy::parse(text).unwrap();
        let price = |years, currency| policy.price(years, currency).map(|money| money.minor);
        assert_eq!([price(1, Currency::Eur), price(3, Currency::Eur)], [Some(250), Some(750)]);
        assert_eq!((price(1, Currency::Usd), policy.years.most), (None, 5));
        assert_eq!(policy.stand_in.city, "Seattle");
    }

    #[test]
    fn what_is_no_policy_is_refused() {
        for bad in ["year = [1, 5]", "prices = { EUR = 2 }", "stand_in = { town = \"x\" }"] {
            assert!(PrivacyPolicy::parse(bad).is_err(), "{bad}");
        }
    }
}
