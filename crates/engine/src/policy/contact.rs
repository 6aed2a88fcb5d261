//! What a zone asks of contacts.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::{BarredNames, Characters, PostalCodes, Span};
use crate::model::{ContactItem, Country, IdentityKind, Role};

/// What a zone asks of contacts that are made for it. By default it asks for nothing, and takes everything but proofs of
/// identity.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ContactRules {
    /// Whether new contacts are taken.
    pub open: bool,
    /// Who chooses the handle.
    pub handle: HandleChoice,
    /// Whether small letters in a handle count as capitals.
    pub handle_capitals: bool,
    /// How many characters a handle has.
    pub handle_length: Span,
    /// What a handle is made of; `None` for anything.
    pub handle_characters: Option<Characters>,
    /// Handles that cannot be had.
    pub barred: BarredNames,
    /// What has to be said.
    pub required: BTreeSet<ContactItem>,
    /// What must not be said.
    pub refused: BTreeSet<ContactItem>,
    /// What stays as it was when a contact is replaced.
    pub fixed: BTreeSet<ContactItem>,
    /// Where contacts may be; anywhere if none is listed.
    pub countries: Vec<Country>,
    /// Where an address needs a state or province.
    pub province_in: Vec<Country>,
    /// Where an address needs a postal code.
    pub postal_code_in: Vec<Country>,
    /// Which proofs of identity are taken.
    pub identities: Vec<IdentityKind>,
    /// What postal codes look like.
    pub postal_codes: PostalCodes,
    /// Days that the losing sponsor of a contact has to answer; zero: it changes hands at once. `None`: not at all.
    pub transfer_days: Option<u32>,
    /// Whether a registrant keeps its name, and no other takes its place by an update.
    pub registrant_stays: bool,
    /// Days after which a registrant is removed that has no domain any more; `None`: it stays.
    pub idle_days: Option<u32>,
    /// In which roles a contact has to fulfil all this when a domain names it, however it was made.
    pub linked: Vec<Role>,
}

impl Default for ContactRules {
    fn default() -> Self {
        Self {
            open: true,
            handle: HandleChoice::Optional,
            handle_capitals: false,
            handle_length: Span::new(3, 16),
            handle_characters: None,
            barred: BarredNames::default(),
            required: BTreeSet::new(),
            refused: BTreeSet::new(),
            fixed: BTreeSet::new(),
            countries: Vec::new(),
            province_in: Vec::new(),
            postal_code_in: Vec::new(),
            identities: Vec::new(),
            postal_codes: PostalCodes::default(),
            transfer_days: None,
            registrant_stays: false,
            idle_days: None,
            linked: Vec::new(),
        }
    }
}

impl ContactRules {
    /// Whether a handle is made as it should be.
    pub fn takes_handle(&self, handle: &str) -> bool {
        let holds = |characters: &Characters| handle.chars().all(|letter| characters.hold(letter));
        self.handle_length.holds(handle.chars().count()) && self.handle_characters.as_ref().is_none_or(holds)
    }

    /// Whether contacts may be in a country.
    pub fn takes_country(&self, country: Country) -> bool {
        self.countries.is_empty() || self.countries.contains(&country)
    }
}

/// Who chooses the handle of a new contact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HandleChoice {
    /// The client, or the registry if the client does not.
    #[default]
    Optional,
    /// The registry.
    Generated,
}
