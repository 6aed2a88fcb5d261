use engine::{
    Refusals,
    ops::{Several, domain::Unrenew},
};

use super::renew::render;
use crate::nominet::{
    answer::{Answer, Part},
    commands::Reading,
    dialect::Subject,
    fields::{Fields, domain_name},
    request::Request,
    std::unrenew::read_names,
};

/// Reads `<domain:unrenew>`.
///
/// # Errors
/// Every bad name.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let uri = reading.namespace();
    let mut fields = Fields::of(reading.object);
    let elements = fields.all("name");
    let first = domain_name(elements.first().copied())?;
    reading.is_about(Subject::Domain(first.to_string()));
    let names = read_names(elements)?;
    fields.end()?;
    let unrenew = names.into_iter().map(|name| Unrenew { name }).collect();
    Ok(Request::command(Several(unrenew), move |renewed| {
        let part = |renewed| -> Part { Box::new(move |xml| render(uri, &renewed, xml)) };
        Answer { data: renewed.into_iter().map(part).collect(), ..Answer::default() }
    }))
}
