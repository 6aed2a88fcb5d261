use engine::{Refusals, ops::domain::Delete};

use super::read_name;
use crate::nominet::{commands::Reading, fields::Fields, request::Request};

/// Reads `<domain:delete>`.
///
/// # Errors
/// A bad name.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let mut fields = Fields::of(reading.object);
    let name = read_name(reading, &mut fields)?;
    fields.end()?;
    Ok(Request::quiet(Delete { name }))
}
