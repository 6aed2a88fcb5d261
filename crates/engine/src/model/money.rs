//! Money.

use std::fmt;

/// A currency that accounts can be kept in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs)] // the names are the ISO 4217 codes
pub enum Currency {
    Aud,
    Cad,
    Chf,
    Czk,
    Dkk,
    Eur,
    Gbp,
    Huf,
    Jpy,
    Nok,
    Pln,
    Sek,
    Usd,
}

impl Currency {
    /// Every currency.
    pub const ALL: [Self; 13] = [
        Self::Aud,
        Self::Cad,
        Self::Chf,
        Self::Czk,
        Self::Dkk,
        Self::Eur,
        Self::Gbp,
        Self::Huf,
        Self::Jpy,
        Self::Nok,
        Self::Pln,
        Self::Sek,
        Self::Usd,
    ];

    /// The currency with an ISO 4217 code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|currency| currency.code() == code)
    }

    /// The ISO 4217 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Aud => "AUD",
            Self::Cad => "CAD",
            Self::Chf => "CHF",
            Self::Czk => "CZK",
            Self::Dkk => "DKK",
            Self::Eur => "EUR",
            Self::Gbp => "GBP",
            Self::Huf => "HUF",
            Self::Jpy => "JPY",
            Self::Nok => "NOK",
            Self::Pln => "PLN",
            Self::Sek => "SEK",
            Self::Usd => "USD",
        }
    }

    /// How many decimals an amount has.
    pub const fn decimals(self) -> u32 {
        if matches!(self, Self::Jpy) { 0 } else { 2 }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// An exact amount: a whole number of the currency's smallest unit. No floating point, no rounding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Money {
    /// Cents, haléře, yen ...
    pub minor: i64,
    /// What they are cents of.
    pub currency: Currency,
}

impl Money {
    /// An amount of smallest units.
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Reads a decimal number such as `1000000.00`; `None` if it is none or has more decimals than the currency.
    pub fn parse(text: &str, currency: Currency) -> Option<Self> {
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let decimals = currency.decimals() as usize;
        let sound =
            !whole.is_empty() && fraction.len() <= decimals && all_digits(whole) && all_digits(fraction);
        let minor = sound.then(|| format!("{whole}{fraction:0<decimals$}"))?.parse::<i64>().ok()?;
        Some(Self::new(minor.checked_mul(sign)?, currency))
    }

    /// The amount a whole number of times; `None` beyond what an amount can hold.
    pub fn times(self, count: i64) -> Option<Self> {
        Some(Self::new(self.minor.checked_mul(count)?, self.currency))
    }
}

/// The number alone, with the currency's decimals: `12.50`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = 10u64.pow(self.currency.decimals());
        let (whole, rest) = (self.minor.unsigned_abs() / unit, self.minor.unsigned_abs() % unit);
        let sign = if self.minor < 0 { "-" } else { "" };
        match self.currency.decimals() as usize {
            0 => write!(f, "{sign}{whole}"),
            width => write!(f, "{sign}{whole}.{rest:0width$}"),
        }
    }
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_read_back_what_they_print() {
        for (text, currency) in [
            ("0.00", Currency::Usd),
            ("-0.05", Currency::Eur),
            ("1000000.00", Currency::Czk),
            ("-7", Currency::Jpy),
        ] {
            assert_eq!(Money::parse(text, currency).unwrap().to_string(), text);
        }
        assert_eq!(Money::parse("3.5", Currency::Usd).unwrap().minor, 350);
        for bad in ["", "-", ".5", "1.234", "1,00", "1e3", "99999999999999999999"] {
            assert!(Money::parse(bad, Currency::Usd).is_none(), "{bad}");
        }
    }
}
