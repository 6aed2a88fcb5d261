//! How an account is billed, and for whom its invoices are made.

use super::{Country, CustomerId, Line, Money, PartyId, Terms};

/// How an account is billed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Billing {
    /// Whether its credit can be spent.
    pub credit: CreditState,
    /// For whom its invoices are made. Without one nothing that costs can be had.
    pub party: Option<PartyId>,
    /// Whether the customer accounts for the tax, so that none is charged ("reverse charge").
    pub reverse_charge: bool,
    /// Which customer of the protecting network it is.
    pub customer: Option<CustomerId>,
}

impl Billing {
    /// The tax on a net amount, by the rate of an account's terms.
    pub fn tax_on(&self, net: Money, terms: &Terms) -> Money {
        if self.reverse_charge { Money::new(0, net.currency) } else { terms.vat.on(net) }
    }
}

/// Whether an account's credit can be spent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CreditState {
    /// It can.
    #[default]
    Active,
    /// The operator keeps it from being spent, as when a payment is disputed.
    Locked,
    /// It was not activated yet, or is not used any more.
    Inactive,
}

impl CreditState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Active, Self::Locked, Self::Inactive];

    /// The name used in the store and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Locked => "locked",
            Self::Inactive => "inactive",
        }
    }

    /// The state with a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// For whom invoices are made. What stands on an invoice never changes: other data is another party.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Party {
    /// The person or company.
    pub name: Line,
    /// Street lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub street: Vec<Line>,
    /// The city.
    pub city: Line,
    /// The postal code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<Line>,
    /// The country.
    pub country: Country,
    /// The number in the register of companies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company_number: Option<Line>,
    /// The number by which the tax office knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax_number: Option<VatNumber>,
}

impl Party {
    /// Why its invoices may not go without tax; `None` if they may.
    pub fn bar_to_reverse_charge(&self) -> Option<&'static str> {
        match &self.tax_number {
            None => Some("a customer who accounts for the tax needs a tax number"),
            Some(number) if !number.is_of(self.country) => Some("the tax number is of another country"),
            Some(_) => None,
        }
    }
}

/// A number for value added tax: the letters of its country, then 2 to 13 letters and digits.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct VatNumber(Box<str>);

impl VatNumber {
    /// Reads a number, in either case and with or without spaces; `None` if it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let text: String = text.chars().filter(|letter| *letter != ' ').collect();
        let text = text.to_ascii_uppercase();
        let (letters, rest) = text.split_at_checked(2)?;
        let sound = letters.bytes().all(|byte| byte.is_ascii_uppercase())
            && (2..=13).contains(&rest.len())
            && rest.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && rest.bytes().any(|byte| byte.is_ascii_digit());
        sound.then(|| Self(text.into()))
    }

    /// The number with its country's letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is of a country. Two have other letters here than in ISO 3166: Greece, and Northern Ireland within
    /// the United Kingdom.
    fn is_of(&self, country: Country) -> bool {
        let letters = &self.0[..2];
        match country.as_str() {
            "GR" => letters == "EL",
            "GB" => letters == "GB" || letters == "XI",
            code => letters == code,
        }
    }
}

impl From<VatNumber> for String {
    fn from(number: VatNumber) -> Self {
        number.0.into()
    }
}

impl TryFrom<String> for VatNumber {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| format!("{text:?} is no tax number"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn party(country: &str, number: Option<&str>) -> Party {
        let line = |text| Line::parse(text, 255).unwrap();
        Party {
            name: line("Doe & Daughters"),
            street: vec![line("1 High Street")],
            city: line("Athens"),
            postal_code: None,
            country: Country::parse(country).unwrap(),
            company_number: None,
            tax_number: number.map(|number| VatNumber::parse(number).unwrap()),
        }
    }

    #[test]
    fn a_tax_number_begins_with_the_letters_of_its_country() {
        assert_eq!(VatNumber::parse("cz 1234 5678").unwrap().as_str(), "CZ12345678");
        for bad in ["", "CZ", "CZ1", "12345678", "CZABCD", "CZ1234567890123456", "CZ12-34", "ČZ123"] {
            assert_eq!(VatNumber::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_reverse_charge_needs_a_number_of_the_partys_country() {
        let bar = |country, number| party(country, number).bar_to_reverse_charge().is_some();
        assert!(bar("CZ", None) && bar("CZ", Some("DE123456789")) && bar("GR", Some("GR123456789")));
        for (country, number) in [("CZ", "CZ12345678"), ("GR", "EL123456789"), ("GB", "XI123456789")] {
            assert!(!bar(country, Some(number)), "{country}");
        }
    }
}
