use engine::{
    Field, Refusals,
    model::{Contact, Details, Holder},
    ops::contact::{Find, RegistrantView},
};
use wire::xml::Writer;

use super::{address, read_roid};
use crate::nominet::{
    answer::Answer,
    commands::Reading,
    fields::Fields,
    nom::contact,
    request::Request,
    roid,
    services::Services,
    text::{phone, time},
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

    /// The declaration of the prefix of accounts.
    pub(in crate::nominet) fn declared(self) -> (&'static str, &'static str) {
        ("xmlns:account", self.account)
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
    details(&contact.details, Marks(&[]), xml);
    persons(found, xml, contact::details);
    xml.leaf("account:clID", view.sponsor.as_str())
        .leaf("account:crID", view.creator.as_str())
        .leaf("account:crDate", &time(contact.created_at));
    if let Some((updater, at)) = view.updater.as_ref().zip(contact.updated_at) {
        xml.leaf("account:upID", updater.as_str()).leaf("account:upDate", &time(at));
    }
    xml.close();
}

/// What of an account is marked as new, by the names of fields.
#[derive(Clone, Copy)]
pub(in crate::nominet) struct Marks<'a>(pub(in crate::nominet) &'a [String]);

impl Marks<'_> {
    /// Writes an element that is marked if its field is new.
    pub(super) fn leaf(self, element: &'static str, field: Field, text: &str, xml: &mut Writer) {
        let is_new = self.0.iter().any(|name| name == field.name());
        xml.leaf_with(element, if is_new { &[("changed", "Y")] } else { &[] }, text);
    }
}

/// Writes `<account:infData>` of an account as it was, with the first of those who look after it.
pub(in crate::nominet) fn render_holder(spaces: Spaces, holder: &Holder, marks: Marks<'_>, xml: &mut Writer) {
    let said = &holder.details;
    let name = said.main_postal().map_or("", |postal| postal.name.as_str());
    xml.open_with("account:infData", &[spaces.declared(), ("xmlns:contact", spaces.contact)])
        .leaf("account:roid", &roid::account(holder.id));
    marks.leaf("account:name", Field::ContactOrganisation, said.holder_name(), xml);
    details(said, marks, xml);
    xml.open_with("account:contact", &[("type", "admin"), ("order", "1")])
        .open("contact:infData")
        .leaf("contact:roid", &roid::contact(holder.id));
    marks.leaf("contact:name", Field::ContactName, name, xml);
    if let Some(voice) = &said.voice {
        marks.leaf("contact:phone", Field::ContactVoice, &phone(voice), xml);
    }
    marks.leaf("contact:email", Field::ContactEmail, said.email.as_str(), xml);
    xml.close().close();
    for (element, client) in [("account:clID", &holder.sponsor), ("account:crID", &holder.creator)] {
        if let Some(client) = client {
            xml.leaf(element, client);
        }
    }
    xml.leaf("account:crDate", &time(holder.created_at));
    if let Some((updater, at)) = &holder.updated {
        xml.leaf("account:upID", updater).leaf("account:upDate", &time(*at));
    }
    xml.close();
}

/// Writes which account it is and where: number, name and address.
pub(in crate::nominet) fn render_place(holder: &Holder, xml: &mut Writer) {
    xml.leaf("account:roid", &roid::account(holder.id)).leaf("account:name", holder.details.holder_name());
    if let Some(postal) = holder.details.main_postal() {
        address::render(postal, Marks(&[]), xml);
    }
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
fn details(details: &Details, marks: Marks<'_>, xml: &mut Writer) {
    let particulars = &details.particulars;
    if let Some(name) = &particulars.trade_name {
        marks.leaf("account:trad-name", Field::ContactTradeName, name.as_str(), xml);
    }
    if let Some(kind) = particulars.registrant_type {
        marks.leaf("account:type", Field::ContactType, kind.code(), xml);
    }
    if let Some(number) = &particulars.company_number {
        marks.leaf("account:co-no", Field::ContactCompanyNumber, number.as_str(), xml);
    }
    let opt_out = if particulars.opt_out { "Y" } else { "N" };
    marks.leaf("account:opt-out", Field::ContactOptOut, opt_out, xml);
    if let Some(postal) = details.main_postal() {
        address::render(postal, marks, xml);
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
