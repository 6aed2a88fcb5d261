//! Telephone and fax numbers (`e164Type` of RFC 5733).

use engine::{Field, Refusals, model::Phone};
use wire::xml::{Element, Writer};

use crate::{objects::values::Values, syntax::token};

/// Reads a number; an empty one is none.
///
/// # Errors
/// Faults against the schema.
pub(super) fn read(
    element: Element<'_, '_>,
    field: Field,
    values: &mut Values,
) -> Result<Option<Phone>, Refusals> {
    let number = token(element, &["x"])?;
    if number.is_empty() {
        return Ok(None);
    }
    let extension = element.attribute("x").map(|extension| extension.trim_matches(' '));
    Ok(values.take(field, Phone::parse(&number, extension)))
}

/// Writes a number, if there is one, as an element of this name.
pub(super) fn render(name: &'static str, phone: Option<&Phone>, xml: &mut Writer) {
    let Some(phone) = phone else { return };
    match phone.extension() {
        Some(extension) => xml.leaf_with(name, &[("x", extension)], phone.number()),
        None => xml.leaf(name, phone.number()),
    };
}
