use engine::{
    Refusals,
    model::{Contact, Details, Holder},
    ops::contact::{Find, RegistrantView},
};
use wire::xml::Writer;

use super::{address, read_roid};
use crate::nominet::{
    answer::Answer, commands::Reading, fields::Fields, nom::contact, request::Request, roid,
    services::Services, text::time,
};

/// The namespaces of accounts and of the contacts in them.
#[derive(Clone, Copy)]
pub(in crate::nominet) struct Spaces {
    account: &'static str,
    contact: &'static str,
}

impl Spaces {
    /// In the versions that were announced. Who announces none of accounts speaks of them as of domains.
    pub(in crate::nominet) fn of(services: &Services) -> Self {
        let version = services.version("nom-domain").unwrap_or("1.0");
        let uri = |base| {
            let announced = services.uri(base).or_else(|| crate::nominet::namespaces::uri(base, version));
            announced.or_else(|| crate::nominet::namespaces::uri(base, "1.0")).unwrap_or_default()
        };
        Self { account: uri("nom-account"), contact: uri("nom-contact") }
    }
}

/// Reads `<account:info>`.
///
/// # Errors
/// Faults against the schema; `contact_unknown`.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let mut fields = Fields::of(reading.object);
    let roid = read_roid(reading, &mut fields)?;
    fields.end()?;
    let spaces = Spaces::of(reading.services);
    Ok(Request::query(Find { id: roid::read_contact(&roid)? }, move |found| {
        Answer::of(move |xml| render(spaces, &found, xml))
    }))
}

/// Writes `<account:infData>`.
pub(in crate::nominet) fn render(spaces: Spaces, found: &RegistrantView, xml: &mut Writer) {
    let view = &found.view;
    let contact = &view.contact;
    open("account:infData", spaces, contact, xml);
    details(&contact.details, xml);
    persons(found, xml, contact::details);
    xml.leaf("account:clID", view.sponsor.as_str())
        .leaf("account:crID", view.creator.as_str())
        .leaf("account:crDate", &time(contact.created_at));
    if let Some((updater, at)) = view.updater.as_ref().zip(contact.updated_at) {
        xml.leaf("account:upID", updater.as_str()).leaf("account:upDate", &time(at));
    }
    xml.close();
}

/// Writes `<account:infData>` of an account as it was, without who looks after it.
pub(in crate::nominet) fn render_holder(spaces: Spaces, holder: &Holder, xml: &mut Writer) {
    let postal = holder.details.main_postal();
    xml.open_with("account:infData", &[("xmlns:account", spaces.account), ("xmlns:contact", spaces.contact)])
        .leaf("account:roid", &roid::account(holder.id))
        .leaf("account:name", holder.details.holder_name());
    details(&holder.details, xml);
    xml.open_with("account:contact", &[("type", "admin"), ("order", "1")]).open("contact:infData");
    xml.leaf("contact:roid", &roid::contact(holder.id));
    xml.leaf("contact:name", postal.map_or("", |postal| postal.name.as_str()));
    xml.leaf("contact:email", holder.details.email.as_str()).close().close();
    xml.leaf("account:crDate", &time(holder.created_at)).close();
}

/// Writes `<account:creData>`: numbers and names alone.
pub(in crate::nominet) fn render_created(spaces: Spaces, found: &RegistrantView, xml: &mut Writer) {
    open("account:creData", spaces, &found.view.contact, xml);
    persons(found, xml, contact::created);
    xml.close();
}

fn open(element: &'static str, spaces: Spaces, contact: &Contact, xml: &mut Writer) {
    xml.open_with(element, &[("xmlns:account", spaces.account), ("xmlns:contact", spaces.contact)])
        .leaf("account:roid", &roid::account(contact.id))
        .leaf("account:name", contact.details.holder_name());
}

/// Writes what the account says beyond its name, up to its persons.
fn details(details: &Details, xml: &mut Writer) {
    let particulars = &details.particulars;
    if let Some(name) = &particulars.trade_name {
        xml.leaf("account:trad-name", name.as_str());
    }
    if let Some(kind) = particulars.registrant_type {
        xml.leaf("account:type", kind.code());
    }
    if let Some(number) = &particulars.company_number {
        xml.leaf("account:co-no", number.as_str());
    }
    xml.leaf("account:opt-out", if particulars.opt_out { "Y" } else { "N" });
    if let Some(postal) = details.main_postal() {
        address::render(postal, xml);
    }
}

fn persons(found: &RegistrantView, xml: &mut Writer, write: fn(&Contact, &mut Writer)) {
    person("admin", 1, &found.view.contact, xml, write);
    for (kind, place, contact) in &found.persons {
        let kind = if kind == "billing" { "billing" } else { "admin" };
        person(kind, *place, contact, xml, write);
    }
}

fn person(kind: &str, place: u8, contact: &Contact, xml: &mut Writer, write: fn(&Contact, &mut Writer)) {
    xml.open_with("account:contact", &[("type", kind), ("order", &place.to_string())]);
    write(contact, xml);
    xml.close();
}
