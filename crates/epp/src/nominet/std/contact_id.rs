//! `std-contact-id-1.0`: a contact gets another id.

use engine::{Field, Refusals, ops::contact::Rename};

use super::fork::handle;
use crate::nominet::{commands::Reading, fields::Fields, request::Request};

/// Reads `<cid:update>`.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let mut fields = Fields::of(reading.object);
    let old = handle(fields.required("id")?, Field::ContactId)?;
    let mut change = Fields::of(fields.required("chg")?);
    let new = handle(change.required("id")?, Field::NewContactId)?;
    change.end()?;
    fields.end()?;
    Ok(Request::quiet(Rename { handle: old, new }))
}
