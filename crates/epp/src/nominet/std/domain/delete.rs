use engine::Refusals;

use crate::{
    nominet::{commands::Reading, request::Request},
    objects,
};

/// Reads `<domain:delete>`.
///
/// # Errors
/// Faults against the schema; a bad name.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    Ok(Request::quiet(objects::domain::delete::parse(reading.object)?))
}
