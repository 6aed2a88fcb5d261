//! Reads the results out of an EPP response (RFC 5730 section 2.6), whoever wrote it.
//!
//! Elements are known by their local names alone: the services modelled here have used other namespaces for the
//! response itself, and an explanation should not fail for that.

use roxmltree::{Document, Node};

use crate::explain::plain::excerpt;

/// One `result` element.
#[derive(Default)]
pub(super) struct Said {
    /// The attribute `code`, as it came.
    pub(super) code: String,
    /// The text of `msg`.
    message: String,
    /// The text of each `extValue/reason`.
    reasons: Vec<String>,
    /// Names and texts of the elements that the server points at: `value` and `extValue/value`.
    pub(super) hints: Vec<String>,
}

/// The results of a response; what the document holds instead, if it is EPP but no response; `None` if it is not EPP.
pub(super) fn results(document: &Document<'_>) -> Option<Result<Vec<Said>, String>> {
    let root = Some(document.root_element()).filter(|root| is(root, "epp"))?;
    let Some(response) = children(root, "response").next() else {
        let found = root.children().find(Node::is_element).unwrap_or(root);
        return Some(Err(excerpt(found.tag_name().name())));
    };
    let results: Vec<Said> = children(response, "result").map(said).collect();
    Some(if results.is_empty() { Err("a response without a result".to_owned()) } else { Ok(results) })
}

impl Said {
    /// What stands in the result beyond the standard message of its code.
    pub(super) fn beyond(&self, standard: &str) -> Vec<String> {
        let message = Some(&self.message).filter(|message| !message.is_empty() && *message != standard);
        message.into_iter().chain(&self.reasons).cloned().collect()
    }

    /// The texts that may be the text of an outcome; some servers put the reason behind the message instead.
    pub(super) fn texts(&self, standard: &str) -> Vec<String> {
        let mut texts = self.beyond(standard);
        let behind = self
            .message
            .strip_prefix(standard)
            .map(|rest| rest.trim_start_matches([':', ';', '.', '-', ' ']));
        texts.extend(behind.filter(|rest| !rest.is_empty()).map(str::to_owned));
        texts
    }
}

fn said(result: Node<'_, '_>) -> Said {
    let pointed = children(result, "value").chain(under(result, "value"));
    Said {
        code: excerpt(result.attribute("code").unwrap_or_default()),
        message: children(result, "msg").next().map(text).unwrap_or_default(),
        reasons: under(result, "reason").map(text).filter(|reason| !reason.is_empty()).collect(),
        hints: pointed.flat_map(|value| value.descendants().skip(1)).map(hint).collect(),
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

fn text(node: Node<'_, '_>) -> String {
    let pieces: Vec<&str> =
        node.descendants().filter(Node::is_text).filter_map(|piece| piece.text()).collect();
    excerpt(&pieces.concat())
}

fn children<'d, 'i>(node: Node<'d, 'i>, name: &'static str) -> impl Iterator<Item = Node<'d, 'i>> {
    node.children().filter(move |child| is(child, name))
}

fn is(node: &Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}
