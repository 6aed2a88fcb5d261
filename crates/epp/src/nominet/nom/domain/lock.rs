use engine::Refusals;

use crate::nominet::{
    commands::Reading,
    dialect::Subject,
    fields::{Fields, domain_name},
    request::Request,
    std::locks::domain_lock,
};

/// Reads `<domain:lock>`.
///
/// # Errors
/// `lock_type_unknown`; a bad name.
pub(in crate::nominet) fn parse_lock(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    parse(reading, true)
}

/// Reads `<domain:unlock>`.
///
/// # Errors
/// As [`parse_lock`].
pub(in crate::nominet) fn parse_unlock(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    parse(reading, false)
}

fn parse(reading: &mut Reading<'_, '_, '_>, is_set: bool) -> Result<Request, Refusals> {
    let mut fields = Fields::of(reading.object);
    let name = domain_name(fields.take("name"))?;
    reading.is_about(Subject::Domain(name.to_string()));
    fields.end()?;
    let kind = reading.object.attribute("type").unwrap_or_default();
    domain_lock(kind, &name, is_set).map(Request::quiet)
}
