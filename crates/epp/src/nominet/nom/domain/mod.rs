//! Domains (nom-domain).

pub(in crate::nominet) mod check;
pub(in crate::nominet) mod create;
pub(in crate::nominet) mod delete;
pub(in crate::nominet) mod info;
pub(in crate::nominet) mod list;
pub(in crate::nominet) mod lock;
pub(in crate::nominet) mod renew;
pub(in crate::nominet) mod transfer;
pub(in crate::nominet) mod unrenew;
pub(in crate::nominet) mod update;

mod servers;

use engine::{
    Field, Outcome, Refusal, Refusals,
    model::{DomainName, Period},
};

use super::super::{
    commands::Reading,
    dialect::Subject,
    fields::{Fields, domain_name, text},
};

/// The name with which every command on one domain begins.
///
/// # Errors
/// `domain_name_missing`; a bad name.
fn read_name(reading: &mut Reading<'_, '_, '_>, fields: &mut Fields<'_, '_>) -> Result<DomainName, Refusals> {
    let name = domain_name(fields.take("name"))?;
    reading.is_about(Subject::Domain(name.to_string()));
    Ok(DomainName::parse(&name).map_err(|refusal| refusal.at(Field::DomainName))?)
}

/// The period: two years unless another is named, in years or months.
///
/// # Errors
/// Faults against the schema; a bad period; `option_unimplemented` for another unit.
fn read_period(fields: &mut Fields<'_, '_>) -> Result<Option<Period>, Refusals> {
    let Some(element) = fields.take("period") else {
        return Ok(Period::parse("2", false).ok());
    };
    let in_months = match element.attribute("unit") {
        Some("y") | None => false,
        Some("m") => true,
        Some(unit) => {
            let refusal = Refusal::new(Outcome::OptionUnimplemented).at(Field::Period).value(unit);
            return Err(refusal.fact("option", "unit of a period").into());
        }
    };
    let period = Period::parse(&text(element)?, in_months).map_err(|refusal| refusal.at(Field::Period))?;
    Ok(Some(period))
}
