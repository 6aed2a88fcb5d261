use engine::{
    Outcome, Refusal, Refusals,
    ops::domain::{Release, Released},
};

use super::read_name;
use crate::nominet::{
    commands::Reading,
    fields::{Fields, text},
    request::Request,
    roid,
    std::release::release,
};

/// Reads `<domain:transfer>`, which the losing registrar sends: the domain goes to another tag.
///
/// # Errors
/// Faults against the schema; every bad value; `option_unimplemented` for another `op`.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let mut fields = Fields::of(reading.object);
    let name = read_name(reading, &mut fields)?;
    // Some clients say what it is instead of what the protocol calls it.
    if !matches!(reading.op, Some("request" | "release")) {
        let refusal = Refusal::new(Outcome::OptionUnimplemented).value(reading.op.unwrap_or_default());
        return Err(refusal.fact("option", "op of a transfer of a domain").into());
    }
    let tag = text(fields.required("registrar-tag")?)?.into_owned();
    let account = match fields.take("account") {
        Some(element) => Some(text(Fields::of(element).required("account-id")?)?.into_owned()),
        None => None,
    };
    fields.end()?;
    let account = account.map(|roid| roid::read_contact(&roid)).transpose()?;
    Ok(release(Release { what: Released::Domain(name), tag, registrant: account }, None))
}
