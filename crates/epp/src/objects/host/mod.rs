//! Hosts (RFC 5732).

pub(crate) mod check;
pub(crate) mod create;
pub(crate) mod delete;
pub(crate) mod info;
pub(crate) mod update;

use engine::{Field, Refusals, model::DomainName};

use super::values::Values;
use crate::{namespaces::HOST, syntax::Content};

/// The declaration of the prefix under which answers are written.
const DECLARED: &[(&str, &str)] = &[("xmlns:host", HOST)];

/// Addresses that one command may name; the house rules of the engine allow fewer for one host.
const MOST_ADDRESSES: usize = 50;

/// The name with which every command on one host begins.
fn read_name(content: &mut Content<'_, '_>, values: &mut Values) -> Result<Option<DomainName>, Refusals> {
    values.required(content, "name", Field::HostName, DomainName::parse)
}
