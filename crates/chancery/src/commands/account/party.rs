//! For whom invoices are made, on the command line.

use anyhow::{Result, anyhow, bail};
use engine::model::{Country, Line, Party, VatNumber};
use engine::{Field, Refusal};

/// Who it is. Invoices need at least a name, a city and a country.
#[derive(Debug, clap::Args)]
pub(super) struct PartyArgs {
    /// A line of the street address; can be given several times.
    #[arg(long, value_name = "LINE")]
    street: Vec<String>,
    /// The city.
    #[arg(long)]
    city: Option<String>,
    /// The postal code.
    #[arg(long, value_name = "CODE")]
    postal_code: Option<String>,
    /// The country, by its two letters.
    #[arg(long, value_name = "CC")]
    country: Option<String>,
    /// The number in the register of companies.
    #[arg(long, value_name = "NUMBER")]
    company_number: Option<String>,
    /// The tax number with the letters of its country, such as CZ12345678.
    #[arg(long, value_name = "NUMBER", value_parser = tax_number)]
    tax_number: Option<VatNumber>,
}

impl PartyArgs {
    /// Whether anything of it is given.
    pub(super) fn is_given(&self) -> bool {
        let texts = [&self.city, &self.postal_code, &self.country, &self.company_number];
        texts.iter().any(|text| text.is_some()) || !self.street.is_empty() || self.tax_number.is_some()
    }

    /// The party of this name.
    ///
    /// # Errors
    /// Something of it is missing or makes no sense.
    pub(super) fn party(&self, name: &str) -> Result<Party> {
        let (Some(city), Some(country)) = (&self.city, &self.country) else {
            bail!("an invoice needs the city and the country of whom it is for: give --city and --country");
        };
        let optional =
            |text: &Option<String>, field| text.as_deref().map(|text| line(text, field)).transpose();
        let street = self.street.iter().map(|text| line(text, Field::ContactStreet));
        Ok(Party {
            name: line(name, Field::ContactName)?,
            street: street.collect::<Result<_>>()?,
            city: line(city, Field::ContactCity)?,
            postal_code: optional(&self.postal_code, Field::ContactPostalCode)?,
            country: Country::parse(country).map_err(said)?,
            company_number: optional(&self.company_number, Field::ContactOrganisation)?,
            tax_number: self.tax_number.clone(),
        })
    }
}

fn line(text: &str, field: Field) -> Result<Line> {
    Line::parse(text, LONGEST_LINE).map_err(|refusal| said(refusal.at(field)))
}

#[allow(clippy::needless_pass_by_value, reason = "an adapter for map_err")]
fn said(refusal: Refusal) -> anyhow::Error {
    anyhow!(refusal.reason())
}

fn tax_number(text: &str) -> Result<VatNumber, String> {
    let reason = "write the letters of the country, then 2 to 13 letters and digits";
    VatNumber::parse(text).ok_or_else(|| reason.to_owned())
}

const LONGEST_LINE: usize = 255;
