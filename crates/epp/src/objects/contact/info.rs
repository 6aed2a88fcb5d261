//! `<contact:info>` (RFC 5733 section 3.1.2).

use engine::{
    Refusals,
    ops::contact::{ContactView, Info},
};
use wire::xml::{Element, Writer};

use super::{DECLARED, disclosure, phone, postal, read_id};
use crate::{
    namespaces::CONTACT,
    objects::{authinfo, status, values::Values},
    syntax::Content,
};

/// Reads the command.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(crate) fn parse(element: Element<'_, '_>) -> Result<Info, Refusals> {
    let mut content = Content::of(element, CONTACT)?;
    let mut values = Values::new();
    let handle = read_id(&mut content, &mut values)?;
    let proof = authinfo::read_own_proof(content.optional("authInfo")?, CONTACT, &mut values)?;
    content.end()?;
    values.settle(handle.map(|handle| Info { handle, zone: None, proof }))
}

/// Writes `<contact:infData>`, with the number that the contact has in the dialect. The authInfo is never shown (RFC 9154
/// section 4.3).
pub(crate) fn render(view: &ContactView, roid: &str, xml: &mut Writer) {
    let contact = &view.contact;
    xml.open_with("contact:infData", DECLARED)
        .leaf("contact:id", contact.handle.as_str())
        .leaf("contact:roid", roid);
    status::render("contact:status", &view.statuses, xml);
    for postal in &contact.details.postal {
        postal::render(postal, xml);
    }
    phone::render("contact:voice", contact.details.voice.as_ref(), xml);
    phone::render("contact:fax", contact.details.fax.as_ref(), xml);
    xml.leaf("contact:email", contact.details.email.as_str());
    render_history(view, xml);
    disclosure::render(contact.details.disclosure.as_ref(), xml);
    xml.close();
}

/// Writes one address.
pub(crate) fn render_postal(postal: &engine::model::Postal, xml: &mut Writer) {
    postal::render(postal, xml);
}

fn render_history(view: &ContactView, xml: &mut Writer) {
    let contact = &view.contact;
    xml.leaf("contact:clID", view.sponsor.as_str())
        .leaf("contact:crID", view.creator.as_str())
        .leaf_display("contact:crDate", contact.created_at);
    if let Some(updater) = &view.updater {
        xml.leaf("contact:upID", updater.as_str());
    }
    if let Some(updated_at) = contact.updated_at {
        xml.leaf_display("contact:upDate", updated_at);
    }
    if let Some(transferred_at) = contact.transferred_at {
        xml.leaf_display("contact:trDate", transferred_at);
    }
}

#[cfg(test)]
mod tests;
