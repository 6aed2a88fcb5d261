//! Whom to write to about an account.

use super::{Details, Email, Line, Particulars, Phone, Postal};

/// Whom to write to about an account, by what it is about. All of it may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct AddressBook {
    /// The language it wants to be written to in, as a client named it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Line>,
    /// Who answers for the account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Addressee>,
    /// Who runs it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub admin: Option<Addressee>,
    /// Who looks after its systems.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tech: Option<Addressee>,
    /// Who pays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub billing: Option<Addressee>,
}

/// Somebody in an address book.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Addressee {
    /// The name and the address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal: Option<Postal>,
    /// The telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voice: Option<Phone>,
    /// The telefax number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fax: Option<Phone>,
    /// The e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
}

impl Addressee {
    /// The same as the details of a contact, its address of the kind that its letters fit; `None` without an address or an
    /// e-mail address, which contacts have to have.
    pub fn into_details(self) -> Option<Details> {
        let Self { postal, voice, fax, email } = self;
        let postal = vec![postal?.of_fitting_kind()];
        Some(Details {
            postal,
            voice,
            fax,
            email: email?,
            disclosure: None,
            particulars: Particulars::default(),
        })
    }
}
