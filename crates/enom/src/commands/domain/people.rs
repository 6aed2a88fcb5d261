//! The people of a domain, told whole: a prefix for each, and the same names behind it.

use engine::model::{Addressee, Details, DomainName, Line, Phone, Postal, Role};
use engine::ops::domain::Person;
use engine::ops::subaccount::Info;
use engine::{Failure, Field};

use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;
use crate::person::{self, Words};

/// Reads those of whom anything was sent.
pub(in crate::commands) fn read(params: &mut Params) -> Vec<Person> {
    let kinds = KINDS
        .iter()
        .filter(|(kind, _, _)| CORE.iter().any(|part| params.text(&format!("{kind}{part}")).is_some()));
    let kinds: Vec<_> = kinds.copied().collect();
    kinds.into_iter().filter_map(|kind| person(params, kind)).collect()
}

/// Reads one of them, if anything was sent of it.
pub(in crate::commands) fn one(params: &mut Params, kind: Kind) -> Option<Details> {
    let is_sent = CORE.iter().any(|part| params.text(&format!("{}{part}", kind.0)).is_some());
    is_sent.then(|| person(params, kind))?.map(|person| person.details)
}

pub(in crate::commands) type Kind = (&'static str, Role, Field);

fn person(params: &mut Params, (kind, role, field): Kind) -> Option<Person> {
    let details = person::read(params, kind, &WORDS, field)?;
    Some(Person { role, details })
}

/// The lines of name and address, by the names that stand behind the prefix.
pub(super) fn address(details: &Details) -> Vec<(&'static str, String)> {
    details.main_postal().map(lines).unwrap_or_default()
}

/// The same of an address alone.
pub(in crate::commands) fn lines(postal: &Postal) -> Vec<(&'static str, String)> {
    let line = |line: Option<&Line>| line.map(|line| line.as_str().to_owned()).unwrap_or_default();
    vec![
        ("OrganizationName", line(postal.organisation.as_ref())),
        ("FirstName", postal.name.first().to_owned()),
        ("LastName", postal.name.last().to_owned()),
        ("Address1", line(postal.street.first())),
        ("Address2", line(postal.street.get(1))),
        ("City", postal.city.as_str().to_owned()),
        ("StateProvince", line(postal.province.as_ref())),
        ("PostalCode", line(postal.postal_code.as_ref())),
        ("Country", postal.country.as_str().to_owned()),
    ]
}

/// What somebody is, and where to be reached beside the address.
pub(super) fn reach(details: &Details) -> [(&'static str, String); 5] {
    let number = |phone: Option<&Phone>| phone.map(|phone| phone.number().to_owned()).unwrap_or_default();
    let extension = details.voice.as_ref().and_then(Phone::extension).unwrap_or_default();
    let job = details.particulars.job_title.as_ref().map(Line::as_str).unwrap_or_default();
    [
        ("JobTitle", job.to_owned()),
        ("Phone", number(details.voice.as_ref())),
        ("PhoneExt", extension.to_owned()),
        ("Fax", number(details.fax.as_ref())),
        ("EmailAddress", details.email.as_str().to_owned()),
    ]
}

/// All of it, with who it is before each name.
pub(in crate::commands) fn cells(kind: &str, details: &Details) -> Fields {
    let named = |part: &str| format!("{kind}{part}");
    address(details)
        .into_iter()
        .chain(reach(details))
        .fold(Fields::new(), |fields, (part, value)| fields.one(named(part), value))
        .one(named("StateProvinceChoice"), province_choice(details))
}

/// Whether the part of the country in an address is a state or a province; nothing where there is none.
fn province_choice(details: &Details) -> &'static str {
    let province = details.main_postal().and_then(|postal| postal.province.as_ref());
    match (province, details.particulars.in_province) {
        (None, _) => "",
        (Some(_), true) => "P",
        (Some(_), false) => "S",
    }
}

/// What the account itself says of whom to write to about billing, in all roles; nobody, if it says nothing.
///
/// # Errors
/// A fault of the store.
pub(in crate::commands) async fn of_account(call: &Call<'_>) -> Result<Vec<Person>, Failure> {
    let book = call.query(Info { account: None }).await?.answer.book.unwrap_or_default();
    let Some(details) = book.billing.and_then(Addressee::into_details) else { return Ok(Vec::new()) };
    Ok(KINDS.iter().map(|(_, role, _)| Person { role: *role, details: details.clone() }).collect())
}

/// Those whom the zone of a domain has a place for. Many clients name everybody, whatever the zone.
pub(in crate::commands) fn placed(
    call: &Call<'_>,
    domain: &DomainName,
    mut people: Vec<Person>,
) -> Vec<Person> {
    if let Some(zone) = call.zone_of(domain) {
        people.retain(|person| zone.contacts.of(person.role).most > 0);
    }
    people
}

/// How each of them is called, the role, and the field that refusals point at.
pub(in crate::commands) const KINDS: [Kind; 4] = [
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
