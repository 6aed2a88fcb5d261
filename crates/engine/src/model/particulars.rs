//! What only some registries want to know of a contact.

use outcomes::Field;

use super::{CompanyNumber, Country, Email, Identity, Line, RegistrantType, TaxNumber};

/// What only some registries want to know of a contact. Everything may be absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Particulars {
    /// A second e-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second_email: Option<Email>,
    /// Where the registry's notices about changes go.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notify_email: Option<Email>,
    /// The number of the company.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company_number: Option<CompanyNumber>,
    /// The number under which it pays taxes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_number: Option<TaxNumber>,
    /// What tells who it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identity: Option<Identity>,
    /// Where letters go, if not to the address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery_address: Option<DeliveryAddress>,
    /// The name under which it does business.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trade_name: Option<Line>,
    /// What the person is in the organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_title: Option<Line>,
    /// Whether the part of the country in the address is called a province there, and no state.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub in_province: bool,
    /// What kind of person or organisation it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registrant_type: Option<RegistrantType>,
    /// Whether it does not want to be published.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub opt_out: bool,
    /// Whether it can no more choose that.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub opt_out_locked: bool,
    /// What is hidden of this and has no name in RFC 5733's wishes about disclosure.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub concealed: Vec<ContactItem>,
}

impl Particulars {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// An address that letters go to.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct DeliveryAddress {
    /// The street.
    pub street: Line,
    /// The city.
    pub city: Line,
    /// The postal code, at most 16 characters.
    pub postal_code: Line,
    /// The country.
    pub country: Country,
}

/// Something that is said of a contact, as policies name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // each is a field of a contact
pub enum ContactItem {
    Organisation,
    FirstName,
    LastName,
    Street,
    City,
    PostalCode,
    Province,
    Country,
    Voice,
    Fax,
    Email,
    SecondEmail,
    NotifyEmail,
    CompanyNumber,
    TaxNumber,
    Identity,
    DeliveryAddress,
}

impl ContactItem {
    /// Where it stands in a request.
    pub const fn field(self) -> Field {
        match self {
            Self::Organisation => Field::ContactOrganisation,
            Self::FirstName => Field::ContactFirstName,
            Self::LastName => Field::ContactLastName,
            Self::Street => Field::ContactStreet,
            Self::City => Field::ContactCity,
            Self::PostalCode => Field::ContactPostalCode,
            Self::Province => Field::ContactProvince,
            Self::Country => Field::ContactCountry,
            Self::Voice => Field::ContactVoice,
            Self::Fax => Field::ContactFax,
            Self::Email => Field::ContactEmail,
            Self::SecondEmail => Field::ContactSecondEmail,
            Self::NotifyEmail => Field::ContactNotifyEmail,
            Self::CompanyNumber => Field::ContactCompanyNumber,
            Self::TaxNumber => Field::ContactTaxNumber,
            Self::Identity => Field::ContactIdentity,
            Self::DeliveryAddress => Field::ContactDeliveryAddress,
        }
    }

    /// The element of RFC 5733's wishes about disclosure, if it has one of its own.
    pub const fn disclosed_as(self) -> Option<&'static str> {
        match self {
            Self::Voice => Some("voice"),
            Self::Fax => Some("fax"),
            Self::Email => Some("email"),
            _ => None,
        }
    }
}
