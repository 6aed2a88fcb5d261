//! `std-handshake-1.0`: what another tag released is accepted or rejected.

use engine::{
    Field, Outcome, Refusal, Refusals,
    model::Handle,
    ops::handshake::{Accept, Answered, Reject},
};
use wire::xml::Writer;

use crate::nominet::{
    answer::Answer,
    commands::Reading,
    fields::{Fields, text},
    request::Request,
};

/// Reads `<h:accept>`.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(in crate::nominet) fn parse_accept(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let uri = reading.namespace();
    let mut fields = Fields::of(reading.object);
    let case = text(fields.required("caseId")?)?.into_owned();
    let registrant = match fields.take("registrant") {
        Some(element) => {
            Some(Handle::parse(&text(element)?).map_err(|refusal| refusal.at(Field::Registrant))?)
        }
        None => None,
    };
    fields.end()?;
    Ok(Request::command(Accept { case, registrant }, move |answered| {
        Answer::of(move |xml| render(uri, &answered, xml))
    }))
}

/// Reads `<h:reject>`.
///
/// # Errors
/// Faults against the schema.
pub(in crate::nominet) fn parse_reject(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let uri = reading.namespace();
    let mut fields = Fields::of(reading.object);
    let case = text(fields.required("caseId")?)?.into_owned();
    let warning = fields.take("registrant").map(|_| Refusal::new(Outcome::CaseRegistrantIgnored));
    fields.end()?;
    let request =
        Request::command(Reject { case }, move |answered| Answer::of(move |xml| render(uri, &answered, xml)));
    Ok(request.warned(warning))
}

fn render(uri: &'static str, answered: &Answered, xml: &mut Writer) {
    xml.open_with("h:hanData", &[("xmlns:h", uri)]).leaf_display("h:caseId", answered.case);
    if !answered.names.is_empty() {
        let count = answered.names.len().to_string();
        xml.open_with("h:domainListData", &[("noDomains", &count)]);
        for name in &answered.names {
            xml.leaf("h:domainName", name.as_str());
        }
        xml.close();
    }
    xml.close();
}
