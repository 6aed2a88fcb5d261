//! Classes of certificates: the products, by the names under which they are ordered.

use std::fmt;

use outcomes::{Field, Outcome};

use crate::Refusal;

/// The name of a product, in capitals: `RAPID_DV`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CertificateClass(Box<str>);

impl CertificateClass {
    /// Reads a name, in either case. Whether there is such a product, the policy says.
    ///
    /// # Errors
    /// `certificate_class_unknown`: no product could be called so.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let may_stand = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte);
        if (1..=LONGEST).contains(&text.len()) && text.bytes().all(may_stand) {
            return Ok(Self(text.to_ascii_uppercase().into()));
        }
        Err(Refusal::new(Outcome::CertificateClassUnknown).at(Field::CertificateClass).value(text))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A name that was read before and comes back from the store.
    pub fn from_store(text: String) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for CertificateClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for CertificateClass {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).map_err(|refusal| refusal.reason())
    }
}

impl From<CertificateClass> for String {
    fn from(class: CertificateClass) -> Self {
        class.0.into()
    }
}

/// In characters.
const LONGEST: usize = 40;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_told_in_capitals() {
        assert_eq!(CertificateClass::parse("rapid_dv").unwrap().as_str(), "RAPID_DV");
        for bad in ["", "a b", "dv\n", &"x".repeat(41)] {
            let refusal = CertificateClass::parse(bad).unwrap_err();
            assert_eq!(refusal.outcome, Outcome::CertificateClassUnknown, "{bad}");
        }
    }
}
