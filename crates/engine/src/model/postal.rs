//! Postal addresses (RFC 5733 section 2.4).

use outcomes::{Field, Outcome};

use super::{ContactItem, Country, PersonName};
use crate::Refusal;

/// One line of a name or an address: not empty, no control characters, bounded.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Line(Box<str>);

impl Line {
    /// Reads a line of at most `longest` characters.
    ///
    /// # Errors
    /// `text_missing` when it is empty, `text_too_long`, `text_malformed` when it holds control characters.
    pub fn parse(text: &str, longest: usize) -> Result<Self, Refusal> {
        let refused = |outcome| Refusal::new(outcome).value(text);
        if text.trim().is_empty() {
            return Err(Refusal::new(Outcome::TextMissing));
        }
        if text.chars().count() > longest {
            return Err(refused(Outcome::TextTooLong).fact("longest", longest));
        }
        if text.chars().any(char::is_control) {
            Err(refused(Outcome::TextMalformed))
        } else {
            Ok(Self(text.into()))
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A line that was parsed before and comes back from the store.
    pub fn from_store(text: String) -> Self {
        Self(text.into())
    }
}

/// The two forms in which an address may be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PostalKind {
    /// Internationalised: 7-bit ASCII only.
    Int,
    /// Localised: any script.
    Loc,
}

impl PostalKind {
    /// `int` or `loc`, as the standard writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Int => "int",
            Self::Loc => "loc",
        }
    }

    /// The kind with a name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Int, Self::Loc].into_iter().find(|kind| kind.name() == name)
    }
}

/// A name and address in one of the two forms.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Postal {
    /// Which form this is.
    pub kind: PostalKind,
    /// The person or role.
    pub name: PersonName,
    /// The organisation.
    pub organisation: Option<Line>,
    /// Street lines, at most three.
    pub street: Vec<Line>,
    /// The city.
    pub city: Line,
    /// State or province.
    pub province: Option<Line>,
    /// The postal code, at most 16 characters.
    pub postal_code: Option<Line>,
    /// The country.
    pub country: Country,
}

impl Postal {
    /// The same as the kind that its letters fit: for protocols that know only one.
    #[must_use]
    pub fn of_fitting_kind(self) -> Self {
        let is_ascii = self.lines().all(|(_, line)| line.as_str().is_ascii());
        Self { kind: if is_ascii { PostalKind::Int } else { PostalKind::Loc }, ..self }
    }

    /// Takes over what another says of an item; of items that stand elsewhere, nothing.
    pub(super) fn take_over(&mut self, item: ContactItem, other: &Self) {
        match item {
            ContactItem::Organisation => self.organisation.clone_from(&other.organisation),
            ContactItem::FirstName | ContactItem::LastName => self.name.clone_from(&other.name),
            ContactItem::Street => self.street.clone_from(&other.street),
            ContactItem::City => self.city.clone_from(&other.city),
            ContactItem::PostalCode => self.postal_code.clone_from(&other.postal_code),
            ContactItem::Province => self.province.clone_from(&other.province),
            ContactItem::Country => self.country = other.country,
            _ => {}
        }
    }

    /// # Errors
    /// `postal_not_ascii` when an internationalised address holds other characters than ASCII.
    pub fn check_script(&self) -> Result<(), Refusal> {
        if self.kind == PostalKind::Loc {
            return Ok(());
        }
        match self.lines().find(|(_, line)| !line.as_str().is_ascii()) {
            Some((field, line)) => Err(Refusal::new(Outcome::PostalNotAscii).at(field).value(line.as_str())),
            None => Ok(()),
        }
    }

    fn lines(&self) -> impl Iterator<Item = (Field, &Line)> {
        let optional = [
            (Field::ContactOrganisation, self.organisation.as_ref()),
            (Field::ContactProvince, self.province.as_ref()),
            (Field::ContactPostalCode, self.postal_code.as_ref()),
        ];
        [(Field::ContactName, self.name.line()), (Field::ContactCity, &self.city)]
            .into_iter()
            .chain(self.street.iter().map(|line| (Field::ContactStreet, line)))
            .chain(optional.into_iter().filter_map(|(field, line)| line.map(|line| (field, line))))
    }
}
