//! What a contact says as a registrant (contact-nom-ext, and the fields of the same names in nom-account).

use engine::{
    Field, Findings, Refusals,
    model::{CompanyNumber, Handle, Line, Particulars, RegistrantType},
    ops::contact::SetRegistrant,
};

use crate::nominet::fields::{Fields, text};

/// What is said, or is to change; `Some(None)` clears.
#[derive(Clone, Debug, Default)]
pub(in crate::nominet) struct Registrant {
    pub(in crate::nominet) trade_name: Option<Option<Line>>,
    pub(in crate::nominet) kind: Option<RegistrantType>,
    pub(in crate::nominet) company_number: Option<Option<CompanyNumber>>,
    pub(in crate::nominet) opt_out: Option<bool>,
}

impl Registrant {
    /// As a new contact keeps it.
    pub(in crate::nominet) fn particulars(self) -> Particulars {
        Particulars {
            trade_name: self.trade_name.flatten(),
            registrant_type: self.kind,
            company_number: self.company_number.flatten(),
            opt_out: self.opt_out.unwrap_or_default(),
            ..Particulars::default()
        }
    }

    /// As a change of a contact.
    pub(in crate::nominet) fn change(self, handle: Handle) -> SetRegistrant {
        SetRegistrant {
            trade_name: self.trade_name,
            registrant_type: self.kind,
            company_number: self.company_number,
            opt_out: self.opt_out,
            ..SetRegistrant::of(handle)
        }
    }
}

/// Reads what stands among the children of an element.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(in crate::nominet) fn read(fields: &mut Fields<'_, '_>) -> Result<Registrant, Refusals> {
    let mut findings = Findings::new();
    let mut registrant = Registrant::default();
    if let Some(name) = fields.take("trad-name").map(text).transpose()? {
        let line = Some(&*name).filter(|name| !name.is_empty());
        let parse = |name: &str| findings.take(Field::ContactTradeName, Line::parse(name, LONGEST_NAME));
        registrant.trade_name = Some(line.and_then(parse));
    }
    if let Some(kind) = fields.take("type").map(text).transpose()?.filter(|kind| !kind.is_empty()) {
        registrant.kind = findings.take(Field::ContactType, RegistrantType::parse(&kind));
    }
    if let Some(number) = fields.take("co-no").map(text).transpose()? {
        let number = Some(&*number).filter(|number| !number.is_empty());
        let parse = |number: &str| findings.take(Field::ContactCompanyNumber, CompanyNumber::parse(number));
        registrant.company_number = Some(number.and_then(parse));
    }
    let opt_out = fields.take("opt-out").map(text).transpose()?.filter(|flag| !flag.is_empty());
    registrant.opt_out = opt_out.map(|flag| flag.eq_ignore_ascii_case("y"));
    findings.finish(registrant)
}

/// Characters of a trading name.
const LONGEST_NAME: usize = 255;
