//! Domains (RFC 5731).

pub(crate) mod check;
pub(crate) mod create;
pub(crate) mod delete;
pub(crate) mod info;
pub(crate) mod renew;
pub(crate) mod transfer;
pub(crate) mod update;

mod contacts;
mod name_servers;
mod period;

pub(crate) use info::HostsFilter;

use engine::{Field, Refusals, model::DomainName};

use super::values::Values;
use crate::{namespaces::DOMAIN, syntax::Content};

/// The declaration of the prefix under which answers are written.
const DECLARED: &[(&str, &str)] = &[("xmlns:domain", DOMAIN)];

/// The name with which every command on one domain begins.
fn read_name(content: &mut Content<'_, '_>, values: &mut Values) -> Result<Option<DomainName>, Refusals> {
    values.required(content, "name", Field::DomainName, DomainName::parse)
}
