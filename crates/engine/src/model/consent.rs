//! Who agreed to a registry's rules.

use outcomes::{Field, Outcome};

use super::Line;
use crate::Refusal;

/// The person who agreed to the rules of the registry, as named with a registration or transfer. Kept with the
/// registration as evidence.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Consent {
    /// First name.
    pub first_name: Line,
    /// Last name.
    pub last_name: Line,
}

impl Consent {
    /// Reads the two names.
    ///
    /// # Errors
    /// `consent_malformed` when one is missing, too long or no line of text.
    pub fn parse(first_name: &str, last_name: &str) -> Result<Self, Refusal> {
        let read = |text| Line::parse(text, LONGEST_NAME);
        match (read(first_name), read(last_name)) {
            (Ok(first_name), Ok(last_name)) => Ok(Self { first_name, last_name }),
            _ => Err(Refusal::new(Outcome::ConsentMalformed).at(Field::Consent)),
        }
    }
}

/// In characters.
const LONGEST_NAME: usize = 255;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_names_are_needed() {
        assert_eq!(Consent::parse("Jan", "Novák").unwrap().last_name.as_str(), "Novák");
        for (first, last) in [("", "Novák"), ("Jan", " "), ("Jan\n", "Novák"), ("J", &"a".repeat(256))] {
            assert_eq!(Consent::parse(first, last).unwrap_err().outcome, Outcome::ConsentMalformed);
        }
    }
}
