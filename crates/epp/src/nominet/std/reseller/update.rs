use engine::{Refusals, ops::reseller::Update};

use super::{read_change, read_reference};
use crate::nominet::{commands::Reading, fields::Fields, request::Request};

/// Reads `<reseller:update>`. E-mail and telephone that are not named are cleared.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let mut fields = Fields::of(reading.object);
    let reference = read_reference(&mut fields)?;
    let change = read_change(&mut fields)?;
    fields.end()?;
    Ok(Request::quiet(Update { reference, change }))
}
