//! EPP: the codes of RFC 5730 and the response of its section 2.6, whoever wrote it.
//!
//! Elements are known by their local names alone: the services modelled here have used other namespaces for the
//! response itself, and an explanation should not fail for that.

use roxmltree::Node;

use super::answer::{Answer, Said};
use super::forms::Document;
use super::plain::excerpt;
use super::protocols::{Foreign, Protocol};
use super::unrecognised::Unrecognised;
use crate::{EPP, Retry};

/// EPP in the table of protocols.
pub(super) const PROTOCOL: Protocol = Protocol { table: EPP, read, unlisted: &[], foreign };

fn read(document: &Document<'_>) -> Option<Result<Answer, Unrecognised>> {
    let root = root(document)?;
    let Some(response) = children(root, "response").next() else {
        let found = root.children().find(Node::is_element).unwrap_or(root);
        return Some(Err(Unrecognised::NotAnAnswer { found: excerpt(found.tag_name().name()) }));
    };
    let results: Vec<Said> = children(response, "result").map(said).collect();
    if results.is_empty() {
        return Some(Err(Unrecognised::NotAnAnswer { found: "a response without a result".to_owned() }));
    }
    Some(Ok(Answer { results }))
}

/// The root of a document of EPP.
pub(super) fn root<'d, 'i>(document: &'d Document<'i>) -> Option<Node<'d, 'i>> {
    let Document::Xml(document) = document else { return None };
    Some(document.root_element()).filter(|root| is(root, "epp"))
}

/// A code that the RFC does not have: its digits still say something (RFC 5730 section 3).
pub(super) fn foreign(code: &str) -> Foreign {
    let mut digits = code.chars();
    let (first, second) = (digits.next(), digits.next());
    let known =
        KINDS.iter().find(|kind| Some(kind.0) == first && kind.1.is_none_or(|digit| Some(digit) == second));
    let (meaning, retry) = known.map_or((UNKNOWN, None), |kind| (kind.2, Some(kind.3)));
    let remedy = "Look the code up in the manual of the server that gave it; RFC 5730 does not have it.";
    Foreign { meaning, retry, remedy }
}

/// One `result` element: `msg`, each `extValue/reason`, and what `value` and `extValue/value` point at.
pub(super) fn said(result: Node<'_, '_>) -> Said {
    let pointed = children(result, "value").chain(under(result, "value"));
    Said {
        code: excerpt(result.attribute("code").unwrap_or_default()),
        message: children(result, "msg").next().map(text).unwrap_or_default(),
        reasons: under(result, "reason").map(text).filter(|reason| !reason.is_empty()).collect(),
        hints: pointed.flat_map(|value| value.descendants().skip(1)).map(hint).collect(),
        operations: Vec::new(),
    }
}

/// The elements of this name in each `extValue`.
fn under<'d, 'i>(result: Node<'d, 'i>, name: &'static str) -> impl Iterator<Item = Node<'d, 'i>> {
    children(result, "extValue").flat_map(move |ext| children(ext, name))
}

/// What a part of a value says of its subject: the last part of its namespace and its name, or its text.
fn hint(node: Node<'_, '_>) -> String {
    let tag = node.tag_name();
    let space = tag.namespace().and_then(|space| space.rsplit([':', '/']).next()).unwrap_or_default();
    excerpt(&format!("{space} {} {}", tag.name(), node.text().filter(|_| node.is_text()).unwrap_or_default()))
}

pub(super) fn text(node: Node<'_, '_>) -> String {
    let pieces: Vec<&str> =
        node.descendants().filter(Node::is_text).filter_map(|piece| piece.text()).collect();
    excerpt(&pieces.concat())
}

pub(super) fn children<'d, 'i>(node: Node<'d, 'i>, name: &'static str) -> impl Iterator<Item = Node<'d, 'i>> {
    node.children().filter(move |child| is(child, name))
}

fn is(node: &Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// First digit, second digit, what they say of a code.
const KINDS: [(char, Option<char>, &str, Retry); 8] = [
    ('1', None, "A code of the server's own that says the command succeeded.", Retry::Never),
    ('2', Some('0'), "A code of the server's own about the syntax of the command.", Retry::AfterFix),
    ('2', Some('1'), "A code of the server's own about rules that it sets itself.", Retry::AfterFix),
    ('2', Some('2'), "A code of the server's own about security: credentials or rights.", Retry::AfterFix),
    (
        '2',
        Some('3'),
        "A code of the server's own about the data: objects, their states and links.",
        Retry::AfterFix,
    ),
    ('2', Some('4'), "A code of the server's own about a failure of the server.", Retry::Later),
    ('2', Some('5'), "A code of the server's own after which it closes the connection.", Retry::Later),
    ('2', None, "A code of the server's own that says the command failed.", Retry::AfterFix),
];

const UNKNOWN: &str = "Not a code of EPP: those begin with 1 (success) or 2 (failure).";
