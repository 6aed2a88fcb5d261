//! What a zone asks of a contact.

use outcomes::{Field, Outcome};

use crate::{
    Findings, Refusal,
    model::{ContactItem, Details, Line, Postal},
    policy::Zone,
};

/// Notes what a contact lacks for a zone, and what it says that the zone does not take.
pub(in crate::ops) fn check(zone: &Zone, details: &Details, findings: &mut Findings) {
    let rules = &zone.contact;
    let missing = |item: ContactItem| Refusal::new(Outcome::TextMissing).at(item.field());
    for item in rules.required.iter().filter(|item| !details.says(**item)) {
        findings.add(missing(*item));
    }
    for item in rules.refused.iter().filter(|item| details.says(**item)) {
        findings.add(Refusal::new(Outcome::ContactItemRefused).at(item.field()).fact("zone", &zone.name));
    }
    for postal in &details.postal {
        check_postal(zone, postal, findings);
    }
    check_identity(zone, details, findings);
}

fn check_postal(zone: &Zone, postal: &Postal, findings: &mut Findings) {
    let (rules, country) = (&zone.contact, postal.country);
    if !rules.takes_country(country) {
        let refusal = Refusal::new(Outcome::CountryRefused).at(Field::ContactCountry).value(country.as_str());
        findings.add(refusal.fact("zone", &zone.name));
    }
    if postal.province.is_none() && rules.province_in.contains(&country) {
        findings.add(Refusal::new(Outcome::TextMissing).at(Field::ContactProvince));
    }
    if postal.postal_code.is_none() && rules.postal_code_in.contains(&country) {
        findings.add(Refusal::new(Outcome::TextMissing).at(Field::ContactPostalCode));
    }
    check_postal_code(zone, postal, findings);
}

/// Notes postal codes that are none of their country.
pub(in crate::ops) fn check_postal_codes(zone: &Zone, details: &Details, findings: &mut Findings) {
    for postal in &details.postal {
        check_postal_code(zone, postal, findings);
    }
}

fn check_postal_code(zone: &Zone, postal: &Postal, findings: &mut Findings) {
    let Some(code) = postal.postal_code.as_ref().map(Line::as_str) else { return };
    if !zone.contact.postal_codes.hold(postal.country, code) {
        let refusal = Refusal::new(Outcome::PostalCodeMalformed).at(Field::ContactPostalCode);
        findings.add(refusal.value(code).fact("country", postal.country.as_str()));
    }
}

/// Whoever proves the identity of an organisation has to name one.
fn check_identity(zone: &Zone, details: &Details, findings: &mut Findings) {
    let Some(identity) = &details.particulars.identity else { return };
    let kind = identity.kind();
    if !zone.contact.identities.contains(&kind) {
        let refusal = Refusal::new(Outcome::IdentityTypeRefused).at(Field::ContactIdentity);
        findings.add(refusal.value(kind.name()).fact("zone", &zone.name));
    } else if kind.is_of_organisation() && !details.says(ContactItem::Organisation) {
        findings.add(Refusal::new(Outcome::TextMissing).at(Field::ContactOrganisation));
    }
}
