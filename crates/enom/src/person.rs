//! Somebody who is told whole, in parameters with a prefix that says who.

use engine::model::{Country, Details, Email, Line, Particulars, PersonName, Phone, Postal, PostalKind};
use engine::{Field, Findings, Outcome, Refusal};

use crate::params::Params;

/// What parts of a person are called, behind the prefix: commands differ in some.
pub(crate) struct Words {
    pub(crate) first: &'static str,
    pub(crate) last: &'static str,
    pub(crate) organisation: &'static str,
    /// The state, and a province where that is another parameter.
    pub(crate) provinces: [&'static str; 2],
}

/// Reads a person; what is wrong with it points at `field`.
pub(crate) fn read(params: &mut Params, kind: &'static str, words: &Words, field: Field) -> Option<Details> {
    let mut reader = Reader { params, kind, words, findings: Findings::new() };
    let details = reader.details();
    let Reader { findings, .. } = reader;
    params.add_parts(field, findings);
    details
}

/// Reads one of the people, and notes what is wrong with what is said of it.
struct Reader<'p> {
    params: &'p Params,
    kind: &'static str,
    words: &'p Words,
    findings: Findings,
}

impl Reader<'_> {
    fn details(&mut self) -> Option<Details> {
        let postal = self.postal();
        let extension = self.text("PhoneExt").map(|text| text.trim().to_owned());
        let voice = self.read("Phone", Field::ContactVoice, |text| phone(text, extension.as_deref()));
        let fax = self.read("Fax", Field::ContactFax, |text| phone(text, None));
        let job_title = self.read("JobTitle", Field::ContactJobTitle, line);
        let email = self.need("EmailAddress", Field::ContactEmail, Email::parse)?;
        let postal = postal?.of_fitting_kind();
        let in_province = postal.province.is_some() && self.is_province_chosen();
        let particulars = Particulars { job_title, in_province, ..Particulars::default() };
        Some(Details { postal: vec![postal], voice, fax, email, disclosure: None, particulars })
    }

    /// `S` for a state, which is what it is taken for otherwise, or `P`.
    fn is_province_chosen(&self) -> bool {
        let choice = self.text("StateProvinceChoice");
        choice.is_some_and(|choice| choice.trim().eq_ignore_ascii_case("P"))
    }

    fn postal(&mut self) -> Option<Postal> {
        let first = self.need(self.words.first, Field::ContactFirstName, line);
        let last = self.need(self.words.last, Field::ContactLastName, line);
        let organisation = self.read(self.words.organisation, Field::ContactOrganisation, line);
        let street = self.need("Address1", Field::ContactStreet, line);
        let more = self.read("Address2", Field::ContactStreet, line);
        let city = self.need("City", Field::ContactCity, line);
        let [state, province] = self.words.provinces;
        let state = self.read(state, Field::ContactProvince, line);
        let province = state.or_else(|| self.read(province, Field::ContactProvince, line));
        let postal_code =
            self.read("PostalCode", Field::ContactPostalCode, |text| Line::parse(text.trim(), LONGEST_CODE));
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
        let read = self.text(part).map_or_else(|| Err(Refusal::new(Outcome::TextMissing)), parse);
        self.findings.take(field, read)
    }

    fn read<T>(
        &mut self,
        part: &str,
        field: Field,
        parse: impl FnOnce(&str) -> Result<T, Refusal>,
    ) -> Option<T> {
        let read = parse(self.text(part)?);
        self.findings.take(field, read)
    }

    fn text(&self, part: &str) -> Option<&str> {
        self.params.text(&format!("{}{part}", self.kind))
    }
}

/// The sign at the front of a number reaches a server as a blank where it was not encoded.
fn phone(text: &str, extension: Option<&str>) -> Result<Phone, Refusal> {
    let text = text.strip_prefix(' ').map_or_else(|| text.to_owned(), |rest| format!("+{rest}"));
    Phone::parse(text.trim(), extension)
}

fn line(text: &str) -> Result<Line, Refusal> {
    Line::parse(text.trim(), LONGEST)
}

/// Characters of a line, and of a postal code.
const LONGEST: usize = 60;
const LONGEST_CODE: usize = 16;
