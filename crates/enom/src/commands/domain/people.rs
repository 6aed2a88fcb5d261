//! The people of a domain, told whole: a prefix for each, and the same names behind it.

use engine::Field;
use engine::model::Role;
use engine::ops::domain::Person;

use crate::params::Params;
use crate::person::{self, Words};

/// Reads those of whom anything was sent.
pub(super) fn read(params: &mut Params) -> Vec<Person> {
    let kinds = KINDS
        .iter()
        .filter(|(kind, _, _)| CORE.iter().any(|part| params.text(&format!("{kind}{part}")).is_some()));
    let kinds: Vec<_> = kinds.copied().collect();
    kinds.into_iter().filter_map(|kind| person(params, kind)).collect()
}

type Kind = (&'static str, Role, Field);

fn person(params: &mut Params, (kind, role, field): Kind) -> Option<Person> {
    let details = person::read(params, kind, &WORDS, field)?;
    Some(Person { role, details })
}

/// How each of them is called, the role, and the field that refusals point at.
const KINDS: [Kind; 4] = [
    ("Registrant", Role::Registrant, Field::Registrant),
    ("Admin", Role::Admin, Field::AdminContact),
    ("Tech", Role::Tech, Field::TechContact),
    ("AuxBilling", Role::Billing, Field::BillingContact),
];
const WORDS: Words = Words {
    first: "FirstName",
    last: "LastName",
    organisation: "OrganizationName",
    provinces: ["StateProvince", "StateProvince"],
};
/// What tells that somebody is spoken of.
const CORE: [&str; 8] =
    ["FirstName", "LastName", "Address1", "City", "PostalCode", "Country", "EmailAddress", "Phone"];
