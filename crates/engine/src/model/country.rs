//! Countries.

use outcomes::Outcome;

use crate::Refusal;

/// A country by its two letters (ISO 3166-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Country([u8; 2]);

impl Country {
    /// Reads a code, in either case.
    ///
    /// # Errors
    /// `country_unknown` when no country has it.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let upper = text.to_ascii_uppercase();
        match (upper.as_bytes(), rust_iso3166::from_alpha2(&upper)) {
            (&[first, second], Some(_)) => Ok(Self([first, second])),
            _ => Err(Refusal::new(Outcome::CountryUnknown).value(text)),
        }
    }

    /// The two letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("ZZ")
    }
}

impl From<Country> for String {
    fn from(country: Country) -> Self {
        country.as_str().to_owned()
    }
}

impl TryFrom<String> for Country {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).map_err(|refusal| refusal.reason())
    }
}
