//! XML taken from a document, to be written into another.

use std::fmt;

use memchr::memmem;

use super::element::Element;
use super::escape;
use super::space::SPACES;

/// One element that is well-formed on its own: the namespaces it needs are declared on it.
///
/// It can only come from an element that was read, so writing it cannot break a document.
#[derive(Clone, PartialEq, Eq)]
pub struct RawXml(String);

impl RawXml {
    /// Copies an element. The bytes are those of the source; only declarations of namespaces that
    /// are in scope, that it does not carry, and whose prefix occurs in it are added to its start tag.
    pub(super) fn of(element: &Element<'_, '_>) -> RawXml {
        let source = element.source();
        let (tag, rest) = source.split_at(1 + name_length(&source[1..]));
        let mut copy = String::with_capacity(source.len() + ROOM_FOR_NAMESPACES);
        copy.push_str(tag);
        for (prefix, uri) in missing(element, &declared(rest)) {
            declare(&mut copy, prefix, uri);
        }
        copy.push_str(rest);
        RawXml(copy)
    }

    /// The XML.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Shows the size alone: the content may be a password.
impl fmt::Debug for RawXml {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawXml").field("bytes", &self.0.len()).finish()
    }
}

/// The declarations that the element needs and does not carry itself, as prefix and URI.
fn missing<'doc>(
    element: &Element<'doc, '_>,
    declared: &[Option<&str>],
) -> Vec<(Option<&'doc str>, &'doc str)> {
    let source = element.source();
    let in_scope = element.document().tree().namespaces.in_scope(element.node().scope);
    let (prefixed, default): (Vec<_>, Vec<_>) = in_scope.into_iter().partition(|it| !it.prefix.is_empty());
    let mut missing: Vec<(Option<&str>, &str)> = prefixed
        .into_iter()
        .filter(|it| !declared.contains(&Some(it.prefix)) && occurs(source, it.prefix))
        .map(|it| (Some(it.prefix), &*it.name))
        .collect();
    // An empty default is declared as well: the other document may have another one.
    if !declared.contains(&None) && has_unprefixed(element) {
        missing.push((None, default.first().map_or("", |it| &*it.name)));
    }
    missing
}

/// The prefixes declared in a start tag, given from behind its name; `None` is the default.
fn declared(mut tag: &str) -> Vec<Option<&str>> {
    let mut declared = Vec::new();
    while let Some((name, rest)) = next_attribute(tag) {
        match name.strip_prefix("xmlns") {
            Some("") => declared.push(None),
            Some(prefix) => declared.extend(prefix.strip_prefix(':').map(Some)),
            None => {}
        }
        tag = rest;
    }
    declared
}

/// The name of the first attribute, and what follows the attribute.
fn next_attribute(tag: &str) -> Option<(&str, &str)> {
    let tag = tag.trim_start_matches(SPACES);
    if tag.starts_with(['/', '>']) {
        return None;
    }
    let (name, value) = tag.split_once('=')?;
    let value = value.trim_start_matches(SPACES);
    let quote = value.chars().next()?;
    let (_, rest) = value[1..].split_once(quote)?;
    Some((name.trim_end_matches(SPACES), rest))
}

/// Whether the prefix is used somewhere in the element: in a name, or in text that may be a name.
fn occurs(source: &str, prefix: &str) -> bool {
    let mut found = memmem::find_iter(source.as_bytes(), prefix.as_bytes());
    found.any(|at| source.as_bytes().get(at + prefix.len()) == Some(&b':'))
}

/// Whether an element without prefix is in there, to which a default namespace would apply.
fn has_unprefixed(element: &Element<'_, '_>) -> bool {
    let (first, after) = (element.index() as usize, element.node().after as usize);
    let mut elements = element.document().tree().nodes[first..after].iter().filter(|node| !node.is_text());
    elements.any(|node| {
        let tag = &element.document().source()[node.span.start as usize + 1..];
        !tag[..name_length(tag)].contains(':')
    })
}

fn name_length(tag: &str) -> usize {
    tag.find([' ', '\t', '\r', '\n', '/', '>']).unwrap_or(tag.len())
}

fn declare(copy: &mut String, prefix: Option<&str>, uri: &str) {
    copy.push_str(" xmlns");
    if let Some(prefix) = prefix {
        copy.push(':');
        copy.push_str(prefix);
    }
    copy.push_str("=\"");
    escape::attribute(uri, |piece| copy.push_str(piece));
    copy.push('"');
}

/// Bytes set aside for two or three declarations.
const ROOM_FOR_NAMESPACES: usize = 128;
