//! Whom to write to about an account, told as the registrant of a domain is.

use engine::model::{AddressBook, Addressee, Phone};

use crate::commands::domain::people::{self, KINDS};
use crate::fields::Fields;
use crate::params::Params;

/// Reads it from the parameters with the registrant's prefix; `None` if nothing was sent. The same person answers for all.
pub(super) fn read(params: &mut Params) -> Option<AddressBook> {
    let details = people::one(params, KINDS[0])?;
    let addressee = Addressee {
        postal: details.main_postal().cloned(),
        voice: details.voice.clone(),
        fax: details.fax.clone(),
        email: Some(details.email.clone()),
    };
    let all = || Some(addressee.clone());
    Some(AddressBook { language: None, owner: all(), admin: all(), tech: all(), billing: all() })
}

/// The fields of it.
pub(super) fn told(fields: Fields, book: &AddressBook) -> Fields {
    let Some(owner) = &book.owner else { return fields };
    let phone = |phone: &Option<Phone>| phone.as_ref().map(|one| one.number().to_owned()).unwrap_or_default();
    let lines = owner.postal.iter().flat_map(people::lines);
    lines
        .fold(fields, |fields, (part, value)| fields.one(part, value))
        .one("Phone", phone(&owner.voice))
        .one("Fax", phone(&owner.fax))
        .one("EmailAddress", owner.email.as_ref().map(|email| email.as_str()).unwrap_or_default())
}
