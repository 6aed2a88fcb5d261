//! `<account:create>`, which stands only inside the creation of a domain.

use engine::{
    Field, Findings, Outcome, Refusal, Refusals,
    model::{
        Details, DomainName, Email, Handle, HandleForm, Line, PersonName, Phone, Postal, PostalKind, Secret,
    },
    ops::contact::{AddressChange, Create, SetRegistrant},
};
use wire::xml::Element;

use super::address;
use crate::nominet::{
    fields::{Fields, text},
    std::contact::read_registrant,
    text::e164,
};

/// A new account: the contact that holds the domain, and further persons beside it.
pub(in crate::nominet) struct NewAccount {
    /// The holder.
    pub(in crate::nominet) holder: Create,
    /// The other persons: kind, place, contact.
    pub(in crate::nominet) persons: Vec<(&'static str, u8, Create)>,
    /// What was sent and is not kept as it was sent.
    pub(in crate::nominet) warnings: Vec<Refusal>,
}

impl NewAccount {
    /// The same with handles for all contacts, made from a number that nobody else has.
    ///
    /// # Errors
    /// None in practice: what is made of a number is well-formed.
    pub(in crate::nominet) fn numbered(mut self, number: i64) -> Result<Self, Refusal> {
        self.holder.handle = Some(handle(number, 0)?);
        for ((_, _, person), count) in self.persons.iter_mut().zip(1..) {
            person.handle = Some(handle(number, count)?);
        }
        Ok(self)
    }

    /// All contacts that have to be made, with handles, the holder first.
    pub(in crate::nominet) fn contacts(&self, zone: Option<&DomainName>) -> Vec<Create> {
        let all = std::iter::once(&self.holder).chain(self.persons.iter().map(|(_, _, person)| person));
        let mut contacts: Vec<Create> = all.cloned().collect();
        contacts[0].zone = zone.cloned();
        contacts
    }

    /// What puts the persons in their places, once all are there.
    pub(in crate::nominet) fn places(&self) -> Option<SetRegistrant> {
        let handle = self.holder.handle.clone()?;
        let place =
            |(kind, place, person): &(&'static str, u8, Create)| (*kind, *place, person.handle.clone());
        let persons = self.persons.iter().map(place).collect();
        Some(SetRegistrant { persons, ..SetRegistrant::of(handle) })
    }
}

/// Reads a new account.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(in crate::nominet) fn read(element: Element<'_, '_>) -> Result<NewAccount, Refusals> {
    let mut fields = Fields::of(element);
    let name = text(fields.required("name")?)?;
    let mut findings = Findings::new();
    let organisation = findings.take(Field::ContactOrganisation, Line::parse(&name, LONGEST_LINE));
    let registrant = read_registrant(&mut fields)?;
    let address = address::read(fields.required("addr")?)?;
    let mut warnings = obsolete(&fields.all("addr"));
    let mut contacts = Vec::new();
    for contact in fields.all("contact") {
        let (person, unkept) = person(contact, &mut findings)?;
        contacts.push((kind_of(contact), place_of(contact), person));
        warnings.extend(unkept);
    }
    fields.end()?;
    findings.end()?;
    contacts.sort_by_key(|(kind, place, _)| (*kind != "admin", *place));
    let mut contacts = contacts.into_iter();
    let first = contacts.next().filter(|(kind, ..)| *kind == "admin");
    let missing = || Refusal::new(Outcome::TextMissing).at(Field::ContactName);
    let ((_, place, first), organisation) = first.zip(organisation).ok_or_else(missing)?;
    if place > 1 {
        warnings.push(Refusal::new(Outcome::ContactMoved).value(place).fact("final", 1));
    }

    let mut holder = first.create(None, &address, Some(organisation));
    holder.details.particulars = registrant.particulars();
    let mut persons = Vec::new();
    for (kind, place, person) in contacts {
        persons.push((kind, place, person.create(None, &address, None)));
    }
    Ok(NewAccount { holder, persons, warnings })
}

/// A person of an account.
pub(in crate::nominet) struct Person {
    /// The name.
    pub(in crate::nominet) name: PersonName,
    /// Telephone.
    pub(in crate::nominet) phone: Option<Phone>,
    /// E-mail.
    pub(in crate::nominet) email: Email,
}

impl Person {
    /// As a contact.
    pub(in crate::nominet) fn create(
        self,
        handle: Option<Handle>,
        address: &AddressChange,
        organisation: Option<Line>,
    ) -> Create {
        let AddressChange { street, city, province, postal_code, country } = address.clone();
        let postal = Postal {
            kind: PostalKind::Loc,
            name: self.name,
            organisation,
            street,
            city,
            province,
            postal_code,
            country,
        };
        let details = Details {
            postal: vec![postal],
            voice: self.phone,
            fax: None,
            email: self.email,
            disclosure: None,
            particulars: Default::default(),
        };
        Create {
            handle,
            zone: None,
            details,
            authinfo: Secret::new(""),
            form: HandleForm::default(),
            reuse: false,
        }
    }
}

/// That fields of former versions were sent, which are not kept.
pub(in crate::nominet) fn obsolete(elements: &[Element<'_, '_>]) -> Vec<Refusal> {
    let warn = |element: &Element<'_, '_>| {
        Refusal::new(Outcome::FieldDeprecatedIgnored).value(element.name().to_owned())
    };
    elements.iter().map(warn).collect()
}

/// Reads a person: what stands in `<account:contact>`. Answers it with a warning of each field that is not kept.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(in crate::nominet) fn person(
    element: Element<'_, '_>,
    findings: &mut Findings,
) -> Result<(Person, Vec<Refusal>), Refusals> {
    let inner = Fields::of(element).required("create")?;
    let mut fields = Fields::of(inner);
    let name = text(fields.required("name")?)?;
    let phone = fields.take("phone").or_else(|| fields.take("voice")).map(text).transpose()?;
    let email = text(fields.required("email")?)?;
    let unkept = obsolete(&[fields.all("fax"), fields.all("mobile")].concat());
    fields.end()?;
    let name = findings.take(Field::ContactName, Line::parse(&name, LONGEST_LINE));
    let phone = phone.filter(|phone| !phone.is_empty());
    let phone = phone.and_then(|phone| findings.take(Field::ContactVoice, Phone::parse(&e164(&phone), None)));
    let email = findings.take(Field::ContactEmail, Email::parse(&email));
    match name.zip(email) {
        Some((name, email)) => Ok((Person { name: name.into(), phone, email }, unkept)),
        None => Err(std::mem::take(findings).end().err().unwrap_or_else(missing_name)),
    }
}

fn missing_name() -> Refusals {
    Refusal::new(Outcome::TextMissing).at(Field::ContactName).into()
}

/// Whether a contact of an account looks after it or pays for it.
pub(in crate::nominet) fn kind_of(element: Element<'_, '_>) -> &'static str {
    match element.attribute("type") {
        Some("billing") => "billing",
        _ => "admin",
    }
}

/// Which of up to three it is.
pub(in crate::nominet) fn place_of(element: Element<'_, '_>) -> u8 {
    let order = element.attribute("order").and_then(|order| order.trim().parse().ok());
    order.filter(|order| (1..=3).contains(order)).unwrap_or(1)
}

/// A handle that nobody has: from a number that nobody else has, and a small one.
///
/// # Errors
/// None in practice: what it makes is well-formed.
pub(in crate::nominet) fn handle(number: i64, count: u8) -> Result<Handle, Refusal> {
    Handle::parse(&format!("{}-{count}", engine::model::HandshakeId(number)))
}

/// Characters of a line.
const LONGEST_LINE: usize = 255;
