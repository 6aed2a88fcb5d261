//! Extended attributes: what some registries want to know of a registrant beside what all want to know. What a zone asks for
//! follows from its policy; the names are those that clients send.
//!
//! The names for `.uk` are published. Where a zone takes proofs of identity, the names are made as those of other countries
//! are (`es_registrantidtype`); no answer of the service is known that has them.

mod asked;
mod told;

pub(crate) use asked::{Attribute, asked};
pub(crate) use told::{Told, shown};

/// The names for zones that tell registrants apart by type.
const LEGAL_TYPE: &str = "uk_legal_type";
const COMPANY_NUMBER: &str = "uk_reg_co_no";
const REGISTERED_FOR: &str = "registered_for";
const OPT_OUT: &str = "uk_reg_opt_out";
/// What stands behind the TLD in the names for zones that take proofs of identity: the kind, and the number.
const IDENTITY_KIND: &str = "_registrantidtype";
const IDENTITY: &str = "_registrantid";

/// The name of an attribute of a country: its letters, and what stands behind them.
fn of_country(zone: &engine::policy::Zone, ending: &str) -> String {
    let country = zone.name.labels().last().unwrap_or_default();
    format!("{country}{ending}")
}
