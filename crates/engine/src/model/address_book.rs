//! Whom to write to about an account.

use super::{Email, Line, Phone, Postal};

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
