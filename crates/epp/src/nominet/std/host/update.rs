use engine::{
    Refusals,
    ops::{Needless, host::Update},
};

use crate::{
    nominet::{commands::Reading, request::Request},
    objects,
};

/// Reads `<host:update>`. What is needless is worth a warning and no more.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let update = objects::host::update::parse(reading.object)?;
    Ok(Request::quiet(Update { needless: Needless::LeftOut, ..update }))
}
