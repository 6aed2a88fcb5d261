//! Periods: a number of years, with or without a `Y` behind it, or of months with an `M`.

use engine::model::Period;
use engine::{Field, Refusal};

use crate::params::Params;

/// Reads `period`, if it was sent.
pub(super) fn read(params: &mut Params) -> Option<Period> {
    params.read("PERIOD", Field::Period, parse)
}

fn parse(text: &str) -> Result<Period, Refusal> {
    let text = text.trim().to_ascii_uppercase();
    match text.strip_suffix('M') {
        Some(months) => Period::parse(months, true),
        None => Period::parse(text.strip_suffix('Y').unwrap_or(&text), false),
    }
}

#[cfg(test)]
mod tests {
    use engine::Outcome;

    use super::*;

    #[test]
    fn periods_have_a_unit_or_none() {
        for (text, years) in [("2", 2), ("1Y", 1), ("3y", 3), ("24M", 2)] {
            assert_eq!(parse(text).unwrap().years(), years, "{text}");
        }
        for (text, outcome) in [
            ("Y", Outcome::PeriodMalformed),
            ("1D", Outcome::PeriodMalformed),
            ("5M", Outcome::PeriodNotInYears),
            ("0", Outcome::PeriodOutOfRange),
        ] {
            assert_eq!(parse(text).unwrap_err().outcome, outcome, "{text}");
        }
    }
}
