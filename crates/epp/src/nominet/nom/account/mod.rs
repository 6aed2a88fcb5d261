//! Accounts (nom-account): whoever holds domains.

pub(in crate::nominet) mod create;
pub(in crate::nominet) mod fork;
pub(in crate::nominet) mod info;
pub(in crate::nominet) mod lock;
pub(in crate::nominet) mod merge;
pub(in crate::nominet) mod update;

mod address;

use engine::Refusals;

use super::super::{
    commands::Reading,
    dialect::Subject,
    fields::{Fields, text},
};

/// The number of the account that a command is about.
///
/// # Errors
/// Faults against the schema.
fn read_roid(reading: &mut Reading<'_, '_, '_>, fields: &mut Fields<'_, '_>) -> Result<String, Refusals> {
    let roid = text(fields.required("roid")?)?.into_owned();
    reading.is_about(Subject::Account(roid.clone()));
    Ok(roid)
}
