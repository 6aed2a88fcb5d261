//! What the protection service offers, and at which prices.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, de::Error};

use super::price::amount;
use crate::model::{Currency, Cycle, Money, Plan, RenewalMode};

/// The policy of the protection service. Without a file nothing of it can be bought, as nothing has a price.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ProtectionPolicy {
    /// How many labels a name may have before the one under which it is registered.
    pub deepest: usize,
    /// How many upstream addresses a service may have.
    pub most_upstreams: usize,
    /// How many rules a service may have.
    pub most_rules: usize,
    /// How often within an hour the network's copies of a name may be dropped.
    pub purges_per_hour: u32,
    /// How often within a day a template may be applied.
    pub template_uses_per_day: u32,
    /// Whether the server renews a service at the end of its term.
    pub renewal: RenewalMode,
    /// For how many days after the end of a term the server tries again, once a day, to renew what could not be paid.
    pub retry_days: u32,
    /// For how many hours the network is asked again to set a service up, if it does not answer.
    pub set_up_hours: u32,
    /// Prices, by currency, plan and cycle.
    #[serde(deserialize_with = "prices")]
    pub prices: BTreeMap<Currency, PlanPrices>,
}

/// Prices of one currency in smallest units. What is left out is not offered.
pub type PlanPrices = BTreeMap<Plan, BTreeMap<Cycle, i64>>;

impl ProtectionPolicy {
    /// Reads a policy file.
    ///
    /// # Errors
    /// What is wrong in the file and where, for the operator.
    pub fn parse(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }

    /// What a term costs; `None` when it is not offered.
    pub fn price(&self, plan: Plan, cycle: Cycle, currency: Currency) -> Option<Money> {
        let minor = self.prices.get(&currency)?.get(&plan)?.get(&cycle)?;
        Some(Money::new(*minor, currency))
    }

    /// Whether anything is offered in a currency.
    pub fn sells_in(&self, currency: Currency) -> bool {
        self.prices.contains_key(&currency)
    }
}

impl Default for ProtectionPolicy {
    fn default() -> Self {
        Self {
            deepest: 1,
            most_upstreams: 8,
            most_rules: 100,
            purges_per_hour: 10,
            template_uses_per_day: 100,
            renewal: RenewalMode::Automatic,
            retry_days: 7,
            set_up_hours: 24,
            prices: BTreeMap::new(),
        }
    }
}

/// Written as decimal numbers in quotes: `EUR.start = { monthly = "5.00", yearly = "50.00" }`.
fn prices<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<Currency, PlanPrices>, D::Error> {
    let texts = BTreeMap::<Currency, BTreeMap<Plan, BTreeMap<Cycle, String>>>::deserialize(deserializer)?;
    let of_plan = |currency, (plan, cycles): (Plan, BTreeMap<Cycle, String>)| {
        let read = cycles.into_iter().map(|(cycle, text)| Ok((cycle, amount(&text, currency)?)));
        Ok((plan, read.collect::<Result<_, String>>()?))
    };
    let of_currency = |(currency, plans): (Currency, BTreeMap<Plan, BTreeMap<Cycle, String>>)| {
        let read = plans.into_iter().map(|plan| of_plan(currency, plan));
        Ok((currency, read.collect::<Result<_, String>>()?))
    };
    texts.into_iter().map(of_currency).collect::<Result<_, String>>().map_err(D::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_is_given_by_currency_plan_and_cycle() {
        let text =
            "deepest = 2\n[prices]\nEUR.start = { monthly = \"5.00\" }\nJPY.expert = { yearly = \"900\" }";
        let policy = ProtectionPolicy::parse(text).unwrap();
        let price = |plan, cycle, currency| policy.price(plan, cycle, currency).map(|money| money.minor);
        assert_eq!(price(Plan::Start, Cycle::Monthly, Currency::Eur), Some(500));
        assert_eq!(price(Plan::Expert, Cycle::Yearly, Currency::Jpy), Some(900));
        assert_eq!(price(Plan::Start, Cycle::Yearly, Currency::Eur), None);
        assert!(policy.sells_in(Currency::Eur) && !policy.sells_in(Currency::Usd));
        assert_eq!((policy.deepest, policy.retry_days), (2, 7));
    }

    #[test]
    fn what_is_no_policy_is_refused() {
        for bad in [
            "deep = 1",
            "[prices]\nEUR.start = { monthly = 5 }",
            "[prices]\nEUR.start = { monthly = \"-5.00\" }",
            "[prices]\nEUR.start = { weekly = \"5.00\" }",
            "[prices]\nEUR.gold = { monthly = \"5.00\" }",
        ] {
            assert!(ProtectionPolicy::parse(bad).is_err(), "{bad}");
        }
    }
}
