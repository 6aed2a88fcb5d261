//! Contacts of a domain, other than the registrant (`contactType` of RFC 5731).

use engine::{
    Field, Refusals,
    model::{Handle, Role},
};

use wire::xml::Element;

use crate::{
    objects::values::Values,
    syntax::{Content, Words, required_word, token},
};

/// Reads the contacts that are named, each in its role. The schema would let the role be left out; a contact without
/// one has no meaning.
///
/// # Errors
/// Faults against the schema, a missing role among them.
pub(super) fn read(
    content: &mut Content<'_, '_>,
    values: &mut Values,
) -> Result<Vec<(Role, Handle)>, Refusals> {
    let elements = content.many("contact", MOST)?;
    let mut contacts = Vec::with_capacity(elements.len());
    for element in elements {
        let text = token(element, &["type"])?;
        let role = required_word(element, "type", ROLES)?;
        let handle = values.take(Field::DomainContact, Handle::parse(&text));
        contacts.extend(handle.map(|handle| (role, handle)));
    }
    Ok(contacts)
}

/// Reads a registrant; an empty element names none. In an update that removes it; in a create some clients send it when
/// they have none to name.
///
/// # Errors
/// Faults against the schema.
pub(super) fn read_registrant(
    element: Element<'_, '_>,
    values: &mut Values,
) -> Result<Option<Handle>, Refusals> {
    let text = token(element, &[])?;
    if text.is_empty() {
        return Ok(None);
    }
    Ok(values.take(Field::Registrant, Handle::parse(&text)))
}

const ROLES: &Words<Role> = &[
    (Role::Admin.name(), Role::Admin),
    (Role::Billing.name(), Role::Billing),
    (Role::Tech.name(), Role::Tech),
];

/// More than any zone takes.
const MOST: usize = 50;
