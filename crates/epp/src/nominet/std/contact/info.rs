use engine::{Refusals, model::Particulars, ops::contact};
use wire::xml::Writer;

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
    let request = Request::new(move |at: At| async move {
        let done = match number {
            Some(id) => at.query(contact::Find { id }).await?.map(|found| found.view),
            None => at.query(contact::Info { proof: None, ..info }).await?,
        };
        Ok(done.map(|view| {
            let particulars = view.contact.details.particulars.clone();
            let number = roid::account(view.contact.id);
            let answer = Answer::of(move |xml| objects::contact::info::render(&view, &number, xml));
            match uri {
                Some(uri) => answer.extended(move |xml| render(uri, &particulars, xml)),
                None => answer,
            }
        }))
    });
    Ok(request.warned(warning))
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
