//! The protocols whose answers can be explained. Another one is a file like `epp.rs` and a line in the table.

use roxmltree::Document;

use super::epp;
use super::explanation::{Explanation, Reading, Saying};
use super::unrecognised::Unrecognised;
use crate::Outcome;

/// How the answers of one protocol are understood.
pub(super) struct Protocol {
    /// Its short name, as in `epp 2302`.
    pub(super) name: &'static str,
    /// How people call it.
    pub(super) title: &'static str,
    /// Explains a code; `None` if the protocol has no such code.
    pub(super) code: fn(&str) -> Option<Reading>,
    /// Explains a document; `None` if it is not of this protocol.
    pub(super) answer: fn(&Document<'_>) -> Option<Result<Explanation, Unrecognised>>,
    /// How the protocol says an outcome.
    pub(super) sayings: fn(Outcome) -> Vec<Saying>,
}

pub(super) static PROTOCOLS: [Protocol; 1] = [epp::PROTOCOL];

/// How each protocol says an outcome.
pub(super) fn sayings(outcome: Outcome) -> Vec<Saying> {
    PROTOCOLS.iter().flat_map(|protocol| (protocol.sayings)(outcome)).collect()
}
