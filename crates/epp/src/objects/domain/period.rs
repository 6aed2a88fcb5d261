//! Registration periods (`periodType` of RFC 5731).

use engine::{Field, Refusals, model::Period};

use crate::{
    objects::values::Values,
    syntax::{Content, Words, required_word, token},
};

/// Reads the period, if one is named.
///
/// # Errors
/// Faults against the schema, an unknown unit among them.
pub(super) fn read(content: &mut Content<'_, '_>, values: &mut Values) -> Result<Option<Period>, Refusals> {
    let Some(element) = content.optional("period")? else { return Ok(None) };
    let text = token(element, &["unit"])?;
    let in_months = required_word(element, "unit", UNITS)?;
    Ok(values.take(Field::Period, Period::parse(&text, in_months)))
}

/// Whether the unit is the month.
const UNITS: &Words<bool> = &[("y", false), ("m", true)];
