//! Names and addresses (`postalInfoType`, `chgPostalInfoType` and `addrType` of RFC 5733).

use engine::{
    Field, Refusals,
    model::{Country, Line, Postal, PostalKind},
    ops::contact::{AddressChange, PostalChange},
};
use wire::xml::{Element, Writer};

use crate::{
    namespaces::CONTACT,
    objects::values::Values,
    syntax::{Content, Words, required_word, token},
};

/// Reads an address that has to be complete.
///
/// # Errors
/// Faults against the schema.
pub(super) fn read(element: Element<'_, '_>, values: &mut Values) -> Result<Option<Postal>, Refusals> {
    let kind = required_word(element, "type", KINDS)?;
    let mut content = Content::beside(&["type"], element, CONTACT)?;
    let name = values.line(content.required("name")?, Field::ContactName)?;
    let organisation = read_organisation(&mut content, values)?.flatten();
    let address = read_address(content.required("addr")?, values)?;
    content.end()?;
    Ok(name.zip(address).map(|(name, address)| Postal {
        kind,
        name: name.into(),
        organisation,
        street: address.street,
        city: address.city,
        province: address.province,
        postal_code: address.postal_code,
        country: address.country,
    }))
}

/// Reads a change: what is not named stays, an empty organisation is removed.
///
/// # Errors
/// Faults against the schema.
pub(super) fn read_change(element: Element<'_, '_>, values: &mut Values) -> Result<PostalChange, Refusals> {
    let kind = required_word(element, "type", KINDS)?;
    let mut content = Content::beside(&["type"], element, CONTACT)?;
    let name = match content.optional("name")? {
        Some(name) => values.line(name, Field::ContactName)?,
        None => None,
    };
    let organisation = read_organisation(&mut content, values)?;
    let address = match content.optional("addr")? {
        Some(address) => read_address(address, values)?,
        None => None,
    };
    content.end()?;
    Ok(PostalChange { kind, name: name.map(Into::into), organisation, address })
}

/// Writes an address.
pub(super) fn render(postal: &Postal, xml: &mut Writer) {
    xml.open_with("contact:postalInfo", &[("type", postal.kind.name())]);
    xml.leaf("contact:name", postal.name.as_str());
    render_line("contact:org", postal.organisation.as_ref(), xml);
    xml.open("contact:addr");
    for line in &postal.street {
        xml.leaf("contact:street", line.as_str());
    }
    xml.leaf("contact:city", postal.city.as_str());
    render_line("contact:sp", postal.province.as_ref(), xml);
    render_line("contact:pc", postal.postal_code.as_ref(), xml);
    xml.leaf("contact:cc", postal.country.as_str());
    xml.close().close();
}

fn render_line(name: &'static str, line: Option<&Line>, xml: &mut Writer) {
    if let Some(line) = line {
        xml.leaf(name, line.as_str());
    }
}

fn read_organisation(
    content: &mut Content<'_, '_>,
    values: &mut Values,
) -> Result<Option<Option<Line>>, Refusals> {
    let organisation = content.optional("org")?;
    organisation.map(|element| values.blank_or_line(element, Field::ContactOrganisation)).transpose()
}

fn read_address(element: Element<'_, '_>, values: &mut Values) -> Result<Option<AddressChange>, Refusals> {
    let mut content = Content::of(element, CONTACT)?;
    let mut street = Vec::new();
    for line in content.many("street", MOST_STREET_LINES)? {
        street.extend(values.blank_or_line(line, Field::ContactStreet)?);
    }
    let city = values.line(content.required("city")?, Field::ContactCity)?;
    let province = match content.optional("sp")? {
        Some(province) => values.blank_or_line(province, Field::ContactProvince)?,
        None => None,
    };
    let postal_code = read_postal_code(&mut content, values)?;
    let country = values.required(&mut content, "cc", Field::ContactCountry, Country::parse)?;
    content.end()?;
    let placed = city.zip(country);
    Ok(placed.map(|(city, country)| AddressChange { street, city, province, postal_code, country }))
}

fn read_postal_code(content: &mut Content<'_, '_>, values: &mut Values) -> Result<Option<Line>, Refusals> {
    let Some(element) = content.optional("pc")? else { return Ok(None) };
    let text = token(element, &[])?;
    if text.is_empty() {
        return Ok(None);
    }
    Ok(values.take(Field::ContactPostalCode, Line::parse(&text, LONGEST_POSTAL_CODE)))
}

/// The two kinds of address.
pub(super) const KINDS: &Words<PostalKind> =
    &[(PostalKind::Int.name(), PostalKind::Int), (PostalKind::Loc.name(), PostalKind::Loc)];

/// Addresses of one contact, or changes of them: one of each kind.
pub(super) const MOST: usize = 2;

const MOST_STREET_LINES: usize = 3;

/// Characters of a postal code (`pcType`).
const LONGEST_POSTAL_CODE: usize = 16;
