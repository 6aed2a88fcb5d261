use engine::Refusals;

use crate::{
    nominet::{commands::Reading, request::Request},
    objects,
};

/// Reads `<host:delete>`.
///
/// # Errors
/// Faults against the schema; a bad name.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    Ok(Request::quiet(objects::host::delete::parse(reading.object)?))
}
