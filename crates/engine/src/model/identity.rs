//! Proofs of identity.

use outcomes::Outcome;

use super::{CompanyNumber, Date};
use crate::Refusal;

/// What tells who a contact is, beside its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum IdentityKind {
    /// The number of a company in the Czech register (IČO).
    #[serde(rename = "ico")]
    Ico,
    /// The number of an identity card.
    #[serde(rename = "op")]
    Card,
    /// The date of birth, as it is written in Czech.
    #[serde(rename = "birthday")]
    Birthday,
    /// The number of a passport.
    #[serde(rename = "passport")]
    Passport,
    /// The number under which the Czech ministry of social affairs knows somebody.
    #[serde(rename = "mpsv")]
    Mpsv,
    /// A person, told by the date of birth.
    #[serde(rename = "PERS")]
    Person,
    /// A corporation, told by its company number.
    #[serde(rename = "CORP")]
    Corporation,
}

impl IdentityKind {
    /// Every kind.
    pub const ALL: [Self; 7] =
        [Self::Ico, Self::Card, Self::Birthday, Self::Passport, Self::Mpsv, Self::Person, Self::Corporation];

    /// The name in protocols and policies.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ico => "ico",
            Self::Card => "op",
            Self::Birthday => "birthday",
            Self::Passport => "passport",
            Self::Mpsv => "mpsv",
            Self::Person => "PERS",
            Self::Corporation => "CORP",
        }
    }

    /// Reads a name, in either case.
    ///
    /// # Errors
    /// `identity_type_unknown`.
    pub fn parse(name: &str) -> Result<Self, Refusal> {
        let found = Self::ALL.into_iter().find(|kind| kind.name().eq_ignore_ascii_case(name));
        found.ok_or_else(|| Refusal::new(Outcome::IdentityTypeUnknown).value(name))
    }

    /// Whether it tells who an organisation is.
    pub const fn is_of_organisation(self) -> bool {
        matches!(self, Self::Ico | Self::Corporation)
    }
}

/// A proof of identity: its kind, and a value in the form of that kind.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Identity {
    kind: IdentityKind,
    value: Box<str>,
}

impl Identity {
    /// Reads a value of a kind.
    ///
    /// # Errors
    /// `text_missing` when it is empty, `identity_malformed` when it does not have the form of its kind.
    pub fn parse(kind: IdentityKind, value: &str) -> Result<Self, Refusal> {
        if value.is_empty() {
            return Err(Refusal::new(Outcome::TextMissing));
        }
        if !has_form(kind, value) {
            return Err(Refusal::new(Outcome::IdentityMalformed).value(value).fact("type", kind.name()));
        }
        Ok(Self { kind, value: value.into() })
    }

    /// What kind of proof it is.
    pub const fn kind(&self) -> IdentityKind {
        self.kind
    }

    /// The value.
    pub fn value(&self) -> &str {
        &self.value
    }
}

fn has_form(kind: IdentityKind, value: &str) -> bool {
    match kind {
        IdentityKind::Ico => value.len() == 8 && all_digits(value),
        IdentityKind::Mpsv => (1..=20).contains(&value.len()) && all_digits(value),
        IdentityKind::Card | IdentityKind::Passport => {
            (4..=20).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_alphanumeric())
        }
        IdentityKind::Birthday => is_czech_date(value),
        IdentityKind::Person => value.len() == 10 && Date::parse(value).is_ok(),
        IdentityKind::Corporation => CompanyNumber::parse(value).is_ok(),
    }
}

/// `DD.MM.YYYY`.
fn is_czech_date(value: &str) -> bool {
    let parts: Vec<&str> = value.split('.').collect();
    let [day, month, year] = parts[..] else { return false };
    (day.len(), month.len(), year.len()) == (2, 2, 4) && Date::parse(&format!("{year}-{month}-{day}")).is_ok()
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_its_form() {
        for (name, good, bad) in [
            ("ico", "28115708", "2811570"),
            ("op", "123456789", "12 34"),
            ("birthday", "24.12.1980", "1980-12-24"),
            ("birthday", "29.02.2024", "29.02.2023"),
            ("passport", "AB123456", "A/1"),
            ("mpsv", "1234567890", "12a"),
            ("pers", "1980-12-24", "24.12.1980"),
            ("CORP", "HRB 1234", "Ltd"),
        ] {
            let kind = IdentityKind::parse(name).unwrap();
            assert_eq!(Identity::parse(kind, good).unwrap().value(), good);
            assert_eq!(Identity::parse(kind, bad).unwrap_err().outcome, Outcome::IdentityMalformed, "{bad}");
        }
        assert_eq!(Identity::parse(IdentityKind::Ico, "").unwrap_err().outcome, Outcome::TextMissing);
        assert!(IdentityKind::parse("rodne").is_err());
    }

    #[test]
    fn names_in_documents_are_those_of_protocols() {
        for kind in IdentityKind::ALL {
            assert_eq!(serde_json::to_string(&kind).unwrap(), format!("{:?}", kind.name()));
        }
    }
}
