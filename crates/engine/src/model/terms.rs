//! On what terms an account buys, and how much it may have.

use std::fmt;

use super::Money;

/// On what terms an account buys. Sessions that are open keep the terms they logged in with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// The price list that goes before the zones' own prices, where a zone has one of this name.
    pub price_list: Option<String>,
    /// What comes on top of every price.
    pub vat: Vat,
    /// Below how much credit left the account is warned, in the currency's smallest unit; never negative. `None`
    /// means a fifth of the credit limit, zero means never.
    pub credit_warning: Option<i64>,
    /// How much of the DNS it may have.
    pub dns: DnsAllowance,
}

/// How many DNS zones an account may have, and how many rows each; `None` means what the house rules say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DnsAllowance {
    /// Zones of the account.
    pub zones: Option<u32>,
    /// Rows of each zone.
    pub rows: Option<u32>,
}

/// A rate of value added tax: none at all up to 100 per cent, in basis points (hundredths of a per cent).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Vat(u16);

impl Vat {
    /// The rate of some basis points; `None` beyond 10,000 of them.
    pub const fn of_basis_points(points: u16) -> Option<Self> {
        if points <= WHOLE { Some(Self(points)) } else { None }
    }

    /// Reads a percentage with up to two decimals, such as `21` or `5.5`; `None` if it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let sound = !whole.is_empty() && fraction.len() <= 2 && digits(whole) && digits(fraction);
        let points = sound.then(|| format!("{whole}{fraction:0<2}"))?.parse().ok()?;
        Self::of_basis_points(points)
    }

    /// The rate in basis points.
    pub const fn basis_points(self) -> u16 {
        self.0
    }

    /// The tax on a net amount that is not negative, rounded to the nearest smallest unit, a half upwards.
    pub fn on(self, net: Money) -> Money {
        let exact = i128::from(net.minor) * i128::from(self.0);
        let rounded = (exact + i128::from(WHOLE) / 2) / i128::from(WHOLE);
        // At most the net amount itself, as a rate is at most the whole.
        Money::new(i64::try_from(rounded).unwrap_or(i64::MAX), net.currency)
    }
}

/// As a percentage: `21.00 %`.
impl fmt::Display for Vat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02} %", self.0 / 100, self.0 % 100)
    }
}

/// 100 per cent in basis points.
const WHOLE: u16 = 10_000;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Currency;

    #[test]
    fn rates_are_percentages_up_to_the_whole() {
        for (text, points) in [("0", 0), ("21", 2_100), ("5.5", 550), ("19.25", 1_925), ("100", 10_000)] {
            assert_eq!(Vat::parse(text).map(Vat::basis_points), Some(points), "{text}");
        }
        for bad in ["", ".5", "-1", "1.234", "100.01", "21%", "70000", "1e1"] {
            assert_eq!(Vat::parse(bad), None, "{bad}");
        }
        assert_eq!(Vat::parse("7.5").unwrap().to_string(), "7.50 %");
    }

    #[test]
    fn tax_is_rounded_to_the_nearest_unit() {
        let tax = |percent: &str, net| Vat::parse(percent).unwrap().on(Money::new(net, Currency::Eur)).minor;
        assert_eq!([tax("21", 1_000), tax("21", 7), tax("50", 1), tax("50", 0)], [210, 1, 1, 0]);
        assert_eq!([tax("0", 1_000), tax("100", i64::MAX)], [0, i64::MAX]);
    }
}
