use engine::{
    Refusals,
    ops::domain::{Renew, Renewed},
};
use wire::xml::Writer;

use super::{read_name, read_period};
use crate::nominet::{answer::Answer, commands::Reading, fields::Fields, request::Request, text::time};

/// Reads `<domain:renew>`, which does not say when the registration ends.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let uri = reading.namespace();
    let mut fields = Fields::of(reading.object);
    let name = read_name(reading, &mut fields)?;
    let period = read_period(&mut fields)?;
    fields.end()?;
    Ok(Request::command(Renew { name, current_expiry: None, period }, move |renewed| {
        Answer::of(move |xml| render(uri, &renewed, xml))
    }))
}

/// Writes `<domain:renData>`.
pub(super) fn render(uri: &'static str, renewed: &Renewed, xml: &mut Writer) {
    xml.open_with("domain:renData", &[("xmlns:domain", uri)])
        .leaf("domain:name", renewed.name.as_str())
        .leaf("domain:exDate", &time(renewed.expires_at))
        .close();
}
