use engine::{
    Failure, Refusals,
    model::Particulars,
    ops::{contact, data_quality},
};
use wire::xml::Writer;

use super::quality;

use crate::{
    nominet::{
        answer::Answer,
        commands::Reading,
        fields::{Fields, text},
        request::{At, Request},
        roid,
        std::domain::ignored,
    },
    objects,
};

/// Reads `<contact:info>`. The extension may name the contact by its number of the nom family.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let info = objects::contact::info::parse(reading.object)?;
    let warning = info.proof.as_ref().map(|_| ignored("contact:authInfo"));
    let uri = reading.services.uri("contact-nom-ext");
    let number = match reading.extension("contact-nom-ext") {
        Some(element) => Some(roid::read_contact(&text(Fields::of(element).required("roid")?)?)?),
        None => None,
    };
    let quality = reading.services.uri("nom-data-quality");
    let request = Request::new(move |at: At| async move {
        let done = match number {
            Some(id) => at.query(contact::Find { id }).await?.map(|found| found.view),
            None => at.query(contact::Info { proof: None, ..info }).await?,
        };
        let disputed = match quality {
            Some(uri) => disputed(&at, &done.answer).await?.map(|view| (uri, view)),
            None => None,
        };
        Ok(done.map(|view| {
            let particulars = view.contact.details.particulars.clone();
            let number = roid::account(view.contact.id);
            let mut answer = Answer::of(move |xml| objects::contact::info::render(&view, &number, xml));
            if let Some(uri) = uri {
                answer = answer.extended(move |xml| render(uri, &particulars, xml));
            }
            match disputed {
                Some((uri, view)) => answer.extended(move |xml| quality::render(uri, view.as_ref(), xml)),
                None => answer,
            }
        }))
    });
    Ok(request.warned(warning))
}

/// What is done about wrong data of a contact, which its sponsor alone is told.
async fn disputed(
    at: &At,
    view: &contact::ContactView,
) -> Result<Option<Option<data_quality::DataQualityView>>, Failure> {
    match at.query(data_quality::Info { handle: view.contact.handle.clone() }).await {
        Ok(done) => Ok(Some(done.answer)),
        Err(Failure::Refused(_)) => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// Writes `<contact-nom-ext:infData>`.
pub(in crate::nominet) fn render(uri: &'static str, particulars: &Particulars, xml: &mut Writer) {
    xml.open_with("contact-nom-ext:infData", &[("xmlns:contact-nom-ext", uri)]);
    if let Some(name) = &particulars.trade_name {
        xml.leaf("contact-nom-ext:trad-name", name.as_str());
    }
    if let Some(kind) = particulars.registrant_type {
        xml.leaf("contact-nom-ext:type", kind.code());
    }
    if let Some(number) = &particulars.company_number {
        xml.leaf("contact-nom-ext:co-no", number.as_str());
    }
    xml.leaf("contact-nom-ext:opt-out", if particulars.opt_out { "Y" } else { "N" }).close();
}
