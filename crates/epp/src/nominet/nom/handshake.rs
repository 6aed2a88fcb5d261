//! What another tag released is accepted or rejected: `<transfer op="approve">` around the number of the case.

use engine::{
    Field, Outcome, Refusal, Refusals,
    ops::handshake::{Accept, Answered, Reject},
};
use outcomes::Operation as Name;
use wire::xml::Writer;

use crate::nominet::{
    answer::Answer,
    commands::Reading,
    fields::{Fields, text},
    request::Request,
};

/// Reads `<n:rcCase>` or `<n:Case>`.
///
/// # Errors
/// Faults against the schema; `option_unimplemented` for another `op` than `approve` and `reject`.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let uri = reading.namespace();
    let mut fields = Fields::of(reading.object);
    let case = text(fields.required("case-id")?)?.into_owned();
    fields.end()?;
    let answer = move |answered: Answered| Answer::of(move |xml| render(uri, &answered, xml));
    match reading.op {
        Some("approve") => Ok(Request::command(Accept { case, registrant: None }, answer)),
        Some("reject") => {
            reading.about.operation = Some(Name::HandshakeReject);
            Ok(Request::command(Reject { case }, answer))
        }
        other => {
            let refusal = Refusal::new(Outcome::OptionUnimplemented).at(Field::CaseId);
            Err(refusal.value(other.unwrap_or_default()).fact("option", "op of a handshake").into())
        }
    }
}

/// The number and the domains, each as a child of the data.
fn render(uri: &'static str, answered: &Answered, xml: &mut Writer) {
    xml.open_with("n:Case", &[("xmlns:n", uri)]).leaf_display("n:case-id", answered.case).close();
    let count = answered.names.len().to_string();
    xml.open_with("n:domainList", &[("xmlns:n", uri), ("no-domains", &count)]);
    for name in &answered.names {
        xml.leaf("n:domain-name", name.as_str());
    }
    xml.close();
}
