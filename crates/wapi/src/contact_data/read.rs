//! A contact's items in a request.

use engine::model::{
    CompanyNumber, ContactItem, Country, DeliveryAddress, Details, Email, Identity, IdentityKind, Line,
    Particulars, PersonName, Postal, PostalKind, TaxNumber,
};
use engine::{Field, Outcome, Refusal};

use super::{FLAGS, phone};
use crate::params::Params;

/// Reads what a contact says, in the order in which the manual lists its items; the order decides the code if several are
/// wrong. What is left out or empty is not said.
pub(crate) fn read(contact: &mut Params) -> Option<Details> {
    let organisation = contact.read("company", Field::ContactOrganisation, line);
    let name = read_name(contact);
    let email = needed(contact, "email", Field::ContactEmail, Email::parse);
    let second_email = contact.read("email2", Field::ContactSecondEmail, Email::parse);
    let voice = contact.read("phone", Field::ContactVoice, phone);
    let fax = contact.read("fax", Field::ContactFax, phone);
    let company_number = contact.read("ic", Field::ContactCompanyNumber, CompanyNumber::parse);
    let tax_number = contact.read("dic", Field::ContactTaxNumber, TaxNumber::parse);
    let postal = read_postal(contact, name, organisation);
    let particulars = Particulars {
        second_email,
        company_number,
        tax_number,
        identity: read_identity(contact),
        notify_email: contact.read("notify_email", Field::ContactNotifyEmail, Email::parse),
        delivery_address: read_delivery_address(contact),
        ..Particulars::default()
    };
    let hidden = read_flags(contact);

    let mut details =
        Details { postal: vec![postal?], voice, fax, email: email?, disclosure: None, particulars };
    details.hide(&hidden);
    Some(details)
}

/// An item that no contact is without, whatever its zone asks for.
fn needed<T>(
    contact: &mut Params,
    name: &'static str,
    field: Field,
    parse: impl FnOnce(&str) -> Result<T, Refusal>,
) -> Option<T> {
    if !contact.has(name) {
        contact.add(Refusal::new(Outcome::TextMissing).at(field));
    }
    contact.read(name, field, parse)
}

fn read_name(contact: &mut Params) -> Option<PersonName> {
    let first = needed(contact, "fname", Field::ContactFirstName, line);
    let last = needed(contact, "lname", Field::ContactLastName, line);
    contact.take(Field::ContactName, PersonName::of_parts(&first?, &last?))
}

fn read_postal(contact: &mut Params, name: Option<PersonName>, organisation: Option<Line>) -> Option<Postal> {
    let street = contact.read("addr_street", Field::ContactStreet, line);
    let city = needed(contact, "addr_city", Field::ContactCity, line);
    let postal_code = contact.read("addr_zip", Field::ContactPostalCode, postal_code);
    let country = needed(contact, "addr_country", Field::ContactCountry, Country::parse);
    let province = contact.read("addr_state", Field::ContactProvince, line);
    let postal = Postal {
        kind: PostalKind::Loc,
        name: name?,
        organisation,
        street: street.into_iter().collect(),
        city: city?,
        province,
        postal_code,
        country: country?,
    };
    Some(postal.of_fitting_kind())
}

/// A type and a value, or neither.
fn read_identity(contact: &mut Params) -> Option<Identity> {
    if !contact.has("ident_type") && !contact.has("ident") {
        return None;
    }
    let kind = needed(contact, "ident_type", Field::ContactIdentity, IdentityKind::parse);
    let parse = |value: &str| kind.map(|kind| Identity::parse(kind, value)).transpose();
    needed(contact, "ident", Field::ContactIdentity, parse)?
}

/// All of its parts, or none.
fn read_delivery_address(contact: &mut Params) -> Option<DeliveryAddress> {
    let parts = ["del_addr_street", "del_addr_city", "del_addr_zip", "del_addr_country"];
    if !parts.iter().any(|part| contact.has(part)) {
        return None;
    }
    let [street, city, zip, land] = parts;
    let field = Field::ContactDeliveryAddress;
    let street = needed(contact, street, field, line);
    let city = needed(contact, city, field, line);
    let postal_code = needed(contact, zip, field, postal_code);
    let country = needed(contact, land, field, Country::parse);
    Some(DeliveryAddress { street: street?, city: city?, postal_code: postal_code?, country: country? })
}

fn read_flags(contact: &mut Params) -> Vec<ContactItem> {
    let set = FLAGS.into_iter().filter(|(name, _)| {
        contact.read(name, Field::ContactDisclosure, |text| flag(name, text)).unwrap_or_default()
    });
    set.map(|(_, item)| item).collect()
}

fn flag(name: &'static str, text: &str) -> Result<bool, Refusal> {
    match text {
        "1" | "true" => Ok(true),
        "0" | "false" => Ok(false),
        other => {
            let refusal = Refusal::new(Outcome::ParameterMismatch).value(other).fact("parameter", name);
            Err(refusal.fact("reason", "it is 1 or 0"))
        }
    }
}

fn line(text: &str) -> Result<Line, Refusal> {
    Line::parse(text, LONGEST_LINE)
}

fn postal_code(text: &str) -> Result<Line, Refusal> {
    Line::parse(text, LONGEST_POSTAL_CODE)
}

/// As long as EPP takes them, because the same contact is seen there.
const LONGEST_LINE: usize = 255;
const LONGEST_POSTAL_CODE: usize = 16;
