//! What is offered of mail hosting, and at which prices.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::price;
use crate::model::{Currency, MailTerm, Money, RenewalMode};

/// The policy of mail hosting. Without a file of it nothing can be bought, as nothing has a price.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MailPolicy {
    /// The quota of a mailspace, in MB.
    pub quota: Allowance,
    /// How many mailboxes a mailspace may have.
    pub mailboxes: Allowance,
    /// How many mail forwardings a mailspace may have.
    pub forwardings: Allowance,
    /// How many characters the password of an address needs.
    pub shortest_password: usize,
    /// Whether the server renews a mailspace at the end of its term.
    pub renewal: RenewalMode,
    /// For how many days after the end of its term a mailspace that was not renewed is kept. It is disabled then and, if the
    /// server is to renew it, that is tried again once a day.
    pub keep_days: u32,
    /// What a month costs, by currency, in smallest units.
    #[serde(deserialize_with = "price::by_currency")]
    pub prices: BTreeMap<Currency, i64>,
}

/// How much of something can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allowance {
    /// What is meant when nothing is named.
    pub usual: u32,
    /// The most that can be asked for.
    pub most: u32,
}

impl MailPolicy {
    /// Reads a policy file.
    ///
    /// # Errors
    /// What is wrong in the file and where, for the operator.
    pub fn parse(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }

    /// What a term costs; `None` when nothing is offered in the currency.
    pub fn price(&self, term: MailTerm, currency: Currency) -> Option<Money> {
        let month = self.prices.get(&currency)?;
        Some(Money::new(month.checked_mul(term.months().into())?, currency))
    }
}

impl Default for MailPolicy {
    fn default() -> Self {
        Self {
            quota: Allowance { usual: 1_000, most: 100_000 },
            mailboxes: Allowance { usual: 10, most: 1_000 },
            forwardings: Allowance { usual: 10, most: 1_000 },
            shortest_password: 8,
            renewal: RenewalMode::Automatic,
            keep_days: 30,
            prices: BTreeMap::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_costs_its_months() {
        let policy = MailPolicy::parse("keep_days = 3\n[prices]\nEUR = \"2.50\"").unwrap();
        let price = |months, currency| {
            policy.price(MailTerm::of_months(months).unwrap(), currency).map(|money| money.minor)
        };
        assert_eq!([price(1, Currency::Eur), price(12, Currency::Eur)], [Some(250), Some(3_000)]);
        assert_eq!((price(1, Currency::Usd), policy.keep_days), (None, 3));
    }

    #[test]
    fn what_is_no_policy_is_refused() {
        for bad in [
            "quotas = 1",
            "quota = 5",
            "quota = { usual = 1 }",
            "[prices]\nEUR = 5",
            "[prices]\nEUR = \"-1\"",
        ] {
            assert!(MailPolicy::parse(bad).is_err(), "{bad}");
        }
    }
}
