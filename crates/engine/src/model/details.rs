//! What a contact says.

use super::{ContactItem, Email, Particulars, PersonName, Phone, Postal, PostalKind};

/// What a contact says about a person or organisation.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Details {
    /// One or two addresses, at most one of each kind.
    pub postal: Vec<Postal>,
    /// Telephone.
    pub voice: Option<Phone>,
    /// Telefax.
    pub fax: Option<Phone>,
    /// E-mail.
    pub email: Email,
    /// What the client asked to be shown or hidden.
    pub disclosure: Option<Disclosure>,
    /// What only some registries want to know.
    #[serde(default, skip_serializing_if = "Particulars::is_empty")]
    pub particulars: Particulars,
}

impl Details {
    /// The address of a kind.
    pub fn postal(&self, kind: PostalKind) -> Option<&Postal> {
        self.postal.iter().find(|postal| postal.kind == kind)
    }

    /// The address that is shown where there is room for one: as it is written at home, if that is known.
    pub fn main_postal(&self) -> Option<&Postal> {
        self.postal(PostalKind::Loc).or_else(|| self.postal(PostalKind::Int))
    }

    /// The name of whoever it is: the organisation or, if there is none, the person.
    pub fn holder_name(&self) -> &str {
        self.main_postal().map_or("", |postal| match &postal.organisation {
            Some(organisation) => organisation.as_str(),
            None => postal.name.as_str(),
        })
    }

    /// Whether both say the same of who it is and where it can be reached.
    pub fn is_same_holder(&self, other: &Self) -> bool {
        self.holder_key() == other.holder_key()
    }

    /// What tells whether two are the same holder.
    pub fn holder_key(&self) -> (String, String) {
        Self::key_of(self.holder_name(), &self.email)
    }

    /// The same of somebody of this name and e-mail address.
    pub fn key_of(name: &str, email: &Email) -> (String, String) {
        (name.to_owned(), email.as_str().to_ascii_lowercase())
    }

    /// Whether something is said.
    pub fn says(&self, item: ContactItem) -> bool {
        let particulars = &self.particulars;
        let postal = |says: fn(&Postal) -> bool| self.main_postal().is_some_and(says);
        let named = |part: fn(&PersonName) -> &str| {
            self.main_postal().is_some_and(|postal| !part(&postal.name).is_empty())
        };
        match item {
            ContactItem::Organisation => postal(|postal| postal.organisation.is_some()),
            ContactItem::FirstName => named(PersonName::first),
            ContactItem::LastName => named(PersonName::last),
            ContactItem::Street => postal(|postal| !postal.street.is_empty()),
            ContactItem::PostalCode => postal(|postal| postal.postal_code.is_some()),
            ContactItem::Province => postal(|postal| postal.province.is_some()),
            ContactItem::City | ContactItem::Country => !self.postal.is_empty(),
            ContactItem::Voice => self.voice.is_some(),
            ContactItem::Fax => self.fax.is_some(),
            ContactItem::Email => true,
            ContactItem::SecondEmail => particulars.second_email.is_some(),
            ContactItem::NotifyEmail => particulars.notify_email.is_some(),
            ContactItem::CompanyNumber => particulars.company_number.is_some(),
            ContactItem::TaxNumber => particulars.tax_number.is_some(),
            ContactItem::Identity => particulars.identity.is_some(),
            ContactItem::DeliveryAddress => particulars.delivery_address.is_some(),
        }
    }

    /// Takes over what another says of an item, be it nothing. The parts of a name go together.
    pub fn take_over(&mut self, item: ContactItem, other: &Self) {
        let (own, theirs) = (&mut self.particulars, &other.particulars);
        match item {
            ContactItem::Voice => self.voice.clone_from(&other.voice),
            ContactItem::Fax => self.fax.clone_from(&other.fax),
            ContactItem::Email => self.email.clone_from(&other.email),
            ContactItem::SecondEmail => own.second_email.clone_from(&theirs.second_email),
            ContactItem::NotifyEmail => own.notify_email.clone_from(&theirs.notify_email),
            ContactItem::CompanyNumber => own.company_number.clone_from(&theirs.company_number),
            ContactItem::TaxNumber => own.tax_number.clone_from(&theirs.tax_number),
            ContactItem::Identity => own.identity.clone_from(&theirs.identity),
            ContactItem::DeliveryAddress => own.delivery_address.clone_from(&theirs.delivery_address),
            _ => self.take_over_postal(item, other),
        }
    }

    fn take_over_postal(&mut self, item: ContactItem, other: &Self) {
        let alone = self.postal.len() == 1;
        for own in &mut self.postal {
            let Some(theirs) = other.postal(own.kind).or_else(|| other.main_postal()) else { continue };
            own.take_over(item, theirs);
            // What was taken over may be written in other letters than the rest.
            if alone {
                *own = own.clone().of_fitting_kind();
            }
        }
    }

    /// What is hidden from others than those who may see everything.
    pub fn hidden(&self) -> Vec<ContactItem> {
        let wished = self.disclosure.iter().filter(|wish| !wish.show).flat_map(|wish| &wish.elements);
        let named: Vec<&str> = wished.map(String::as_str).collect();
        let has_name = |item: &ContactItem| item.disclosed_as().is_some_and(|name| named.contains(&name));
        let standard =
            [ContactItem::Voice, ContactItem::Fax, ContactItem::Email].into_iter().filter(has_name);
        standard.chain(self.particulars.concealed.iter().copied()).collect()
    }

    /// Hides these items and shows all others.
    pub fn hide(&mut self, items: &[ContactItem]) {
        let names: Vec<String> =
            items.iter().filter_map(|item| item.disclosed_as()).map(str::to_owned).collect();
        self.disclosure = (!names.is_empty()).then_some(Disclosure { show: false, elements: names });
        self.particulars.concealed =
            items.iter().copied().filter(|item| item.disclosed_as().is_none()).collect();
    }
}

/// A client's wish about disclosure (RFC 5733 section 2.9): the named elements are exceptions to the server's policy.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Disclosure {
    /// Whether the named elements may be shown.
    pub show: bool,
    /// The elements, as the standard names them, with the address kind where there is one: `name/int`, `voice`.
    pub elements: Vec<String>,
}
