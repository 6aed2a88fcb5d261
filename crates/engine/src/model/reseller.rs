//! Resellers of a registrar, whom the registry names beside the domains that they sold.

use std::fmt;

use outcomes::Outcome;

use super::{Email, Line, Phone};
use crate::Refusal;

/// By what a registrar and its domains call a reseller.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct ResellerReference(Box<str>);

impl ResellerReference {
    /// Reads a reference: 1 to 255 capital letters, digits and hyphens.
    ///
    /// # Errors
    /// `reseller_reference_malformed`.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let sign = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
        if (1..=255).contains(&text.len()) && text.bytes().all(sign) {
            return Ok(Self(text.into()));
        }
        Err(Refusal::new(Outcome::ResellerReferenceMalformed).value(text))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A reference that was parsed before and comes back from the store.
    pub fn from_store(text: String) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for ResellerReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A reseller of a registrar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reseller {
    /// Its reference, which no other reseller of the registrar has.
    pub reference: ResellerReference,
    /// What is known of it.
    pub particulars: ResellerParticulars,
}

/// What customers are told of a reseller.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ResellerParticulars {
    /// The name under which it does business.
    pub trading_name: Line,
    /// Where customers find it on the web.
    pub url: Line,
    /// Where they write to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// Where they call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voice: Option<Phone>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_has_capitals_digits_and_hyphens() {
        assert_eq!(ResellerReference::parse("SHOP-1").unwrap().as_str(), "SHOP-1");
        for bad in ["", "shop", "SHOP 1", "SHÖP", &"X".repeat(256)] {
            let refused = ResellerReference::parse(bad).unwrap_err();
            assert_eq!(refused.outcome, Outcome::ResellerReferenceMalformed, "{bad}");
        }
    }
}
