//! How currencies stand to one another.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::model::{Currency, Date, Money};

/// Rates of exchange, as the operator has them. For information only: nothing is billed by them. Without a file of them
/// there are none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExchangeRates {
    day: Option<Date>,
    /// What one unit of the base is worth, in millionths of a unit of each currency; of the base too.
    worth: BTreeMap<Currency, i64>,
}

/// What a unit of one currency is worth in another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExchangeRate {
    /// The one.
    pub from: Currency,
    /// The other.
    pub to: Currency,
    /// How much, with six decimals.
    pub rate: String,
    /// Of which day.
    pub day: Date,
}

impl ExchangeRates {
    /// Reads the file.
    ///
    /// # Errors
    /// What is wrong in the file and where, for the operator.
    pub fn parse(text: &str) -> Result<Self, String> {
        let written: Written = toml::from_str(text).map_err(|error| error.to_string())?;
        let day = Date::parse(&written.date).map_err(|refusal| refusal.reason())?;
        let mut worth = BTreeMap::from([(written.base, UNIT)]);
        for (currency, rate) in &written.rates {
            let millionths = millionths(rate).ok_or_else(|| format!("{rate:?} is no rate for {currency}"))?;
            worth.insert(*currency, millionths);
        }
        Ok(Self { day: Some(day), worth })
    }

    /// The rates of every pair of different currencies.
    pub fn all(&self) -> Vec<ExchangeRate> {
        let pairs = self.worth.iter().flat_map(|from| self.worth.iter().map(move |to| (from, to)));
        pairs.filter_map(|(from, to)| self.rate(from, to)).collect()
    }

    /// The currencies that have a rate.
    pub fn currencies(&self) -> Vec<Currency> {
        self.worth.keys().copied().collect()
    }

    /// What an amount is worth in another currency, to its smallest unit, and the rate; `None` where one of both has no rate.
    pub fn convert(&self, amount: Money, to: Currency) -> Option<(Money, String)> {
        let (have, want) = (self.worth.get_key_value(&amount.currency)?, self.worth.get_key_value(&to)?);
        if amount.currency == to {
            return Some((amount, format!("1.{:06}", 0)));
        }
        let rate = self.rate(have, want)?.rate;
        let scale = |currency: Currency| 10i128.pow(currency.decimals());
        let over = i128::from(*want.1) * scale(to) * 2;
        let under = i128::from(*have.1) * scale(amount.currency) * 2;
        let minor =
            i128::from(amount.minor.unsigned_abs()).checked_mul(over)?.checked_add(under / 2)? / under;
        let minor = i64::try_from(minor).ok()?.checked_mul(amount.minor.signum())?;
        Some((Money::new(minor, to), rate))
    }

    fn rate(&self, from: (&Currency, &i64), to: (&Currency, &i64)) -> Option<ExchangeRate> {
        let day = self.day?;
        let (from, to, have, want) = (*from.0, *to.0, i128::from(*from.1), i128::from(*to.1));
        // To the nearest millionth.
        let millionths = (want * i128::from(UNIT) * 2 + have) / (have * 2);
        let unit = i128::from(UNIT);
        let rate = format!("{}.{:06}", millionths / unit, millionths % unit);
        (from != to).then_some(ExchangeRate { from, to, rate, day })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    date: String,
    base: Currency,
    rates: BTreeMap<Currency, String>,
}

/// A decimal number above zero with six decimals at most.
fn millionths(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(part) || part.len() > DECIMALS {
        return None;
    }
    let part: i64 = format!("{part:0<DECIMALS$}").parse().ok()?;
    let millionths = whole.parse::<i64>().ok()?.checked_mul(UNIT)?.checked_add(part)?;
    (millionths > 0).then_some(millionths)
}

const DECIMALS: usize = 6;
const UNIT: i64 = 1_000_000;

#[cfg(test)]
mod tests {
    use super::*;

    fn rates(usd: &str) -> Result<ExchangeRates, String> {
        ExchangeRates::parse(&format!(
            "date = \"2026-01-02\"\nbase = \"EUR\"\n[rates]\nUSD = \"{usd}\"\nCZK = \"25\""
        ))
    }

    #[test]
    fn every_pair_has_a_rate() {
        let told: Vec<_> = rates("1.25").unwrap().all();
        let told: Vec<_> =
            told.iter().map(|rate| format!("{}{} {}", rate.from, rate.to, rate.rate)).collect();
        let expected = [
            "CZKEUR 0.040000",
            "CZKUSD 0.050000",
            "EURCZK 25.000000",
            "EURUSD 1.250000",
            "USDCZK 20.000000",
            "USDEUR 0.800000",
        ];
        assert_eq!(told, expected);
        assert_eq!(ExchangeRates::default().all(), []);
    }

    #[test]
    fn amounts_are_converted_to_the_smallest_unit() {
        let rates = rates("1.25").unwrap();
        let convert = |text, from, to| {
            let amount = Money::parse(text, from).unwrap();
            rates.convert(amount, to).map(|(worth, rate)| format!("{worth} {rate}"))
        };
        assert_eq!(convert("10.00", Currency::Eur, Currency::Usd).unwrap(), "12.50 1.250000");
        assert_eq!(convert("0.03", Currency::Usd, Currency::Eur).unwrap(), "0.02 0.800000");
        assert_eq!(convert("-1.00", Currency::Eur, Currency::Czk).unwrap(), "-25.00 25.000000");
        assert_eq!(convert("7.00", Currency::Czk, Currency::Czk).unwrap(), "7.00 1.000000");
        assert_eq!(convert("1.00", Currency::Eur, Currency::Gbp), None);
        assert_eq!(convert("92233720368547758.07", Currency::Eur, Currency::Czk), None);
    }

    #[test]
    fn what_is_no_rate_is_told_to_the_operator() {
        for bad in ["", "0", "-1", "1,5", "1.2345678", "x", "99999999999999999999"] {
            assert!(rates(bad).is_err(), "{bad}");
        }
    }
}
