use engine::{
    Done, Failure, Field, Findings, Outcome, Refusal, Refusals,
    model::{Email, Handle, Line, PersonName, Phone, PostalKind},
    ops::{
        Several, StatusChange, Together,
        contact::{AddressChange, Find, Info, PostalChange, SetRegistrant, Update},
    },
};
use wire::xml::Element;

use super::{
    address,
    create::{Person, handle, kind_of, obsolete, person, place_of},
    read_roid,
};
use crate::nominet::{
    answer::Answer,
    commands::Reading,
    fields::{Fields, text},
    request::{At, Request},
    roid,
    std::contact::{Registrant, read_registrant},
    text::e164,
};

/// Reads `<account:update>`.
///
/// # Errors
/// Faults against the schema; every bad value; `registrant_name_fixed`.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let mut fields = Fields::of(reading.object);
    let roid = read_roid(reading, &mut fields)?;
    let id = roid::read_contact(&roid)?;
    let change = read(fields)?;
    Ok(Request::new(move |at: At| async move {
        let found = at.query(Find { id }).await?.answer;
        change.carry_out(&at, &found.view.contact.handle).await
    }))
}

/// What is to change about an account.
pub(in crate::nominet) struct Change {
    registrant: Registrant,
    address: Option<AddressChange>,
    first: Option<FirstPerson>,
    others: Vec<(&'static str, u8, Option<Person>)>,
    warnings: Vec<Refusal>,
}

/// What is to change about the first person.
#[derive(Default)]
pub(in crate::nominet) struct FirstPerson {
    pub(in crate::nominet) name: Option<Line>,
    pub(in crate::nominet) phone: Option<Option<Phone>>,
    pub(in crate::nominet) email: Option<Email>,
}

/// Reads what is to change: all that stands beside the number.
///
/// # Errors
/// As [`parse`].
pub(in crate::nominet) fn read(mut fields: Fields<'_, '_>) -> Result<Change, Refusals> {
    if let Some(name) = fields.take("name") {
        let refusal = Refusal::new(Outcome::RegistrantNameFixed).at(Field::ContactName);
        return Err(refusal.value(text(name)?).into());
    }
    let registrant = read_registrant(&mut fields)?;
    let address = fields.all("addr").into_iter().find(|element| element.children().next().is_some());
    let address = address.map(address::read).transpose()?;
    let (mut first, mut others, mut findings) = (None, Vec::new(), Findings::new());
    let mut warnings = Vec::new();
    for element in fields.all("contact") {
        match (kind_of(element), place_of(element), element.children().next()) {
            ("admin", 1, Some(update)) => {
                let (change, unkept) = read_first(update, &mut findings)?;
                first = Some(change);
                warnings.extend(unkept);
            }
            (kind, place, Some(_)) => {
                let (person, unkept) = person(element, &mut findings)?;
                others.push((kind, place, Some(person)));
                warnings.extend(unkept);
            }
            (kind, place, None) => others.push((kind, place, None)),
        }
    }
    fields.end()?;
    findings.finish(Change { registrant, address, first, others, warnings })
}

/// Reads what is to change about a person. Answers it with a warning of each field that is not kept.
///
/// # Errors
/// Faults against the schema.
pub(in crate::nominet) fn read_first(
    element: Element<'_, '_>,
    findings: &mut Findings,
) -> Result<(FirstPerson, Vec<Refusal>), Refusals> {
    let mut fields = Fields::of(element);
    let _number = fields.take("roid");
    let unkept = obsolete(&[fields.all("fax"), fields.all("mobile")].concat());
    let mut change = FirstPerson::default();
    if let Some(name) = fields.take("name").map(text).transpose()? {
        change.name = findings.take(Field::ContactName, Line::parse(&name, LONGEST_LINE));
    }
    if let Some(phone) = fields.take("phone").or_else(|| fields.take("voice")).map(text).transpose()? {
        let parse = |phone: &str| findings.take(Field::ContactVoice, Phone::parse(&e164(phone), None));
        change.phone = Some(Some(&*phone).filter(|phone| !phone.is_empty()).and_then(parse));
    }
    if let Some(email) = fields.take("email").map(text).transpose()? {
        change.email = findings.take(Field::ContactEmail, Email::parse(&email));
    }
    fields.end()?;
    Ok((change, unkept))
}

impl FirstPerson {
    /// As a change of the contact.
    pub(in crate::nominet) fn update(
        self,
        handle: &Handle,
        address: Option<AddressChange>,
        kind: PostalKind,
    ) -> Update {
        let has_postal = self.name.is_some() || address.is_some();
        let postal =
            PostalChange { kind, name: self.name.map(PersonName::from), organisation: None, address };
        Update {
            handle: handle.clone(),
            statuses: StatusChange::default(),
            postal: if has_postal { vec![postal] } else { Vec::new() },
            voice: self.phone,
            fax: None,
            email: self.email,
            disclosure: None,
            authinfo: None,
        }
    }
}

impl Change {
    /// Changes an account in one go: its own data, then who stands beside it.
    pub(in crate::nominet) async fn carry_out(
        self,
        at: &At,
        handle_of: &Handle,
    ) -> Result<Done<Answer>, Failure> {
        let info = Info { handle: handle_of.clone(), zone: None, proof: None };
        let details = at.query(info).await?.answer.contact.details;
        let main = details.main_postal().cloned();
        let kind = main.as_ref().map_or(PostalKind::Loc, |postal| postal.kind);
        let update = self.first.unwrap_or_default().update(handle_of, self.address, kind);
        let (mut made, mut persons) = (Vec::new(), Vec::new());
        let number = at.ids.operation.0;
        for ((kind, place, person), count) in self.others.into_iter().zip(0..) {
            let create = match person.zip(main.clone()) {
                Some((person, postal)) => {
                    let address = AddressChange {
                        street: postal.street,
                        city: postal.city,
                        province: postal.province,
                        postal_code: postal.postal_code,
                        country: postal.country,
                    };
                    Some(person.create(Some(handle(number, count)?), &address, None))
                }
                None => None,
            };
            persons.push((kind, place, create.as_ref().and_then(|create| create.handle.clone())));
            made.extend(create);
        }
        let set = SetRegistrant { persons, ..self.registrant.change(handle_of.clone()) };
        let updates = if update.is_empty() { Vec::new() } else { vec![update] };
        let first = Together { first: Several(updates), then: Several(made) };
        let done = at.command(Together { first, then: set }).await?;
        Ok(done.map(|_| Answer::nothing()).warned(self.warnings))
    }
}

/// Characters of a line.
const LONGEST_LINE: usize = 255;
