//! How an account is billed, and for whom its invoices are made.

use engine::model::{Country, CreditState, CustomerId, Line, Party, VatNumber};
use engine::{Field, Refusal};
use serde::Deserialize;
use serde_json::{Value, json};

use super::problem::Problem;

/// For whom invoices are made, as JSON has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenParty {
    name: String,
    #[serde(default)]
    street: Vec<String>,
    city: String,
    postal_code: Option<String>,
    country: String,
    company_number: Option<String>,
    tax_number: Option<String>,
}

impl WrittenParty {
    pub(super) fn read(&self) -> Result<Party, Problem> {
        let optional =
            |text: &Option<String>, field| text.as_deref().map(|text| line(text, field)).transpose();
        let street = self.street.iter().map(|text| line(text, Field::ContactStreet));
        Ok(Party {
            name: line(&self.name, Field::ContactName)?,
            street: street.collect::<Result<_, _>>()?,
            city: line(&self.city, Field::ContactCity)?,
            postal_code: optional(&self.postal_code, Field::ContactPostalCode)?,
            country: Country::parse(&self.country).map_err(|refusal| wrong(&self.country, &refusal))?,
            company_number: optional(&self.company_number, Field::ContactOrganisation)?,
            tax_number: self.tax_number.as_deref().map(tax_number).transpose()?,
        })
    }
}

/// The state of a credit by its name.
pub(super) fn credit(text: &String) -> Result<CreditState, Problem> {
    let names = || CreditState::ALL.map(CreditState::name).join(", ");
    CreditState::parse(text)
        .ok_or_else(|| Problem::value("credit", text, format_args!("it is one of {}", names())))
}

/// A customer number.
pub(super) fn customer(number: &Option<i64>) -> Option<CustomerId> {
    number.map(CustomerId)
}

/// A party as it is shown.
pub(super) fn party(party: &Party) -> Value {
    let text = |line: &Option<Line>| line.as_ref().map(|line| line.as_str().to_owned());
    json!({
        "name": party.name.as_str(),
        "street": party.street.iter().map(Line::as_str).collect::<Vec<_>>(),
        "city": party.city.as_str(),
        "postal_code": text(&party.postal_code),
        "country": party.country.as_str(),
        "company_number": text(&party.company_number),
        "tax_number": party.tax_number.as_ref().map(VatNumber::as_str),
    })
}

fn line(text: &str, field: Field) -> Result<Line, Problem> {
    Line::parse(text, LONGEST_LINE).map_err(|refusal| wrong(text, &refusal.at(field)))
}

fn tax_number(text: &str) -> Result<VatNumber, Problem> {
    let reason = "a tax number has the letters of its country, then 2 to 13 letters and digits";
    VatNumber::parse(text).ok_or_else(|| Problem::value("billing", text, reason))
}

fn wrong(value: &str, refusal: &Refusal) -> Problem {
    Problem::value("billing", value, refusal.reason())
}

const LONGEST_LINE: usize = 255;
