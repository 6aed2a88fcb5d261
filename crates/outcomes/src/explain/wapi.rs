//! WAPI: the return codes of its manual, and the `response` and `notify` envelopes in JSON and in XML, whoever wrote
//! them.
//!
//! This server adds a last field, `reason`, with what exactly was wrong; the service that WAPI is from does not. The
//! command, which both repeat in the answer, tells which of the outcomes with one code can be meant.

mod commands;
mod node;
mod unlisted;

use super::answer::{Answer, Said};
use super::forms::Document;
use super::plain::excerpt;
use super::protocols::{Foreign, Protocol};
use super::unrecognised::Unrecognised;
use crate::{Retry, WAPI};
use node::Node;

/// WAPI in the table of protocols.
pub(super) const PROTOCOL: Protocol = Protocol { table: WAPI, read, unlisted: &unlisted::UNLISTED, foreign };

fn read(document: &Document<'_>) -> Option<Result<Answer, Unrecognised>> {
    let root = Node::root(document)?;
    if root.child("request").is_some() {
        return Some(Err(Unrecognised::NotAnAnswer { found: "request".to_owned() }));
    }
    let envelope = root.child("response").or_else(|| root.child("notify"))?;
    let Some(said) = said(envelope) else {
        return Some(Err(Unrecognised::NotAnAnswer { found: "an envelope without a code".to_owned() }));
    };
    let waiting = envelope.child("data").and_then(|data| data.child("notify")).and_then(self::said);
    Some(Ok(Answer { results: std::iter::once(said).chain(waiting).collect() }))
}

/// The result in an envelope: an answer, or a notification, which is shaped like the answer it belongs to.
fn said(envelope: Node<'_>) -> Option<Said> {
    let text = |name| envelope.child(name).map(Node::text).unwrap_or_default();
    Some(Said {
        code: excerpt(&envelope.child("code")?.text()),
        message: excerpt(&text("result")),
        reasons: Some(excerpt(&text("reason"))).filter(|reason| !reason.is_empty()).into_iter().collect(),
        hints: Vec::new(),
        operations: commands::operation(&text("command")).into_iter().collect(),
    })
}

/// A code that no manual is known to have: its first digit still says something.
fn foreign(code: &str) -> Foreign {
    let first = code.chars().next();
    let known = KINDS.iter().find(|kind| Some(kind.0) == first);
    let (meaning, retry) = known.map_or((UNKNOWN, None), |kind| (kind.1, Some(kind.2)));
    let remedy =
        "Look the code up in the service's own list of return codes; the manual this is based on lacks it.";
    Foreign { meaning, retry, remedy }
}

/// First digit, and what it says of a code.
const KINDS: [(char, &str, Retry); 5] = [
    ('1', "A code of the service's own that says the request was carried out or accepted.", Retry::Never),
    (
        '2',
        "A code of the service's own about the request: something in it is missing or wrong.",
        Retry::AfterFix,
    ),
    (
        '3',
        "A code of the service's own about the account, or about an object and its state.",
        Retry::AfterFix,
    ),
    ('4', "A code of the service's own about a failure on its side that should pass.", Retry::Later),
    ('5', "A code of the service's own about a failure on its side that needs its operator.", Retry::Later),
];

const UNKNOWN: &str = "Not a code of WAPI: those begin with 1 to 5 and have four digits.";
