//! Documents that are no XML, or more XML than is accepted, as refusals.

use engine::{Outcome, Refusal};
use wire::xml::{Place, Reason, Refused};

/// The refusal of a document that could not be read at all.
pub(super) fn refusal(refused: &Refused) -> Refusal {
    let Place { line, column } = refused.place;
    let at = |outcome| Refusal::new(outcome).fact("line", line).fact("column", column);
    match &refused.reason {
        Reason::TooLarge { limit, .. } => at(Outcome::DocumentTooLarge).fact("limit", limit),
        Reason::TooDeep { limit } => at(Outcome::DocumentTooDeep).fact("limit", limit),
        Reason::TooManyNodes { limit } => at(Outcome::DocumentTooManyNodes).fact("limit", limit),
        Reason::TooManyAttributes { limit } => at(Outcome::DocumentTooManyAttributes).fact("limit", limit),
        Reason::TooManyNamespaces { limit } => at(Outcome::DocumentTooManyNamespaces).fact("limit", limit),
        Reason::NotUtf8 { offset } => at(Outcome::DocumentNotUtf8).fact("offset", offset),
        Reason::Encoding { name } => at(Outcome::EncodingRefused).value(name),
        Reason::Doctype => at(Outcome::DoctypeRefused),
        Reason::ProcessingInstruction => at(Outcome::ProcessingInstructionRefused),
        Reason::Entity { name } => at(Outcome::EntityRefused).value(name),
        other => at(Outcome::DocumentMalformed).fact("reason", other),
    }
}
