//! Contacts (nom-contact): the persons of accounts.

use engine::{
    Findings, Refusals,
    model::{Contact, PostalKind},
    ops::contact::{ContactView, Find},
};
use wire::xml::Writer;

use super::account::update::read_first;
use crate::nominet::{
    answer::Answer,
    commands::Reading,
    dialect::Subject,
    fields::{Fields, text},
    request::{At, Request},
    roid,
    text::{phone, time},
};

/// Reads `<contact:info>`.
///
/// # Errors
/// Faults against the schema; `contact_unknown`.
pub(in crate::nominet) fn parse_info(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let uri = reading.namespace();
    let mut fields = Fields::of(reading.object);
    let roid = text(fields.required("roid")?)?.into_owned();
    reading.is_about(Subject::Contact(roid.clone()));
    fields.end()?;
    Ok(Request::query(Find { id: roid::read_contact(&roid)? }, move |found| {
        Answer::of(move |xml| render(uri, &found.view, xml))
    }))
}

/// Reads `<contact:update>`.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(in crate::nominet) fn parse_update(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let mut fields = Fields::of(reading.object);
    let roid = text(fields.required("roid")?)?.into_owned();
    reading.is_about(Subject::Contact(roid.clone()));
    let id = roid::read_contact(&roid)?;
    let mut findings = Findings::new();
    let (change, unkept) = read_first(reading.object, &mut findings)?;
    findings.end()?;
    let request = Request::new(move |at: At| async move {
        let contact = at.query(Find { id }).await?.answer.view.contact;
        let kind = contact.details.main_postal().map_or(PostalKind::Loc, |postal| postal.kind);
        let update = change.update(&contact.handle, None, kind);
        Ok(at.command(update).await?.map(|()| Answer::nothing()))
    });
    Ok(request.warned(unkept))
}

/// Writes `<contact:infData>` as it stands in an account.
pub(super) fn details(contact: &Contact, xml: &mut Writer) {
    xml.open("contact:infData");
    data(contact, xml);
    xml.close();
}

/// Writes `<contact:creData>`.
pub(super) fn created(contact: &Contact, xml: &mut Writer) {
    let name = contact.details.main_postal().map_or("", |postal| postal.name.as_str());
    xml.open("contact:creData")
        .leaf("contact:roid", &roid::contact(contact.id))
        .leaf("contact:name", name)
        .close();
}

fn render(uri: &'static str, view: &ContactView, xml: &mut Writer) {
    let contact = &view.contact;
    xml.open_with("contact:infData", &[("xmlns:contact", uri)]);
    data(contact, xml);
    xml.leaf("contact:clID", view.sponsor.as_str())
        .leaf("contact:crID", view.creator.as_str())
        .leaf("contact:crDate", &time(contact.created_at));
    if let Some((updater, at)) = view.updater.as_ref().zip(contact.updated_at) {
        xml.leaf("contact:upID", updater.as_str()).leaf("contact:upDate", &time(at));
    }
    xml.close();
}

fn data(contact: &Contact, xml: &mut Writer) {
    let details = &contact.details;
    xml.leaf("contact:roid", &roid::contact(contact.id));
    xml.leaf("contact:name", details.main_postal().map_or("", |postal| postal.name.as_str()));
    if let Some(voice) = &details.voice {
        xml.leaf("contact:phone", &phone(voice));
    }
    xml.leaf("contact:email", details.email.as_str());
}
