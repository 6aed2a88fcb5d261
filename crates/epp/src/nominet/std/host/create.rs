use engine::{
    Refusals,
    ops::{Needless, host::Create},
};

use super::DECLARED;
use crate::{
    nominet::{
        answer::Answer,
        commands::Reading,
        request::Request,
        text::{host, time},
    },
    objects,
};

/// Reads `<host:create>`.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let create = objects::host::create::parse(reading.object)?;
    let create = Create { needless: Needless::LeftOut, ..create };
    Ok(Request::command(create, |created| {
        Answer::of(move |xml| {
            xml.open_with("host:creData", DECLARED)
                .leaf("host:name", &host(&created.name))
                .leaf("host:crDate", &time(created.created_at))
                .close();
        })
    }))
}
