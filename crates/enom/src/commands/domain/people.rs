//! The people of a domain, told whole: a prefix for each, and the same names behind it.

use engine::model::{
    Addressee, Country, Details, Email, Line, Particulars, PersonName, Phone, Postal, PostalKind, Role,
};
use engine::ops::domain::Person;
use engine::ops::subaccount::Info;
use engine::{Failure, Field, Findings, Outcome, Refusal};

use crate::call::Call;
use crate::params::Params;

/// Reads those of whom anything was sent.
pub(super) fn read(params: &mut Params) -> Vec<Person> {
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
    let mut reader = Reader { params, kind, findings: Findings::new() };
    let details = reader.details();
    let found = reader.findings.end().err();
    for refusal in found.iter().flat_map(engine::Refusals::iter) {
        let item = refusal.field.map_or("data", Field::title);
        params.add(Refusal { field: Some(field), ..refusal.clone().fact("item", item) });
    }
    Some(Person { role, details: details? })
}

/// Reads one of the people, and notes what is wrong with what is said of it.
struct Reader<'p> {
    params: &'p Params,
    kind: &'static str,
    findings: Findings,
}

impl Reader<'_> {
    fn details(&mut self) -> Option<Details> {
        let postal = self.postal();
        let voice = self.read("Phone", Field::ContactVoice, phone);
        let fax = self.read("Fax", Field::ContactFax, phone);
        let email = self.need("EmailAddress", Field::ContactEmail, Email::parse)?;
        let (disclosure, particulars) = (None, Particulars::default());
        Some(Details { postal: vec![postal?.of_fitting_kind()], voice, fax, email, disclosure, particulars })
    }

    fn postal(&mut self) -> Option<Postal> {
        let first = self.need("FirstName", Field::ContactFirstName, line);
        let last = self.need("LastName", Field::ContactLastName, line);
        let organisation = self.read("OrganizationName", Field::ContactOrganisation, line);
        let street = self.need("Address1", Field::ContactStreet, line);
        let more = self.read("Address2", Field::ContactStreet, line);
        let city = self.need("City", Field::ContactCity, line);
        let province = self.read("StateProvince", Field::ContactProvince, line);
        let postal_code =
            self.read("PostalCode", Field::ContactPostalCode, |text| Line::parse(text, LONGEST_CODE));
        let country = self.need("Country", Field::ContactCountry, Country::parse);
        let name = PersonName::of_parts(&first?, &last?);
        let name = self.findings.take(Field::ContactName, name)?;
        let street = street.into_iter().chain(more).collect();
        let kind = PostalKind::Loc;
        Some(Postal {
            kind,
            name,
            organisation,
            street,
            city: city?,
            province,
            postal_code,
            country: country?,
        })
    }

    fn need<T>(&mut self, part: &str, field: Field, parse: fn(&str) -> Result<T, Refusal>) -> Option<T> {
        let value = self.params.text(&format!("{}{part}", self.kind));
        let read = value.map_or_else(|| Err(Refusal::new(Outcome::TextMissing)), parse);
        self.findings.take(field, read)
    }

    fn read<T>(&mut self, part: &str, field: Field, parse: fn(&str) -> Result<T, Refusal>) -> Option<T> {
        let value = self.params.text(&format!("{}{part}", self.kind))?;
        self.findings.take(field, parse(value))
    }
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

/// Whether a state or province is part of an address.
pub(super) fn has_province(details: &Details) -> bool {
    details.main_postal().is_some_and(|postal| postal.province.is_some())
}

/// What the account itself says of whom to write to about billing, in all roles; nobody, if it says nothing.
///
/// # Errors
/// A fault of the store.
pub(super) async fn of_account(call: &Call<'_>) -> Result<Vec<Person>, Failure> {
    let book = call.query(Info { account: None }).await?.answer.book.unwrap_or_default();
    let Some(details) = book.billing.and_then(details_of) else { return Ok(Vec::new()) };
    Ok(KINDS.iter().map(|(_, role, _)| Person { role: *role, details: details.clone() }).collect())
}

fn details_of(addressee: Addressee) -> Option<Details> {
    let Addressee { postal, voice, fax, email } = addressee;
    let (disclosure, particulars) = (None, Particulars::default());
    Some(Details { postal: vec![postal?], voice, fax, email: email?, disclosure, particulars })
}

/// The sign at the front of a number reaches a server as a blank where it was not encoded.
fn phone(text: &str) -> Result<Phone, Refusal> {
    let text = text.strip_prefix(' ').map_or_else(|| text.to_owned(), |rest| format!("+{rest}"));
    Phone::parse(text.trim(), None)
}

fn line(text: &str) -> Result<Line, Refusal> {
    Line::parse(text.trim(), LONGEST)
}

/// How each of them is called, the role, and the field that refusals point at.
pub(in crate::commands) const KINDS: [Kind; 4] = [
    ("Registrant", Role::Registrant, Field::Registrant),
    ("Admin", Role::Admin, Field::AdminContact),
    ("Tech", Role::Tech, Field::TechContact),
    ("AuxBilling", Role::Billing, Field::BillingContact),
];
/// What tells that somebody is spoken of.
const CORE: [&str; 8] =
    ["FirstName", "LastName", "Address1", "City", "PostalCode", "Country", "EmailAddress", "Phone"];
/// Characters of a line, and of a postal code.
const LONGEST: usize = 60;
const LONGEST_CODE: usize = 16;
