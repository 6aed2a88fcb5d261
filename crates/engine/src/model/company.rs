//! Numbers under which companies and tax payers are registered.

use std::fmt;

use outcomes::Outcome;

use crate::Refusal;

/// The number of a company or of a self-employed person in a public register.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct CompanyNumber(Box<str>);

impl CompanyNumber {
    /// Reads a number: 1 to 20 letters, digits, and the signs that registers put between them.
    ///
    /// # Errors
    /// `company_number_malformed`.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let sign = |byte: u8| byte.is_ascii_alphanumeric() || b" -./".contains(&byte);
        let sound = (1..=20).contains(&text.len()) && text.bytes().all(sign) && has_digit(text);
        if sound { Ok(Self(text.into())) } else { Err(malformed(Outcome::CompanyNumberMalformed, text)) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The number under which somebody pays taxes, in the Union the VAT number with the letters of its country.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct TaxNumber(Box<str>);

impl TaxNumber {
    /// Reads a number: 4 to 20 letters and digits.
    ///
    /// # Errors
    /// `tax_number_malformed`.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let sound = (4..=20).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && has_digit(text);
        if sound { Ok(Self(text.into())) } else { Err(malformed(Outcome::TaxNumberMalformed, text)) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CompanyNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for TaxNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

fn malformed(outcome: Outcome, text: &str) -> Refusal {
    Refusal::new(outcome).value(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_other_text() {
        for good in ["12345678", "HRB 1234", "1-2/3.4"] {
            assert!(CompanyNumber::parse(good).is_ok(), "{good}");
        }
        for bad in ["", "none", "1\n2", &"1".repeat(21)] {
            assert!(CompanyNumber::parse(bad).is_err(), "{bad:?}");
        }
        for good in ["CZ12345678", "1234"] {
            assert!(TaxNumber::parse(good).is_ok(), "{good}");
        }
        for bad in ["", "CZ", "NONE", "CZ 123", &"1".repeat(21)] {
            assert!(TaxNumber::parse(bad).is_err(), "{bad:?}");
        }
    }
}
