//! `std-fork-1.0`: some names of a registrant get one of their own, which is a copy.

use engine::{Field, Outcome, Refusal, Refusals, model::Handle, ops::contact::Fork};
use wire::xml::Element;

use super::unrenew::read_names;
use crate::{
    namespaces::CONTACT,
    nominet::{
        answer::Answer,
        commands::Reading,
        fields::{Fields, text},
        request::Request,
        text::time,
    },
};

/// Reads `<f:fork>`. Clients spell the id of the contact in two ways.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let mut fields = Fields::of(reading.object);
    let former = fields.take("contactID");
    let warning = former.map(|_| Refusal::new(Outcome::FieldDeprecated).value("contactID"));
    let registrant = fields.take("contactId").or(former);
    let registrant = registrant.map(|element| handle(element, Field::ContactId)).transpose()?;
    let new = fields.take("newContactId").map(|element| handle(element, Field::NewContactId)).transpose()?;
    let names = read_names(fields.all("domainName"))?;
    fields.end()?;
    let request = Request::command(Fork { registrant, handle: new, names }, |made| {
        Answer::of(move |xml| {
            xml.open_with("contact:creData", &[("xmlns:contact", CONTACT)])
                .leaf("contact:id", made.handle.as_str())
                .leaf("contact:crDate", &time(made.created_at))
                .close();
        })
    });
    Ok(request.warned(warning))
}

/// The id of a contact.
///
/// # Errors
/// Faults against the schema; a bad id.
pub(in crate::nominet) fn handle(element: Element<'_, '_>, field: Field) -> Result<Handle, Refusals> {
    Ok(Handle::parse(&text(element)?).map_err(|refusal: Refusal| refusal.at(field))?)
}
