use engine::{Refusals, ops::reseller::Info};

use super::{read_reference, render};
use crate::nominet::{answer::Answer, commands::Reading, fields::Fields, request::Request};

/// Reads `<reseller:info>`.
///
/// # Errors
/// Faults against the schema; a bad reference.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let uri = reading.namespace();
    let mut fields = Fields::of(reading.object);
    let reference = read_reference(&mut fields)?;
    fields.end()?;
    Ok(Request::query(Info { reference }, move |reseller| {
        Answer::of(move |xml| render(&reseller, &[("xmlns:reseller", uri)], xml))
    }))
}
