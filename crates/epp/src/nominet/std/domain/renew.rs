use engine::{Refusals, ops::domain::Renewed};
use wire::xml::Writer;

use super::DECLARED;
use crate::{
    nominet::{answer::Answer, commands::Reading, request::Request, text::time},
    objects,
};

/// Reads `<domain:renew>`.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let renew = objects::domain::renew::parse(reading.object)?;
    Ok(Request::command(renew, |renewed| Answer::of(move |xml| render(&renewed, xml))))
}

/// Writes `<domain:renData>`.
pub(in crate::nominet) fn render(renewed: &Renewed, xml: &mut Writer) {
    xml.open_with("domain:renData", DECLARED)
        .leaf("domain:name", renewed.name.as_str())
        .leaf("domain:exDate", &time(renewed.expires_at))
        .close();
}
