use engine::{Refusals, ops::reseller::Delete};

use super::read_reference;
use crate::nominet::{commands::Reading, fields::Fields, request::Request};

/// Reads `<reseller:delete>`.
///
/// # Errors
/// Faults against the schema; a bad reference.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let mut fields = Fields::of(reading.object);
    let reference = read_reference(&mut fields)?;
    fields.end()?;
    Ok(Request::quiet(Delete { reference }))
}
