//! What a zone with sets of name servers asks of them.

use serde::Deserialize;

use super::{BarredNames, Span};

/// What a zone with sets of name servers asks of them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct NssetPolicy {
    /// Whether new sets are taken.
    pub open: bool,
    /// How many servers a set has.
    pub servers: Span,
    /// How many technical contacts a set has.
    pub contacts: Span,
    /// Whether sets change hands.
    pub transfer: bool,
    /// Names that cannot be had.
    pub barred: BarredNames,
}

impl Default for NssetPolicy {
    fn default() -> Self {
        Self {
            open: true,
            servers: Span::new(2, 10),
            contacts: Span::new(0, 10),
            transfer: true,
            barred: BarredNames::default(),
        }
    }
}
