//! Registration periods.

use std::fmt;

use outcomes::Outcome;

use super::{Date, Instant};
use crate::Refusal;

/// When a client believes that a registration ends. It guards against renewing twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpiryClaim {
    /// On a day.
    Day(Date),
    /// In a year.
    Year(u16),
}

impl ExpiryClaim {
    /// Whether that is so.
    pub fn holds(self, expires_at: Instant) -> bool {
        match self {
            Self::Day(day) => day == expires_at.date(),
            Self::Year(year) => i32::from(year) == i32::from(expires_at.date().year()),
        }
    }
}

impl fmt::Display for ExpiryClaim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Year(year) => year.fmt(f),
        }
    }
}

/// A whole number of years, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period(u8);

impl Period {
    /// One year, which RFC 5731 lets a server assume.
    pub const YEAR: Self = Self(1);

    /// From a number of years or, if `months` is set, of months.
    ///
    /// # Errors
    /// `period_malformed` when it is no number, `period_out_of_range` when it is not from 1 to 99,
    /// `period_not_in_years` when the months do not make whole years.
    pub fn parse(text: &str, months: bool) -> Result<Self, Refusal> {
        let refused = |outcome| Refusal::new(outcome).value(text);
        let sound = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !sound {
            return Err(refused(Outcome::PeriodMalformed));
        }
        let count = text.parse::<u8>().ok().filter(|count| (1..=99).contains(count));
        match count.ok_or_else(|| refused(Outcome::PeriodOutOfRange).fact("range", "1 to 99"))? {
            count if !months => Ok(Self(count)),
            count if count % 12 == 0 => Ok(Self(count / 12)),
            _ => Err(refused(Outcome::PeriodNotInYears)),
        }
    }

    /// From a number of years; zero becomes one.
    pub const fn of_years(years: u8) -> Self {
        Self(if years == 0 { 1 } else { years })
    }

    /// The number of years.
    pub const fn years(self) -> u8 {
        self.0
    }
}
