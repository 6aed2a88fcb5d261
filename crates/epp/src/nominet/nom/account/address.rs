//! Addresses of accounts: street, locality, city, county, postcode, country.

use engine::{
    Field, Findings, Refusal, Refusals,
    model::{Country, Line, Postal},
    ops::contact::AddressChange,
};
use wire::xml::{Element, Writer};

use super::info::Marks;
use crate::nominet::fields::{Fields, text};

/// Reads an address.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(super) fn read(element: Element<'_, '_>) -> Result<AddressChange, Refusals> {
    let mut fields = Fields::of(element);
    let mut findings = Findings::new();
    let mut street = Vec::new();
    for name in ["street", "locality"] {
        street.extend(optional(&mut fields, name, Field::ContactStreet, &mut findings)?);
    }
    let city = text(fields.required("city")?)?;
    let city = findings.take(Field::ContactCity, line(&city));
    let province = optional(&mut fields, "county", Field::ContactProvince, &mut findings)?;
    let postal_code = optional(&mut fields, "postcode", Field::ContactPostalCode, &mut findings)?;
    let country = text(fields.required("country")?)?;
    let country = findings.take(Field::ContactCountry, Country::parse(&country));
    fields.end()?;
    findings.end()?;
    match city.zip(country) {
        Some((city, country)) => Ok(AddressChange { street, city, province, postal_code, country }),
        None => Err(Refusal::new(engine::Outcome::TextMissing).at(Field::ContactCity).into()),
    }
}

/// Writes an address.
pub(super) fn render(postal: &Postal, marks: Marks<'_>, xml: &mut Writer) {
    xml.open_with("account:addr", &[("type", "admin")]);
    let mut street = postal.street.iter();
    for name in ["account:street", "account:locality"] {
        if let Some(line) = street.next() {
            marks.leaf(name, Field::ContactStreet, line.as_str(), xml);
        }
    }
    marks.leaf("account:city", Field::ContactCity, postal.city.as_str(), xml);
    for (name, field, line) in [
        ("account:county", Field::ContactProvince, &postal.province),
        ("account:postcode", Field::ContactPostalCode, &postal.postal_code),
    ] {
        if let Some(line) = line {
            marks.leaf(name, field, line.as_str(), xml);
        }
    }
    marks.leaf("account:country", Field::ContactCountry, postal.country.as_str(), xml);
    xml.close();
}

fn optional(
    fields: &mut Fields<'_, '_>,
    name: &str,
    field: Field,
    findings: &mut Findings,
) -> Result<Option<Line>, Refusals> {
    let Some(element) = fields.take(name) else { return Ok(None) };
    let value = text(element)?;
    if value.is_empty() {
        return Ok(None);
    }
    Ok(findings.take(field, line(&value)))
}

fn line(text: &str) -> Result<Line, Refusal> {
    Line::parse(text, LONGEST_LINE)
}

/// Characters of a line.
const LONGEST_LINE: usize = 255;
