use engine::{Outcome, Refusals, ops::Availability};
use wire::xml::Writer;

use super::DECLARED;
use crate::{
    nominet::{
        answer::Answer,
        commands::Reading,
        request::{At, Request},
        std::contact::check::short,
    },
    objects,
};

/// Reads `<host:check>`.
///
/// # Errors
/// Faults against the schema.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let check = objects::host::check::parse(reading.object)?;
    Ok(Request::new(|at: At| async move {
        Ok(at.glance(check)?.map(|answers| Answer::of(move |xml| render(&answers, xml))))
    }))
}

fn render(answers: &[Availability], xml: &mut Writer) {
    xml.open_with("host:chkData", DECLARED);
    for Availability { name, taken } in answers {
        let available = if taken.is_none() { "1" } else { "0" };
        xml.open("host:cd").leaf_with("host:name", &[("avail", available)], name);
        if let Some(text) = taken.as_ref().and_then(|why| short(why, Outcome::HostTaken)) {
            xml.leaf("host:reason", &text);
        }
        xml.close();
    }
    xml.close();
}
