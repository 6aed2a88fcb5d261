use engine::{Outcome, Refusal, Refusals, ops::Availability};
use outcomes::NOMINET;
use wire::xml::Writer;

use crate::{
    namespaces::CONTACT,
    nominet::{
        answer::Answer,
        commands::Reading,
        request::{At, Request},
        response::reason,
    },
    objects,
};

/// Reads `<contact:check>`.
///
/// # Errors
/// Faults against the schema.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let check = objects::contact::check::parse(reading.object)?;
    Ok(Request::new(|at: At| async move {
        Ok(at.glance(check)?.map(|answers| Answer::of(move |xml| render(&answers, xml))))
    }))
}

fn render(answers: &[Availability], xml: &mut Writer) {
    xml.open_with("contact:chkData", &[("xmlns:contact", CONTACT)]);
    for Availability { name, taken } in answers {
        let available = if taken.is_none() { "1" } else { "0" };
        xml.open("contact:cd").leaf_with("contact:id", &[("avail", available)], name);
        if let Some(text) = taken.as_ref().and_then(|why| short(why, Outcome::ContactTaken)) {
            xml.leaf("contact:reason", &text);
        }
        xml.close();
    }
    xml.close();
}

/// The reason, where it is the usual one: others have no room in the answer.
pub(in crate::nominet) fn short(why: &Refusal, usual: Outcome) -> Option<String> {
    (why.outcome == usual).then(|| reason(why, NOMINET.row(usual, None, None)))
}
