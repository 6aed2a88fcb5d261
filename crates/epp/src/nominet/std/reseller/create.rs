use engine::{
    Field, Outcome, Refusal, Refusals,
    model::{Line, Reseller, ResellerParticulars},
    ops::reseller::Create,
};

use super::{read_change, read_reference};
use crate::nominet::{commands::Reading, fields::Fields, request::Request};

/// Reads `<reseller:create>`.
///
/// # Errors
/// Faults against the schema; every bad value; `text_missing` for a name or URL that says nothing.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let mut fields = Fields::of(reading.object);
    let reference = read_reference(&mut fields)?;
    let told = read_change(&mut fields)?;
    fields.end()?;
    let particulars = ResellerParticulars {
        trading_name: needed(told.trading_name, Field::ContactTradeName)?,
        url: needed(told.url, Field::ResellerUrl)?,
        email: told.email,
        voice: told.voice,
    };
    Ok(Request::quiet(Create { reseller: Reseller { reference, particulars } }))
}

fn needed(line: Option<Line>, field: Field) -> Result<Line, Refusal> {
    line.ok_or_else(|| Refusal::new(Outcome::TextMissing).at(field))
}
