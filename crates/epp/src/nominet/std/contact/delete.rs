use engine::Refusals;

use crate::{
    nominet::{commands::Reading, request::Request},
    objects,
};

/// Reads `<contact:delete>`.
///
/// # Errors
/// Faults against the schema; a bad id.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    Ok(Request::quiet(objects::contact::delete::parse(reading.object)?))
}
