//! Domains of the standards, with what Nominet adds.

pub(crate) mod check;
pub(crate) mod create;
pub(crate) mod delete;
pub(crate) mod info;
pub(crate) mod renew;
pub(crate) mod update;

pub(in crate::nominet) mod orders;

mod right;

use engine::{Outcome, Refusal};

use crate::namespaces::DOMAIN;

pub(in crate::nominet) use orders::{read_change, reg_status};

/// The declaration of the prefix under which answers are written.
const DECLARED: &[(&str, &str)] = &[("xmlns:domain", DOMAIN)];

/// That a field which the registry has no use for was sent.
pub(in crate::nominet) fn ignored(field: &str) -> Refusal {
    Refusal::new(Outcome::FieldIgnored).value(field)
}
