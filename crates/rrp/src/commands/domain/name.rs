//! The domain that a command is about.

use engine::model::DomainName;
use engine::{Field, Refusal};

use crate::params::Params;

/// Reads `domain`, without which there is nothing to do.
pub(super) fn entity(params: &mut Params) -> Option<DomainName> {
    let text = params.entity("DOMAIN", Field::DomainName)?;
    params.take(Field::DomainName, parse(&text))
}

/// Reads `domain`, a parameter among others.
pub(super) fn need(params: &mut Params) -> Option<DomainName> {
    params.need("DOMAIN", Field::DomainName, parse)
}

/// A name with or without the dot at its end.
///
/// # Errors
/// `domain_name_malformed`.
pub(in crate::commands) fn parse(text: &str) -> Result<DomainName, Refusal> {
    DomainName::parse(text.strip_suffix('.').unwrap_or(text))
}
