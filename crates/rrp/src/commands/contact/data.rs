//! What a contact says, as parameters.

use engine::model::{
    Country, Details, Email, Handle, Line, Particulars, PersonName, Phone, Postal, PostalKind,
};
use engine::{Field, Outcome, Refusal};

use crate::params::{Params, missing};

/// The contact that a command is about.
pub(super) fn handle(params: &mut Params) -> Option<Handle> {
    params.need("CONTACT", Field::ContactId, Handle::parse)
}

/// All that a new contact says.
pub(super) fn details(params: &mut Params) -> Option<Details> {
    let postal = postal(params);
    let voice = params.need("PHONE", Field::ContactVoice, phone);
    let fax = params.read("FAX", Field::ContactFax, phone);
    let email = params.need("EMAIL", Field::ContactEmail, Email::parse);
    let ((postal, voice), email) = postal.zip(voice).zip(email)?;
    Some(Details {
        postal: vec![postal.of_fitting_kind()],
        voice: Some(voice),
        fax,
        email,
        disclosure: None,
        particulars: Particulars::default(),
    })
}

/// Takes what contacts have elsewhere and not here, and orders for checks that are not made here.
pub(super) fn ignore(params: &mut Params) {
    params.ignore(&["TITLE", "VALIDATION", "PREVERIFY", "AUTODELETE", "SUBUSER"]);
}

fn postal(params: &mut Params) -> Option<Postal> {
    let organisation = params.read("ORGANIZATION", Field::ContactOrganisation, line);
    let name = match name(params) {
        None if organisation.is_none() => {
            params.add(missing("FIRSTNAME", Field::ContactName));
            None
        }
        None => organisation.clone().map(PersonName::from),
        name => name,
    };
    let street = params.each("STREET", Field::ContactStreet, line);
    if street.is_empty() {
        params.add(missing("STREET", Field::ContactStreet));
    }
    let city = params.need("CITY", Field::ContactCity, line);
    let province = params.read("STATE", Field::ContactProvince, line);
    let postal_code = params.need("ZIP", Field::ContactPostalCode, postal_code);
    let country = params.need("COUNTRY", Field::ContactCountry, Country::parse);
    let (((name, city), postal_code), country) = name.zip(city).zip(postal_code).zip(country)?;
    let postal_code = Some(postal_code);
    Some(Postal { kind: PostalKind::Loc, name, organisation, street, city, province, postal_code, country })
}

/// A name: whole, or in parts.
pub(super) fn name(params: &mut Params) -> Option<PersonName> {
    let whole = params.read("NAME", Field::ContactName, line);
    let first = params.read("FIRSTNAME", Field::ContactFirstName, line);
    let middle = params.read("MIDDLENAME", Field::ContactFirstName, line);
    let last = params.read("LASTNAME", Field::ContactLastName, line);
    let first = match (first, middle) {
        (Some(first), Some(middle)) => {
            let both = line(&format!("{} {}", first.as_str(), middle.as_str()));
            params.take(Field::ContactFirstName, both)
        }
        (first, middle) => first.or(middle),
    };
    match (first, last) {
        (Some(first), Some(last)) => params.take(Field::ContactName, PersonName::of_parts(&first, &last)),
        (first, last) => first.or(last).or(whole).map(PersonName::from),
    }
}

/// A line of an address.
pub(super) fn line(text: &str) -> Result<Line, Refusal> {
    Line::parse(text.trim(), LONGEST)
}

/// A postal code.
pub(super) fn postal_code(text: &str) -> Result<Line, Refusal> {
    Line::parse(text.trim(), LONGEST_POSTAL_CODE)
}

/// A telephone number, with an extension behind `x` if it has one.
pub(super) fn phone(text: &str) -> Result<Phone, Refusal> {
    let (number, extension) =
        text.split_once('x').map_or((text, None), |(number, rest)| (number, Some(rest)));
    Phone::parse(number, extension).map_err(|_| Refusal::new(Outcome::PhoneMalformed).value(text))
}

/// A telephone number as it is read.
pub(super) fn shown(phone: &Phone) -> String {
    let extension = phone.extension().map(|extension| format!("x{extension}"));
    format!("{}{}", phone.number(), extension.unwrap_or_default())
}

/// Characters of a line, and of a postal code (RFC 5733).
const LONGEST: usize = 255;
const LONGEST_POSTAL_CODE: usize = 16;
