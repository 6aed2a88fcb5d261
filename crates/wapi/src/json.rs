//! Requests and answers in JSON.

use std::io;

use engine::{Outcome, Refusal};
use serde_json::Value;
use serde_json::ser::{CharEscape, Formatter};

use crate::node::{BOUNDS, Node};
use crate::tree::{Items, Tree};

/// Reads `{"root": ...}`.
///
/// # Errors
/// `request_malformed`, `request_too_complex`.
pub(crate) fn read(text: &str, root: &str) -> Result<Node, Refusal> {
    let value: Value = serde_json::from_str(text).map_err(|error| refused(&error))?;
    let mut left = BOUNDS.nodes;
    let node = node(value, 0, &mut left)?;
    let Node::Map(mut entries) = node else { return Err(not_rooted(root)) };
    match (entries.pop(), entries.is_empty()) {
        (Some((name, node)), true) if name == root => Ok(node),
        _ => Err(not_rooted(root)),
    }
}

/// Writes `{"root": ...}` as PHP would: compact, slashes and all but ASCII escaped, as the service does.
pub(crate) fn write(root: &'static str, tree: &Tree) -> Vec<u8> {
    let value = Value::Object(std::iter::once((root.to_owned(), value(tree))).collect());
    let mut written = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut written, LikePhp);
    // Writing to memory does not fail.
    let _ = serde::Serialize::serialize(&value, &mut serializer);
    written
}

fn refused(error: &serde_json::Error) -> Refusal {
    let reason = error.to_string();
    if reason.starts_with("recursion limit") {
        return too_complex(BOUNDS.depth, "levels");
    }
    Refusal::new(Outcome::RequestMalformed).fact("reason", reason)
}

fn not_rooted(root: &str) -> Refusal {
    Refusal::new(Outcome::RequestMalformed).fact("reason", format_args!("it is no object of {root} alone"))
}

/// There is more in a request than in any has to be.
pub(crate) fn too_complex(limit: usize, what: &str) -> Refusal {
    Refusal::new(Outcome::RequestTooComplex).fact("limit", limit).fact("what", what)
}

fn node(value: Value, depth: usize, left: &mut usize) -> Result<Node, Refusal> {
    if depth > BOUNDS.depth {
        return Err(too_complex(BOUNDS.depth, "levels"));
    }
    *left = left.checked_sub(1).ok_or_else(|| too_complex(BOUNDS.nodes, "values"))?;
    Ok(match value {
        Value::Null => Node::nothing(),
        Value::Bool(truth) => Node::Text(u8::from(truth).to_string()),
        Value::Number(number) => Node::Text(number.to_string()),
        Value::String(text) => Node::Text(text),
        Value::Array(items) => {
            Node::List(items.into_iter().map(|item| node(item, depth + 1, left)).collect::<Result<_, _>>()?)
        }
        Value::Object(entries) => {
            let entry = |(name, value)| Ok((name, node(value, depth + 1, left)?));
            Node::Map(entries.into_iter().map(entry).collect::<Result<_, Refusal>>()?)
        }
    })
}

fn value(tree: &Tree) -> Value {
    match tree {
        Tree::Nothing => Value::Null,
        Tree::Text(text) => Value::String(text.clone()),
        Tree::Number(number) => Value::from(*number),
        Tree::Truth(truth) => Value::Bool(*truth),
        Tree::Map(entries) => entries.iter().map(|(name, tree)| ((*name).to_owned(), value(tree))).collect(),
        Tree::List(items) => items.iter().map(value).collect(),
        Tree::Keyed(Items { items, .. }) => {
            items.iter().map(|(key, tree)| (key.clone(), value(tree))).collect()
        }
    }
}

/// Text-matching clients take the answer apart by its letters.
struct LikePhp;

impl Formatter for LikePhp {
    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let is_special = |letter: char| letter == '/' || !letter.is_ascii();
        let mut rest = fragment;
        while let Some(at) = rest.find(is_special) {
            writer.write_all(&rest.as_bytes()[..at])?;
            let Some(letter) = rest[at..].chars().next() else { break };
            write_special(writer, letter)?;
            rest = &rest[at + letter.len_utf8()..];
        }
        writer.write_all(rest.as_bytes())
    }

    fn write_char_escape<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        escape: CharEscape,
    ) -> io::Result<()> {
        match escape {
            CharEscape::AsciiControl(byte) => write!(writer, "\\u{byte:04x}"),
            CharEscape::Quote => writer.write_all(b"\\\""),
            CharEscape::ReverseSolidus => writer.write_all(b"\\\\"),
            CharEscape::Solidus => writer.write_all(b"\\/"),
            CharEscape::Backspace => writer.write_all(b"\\b"),
            CharEscape::FormFeed => writer.write_all(b"\\f"),
            CharEscape::LineFeed => writer.write_all(b"\\n"),
            CharEscape::CarriageReturn => writer.write_all(b"\\r"),
            CharEscape::Tab => writer.write_all(b"\\t"),
        }
    }
}

fn write_special<W: ?Sized + io::Write>(writer: &mut W, letter: char) -> io::Result<()> {
    if letter == '/' {
        return writer.write_all(b"\\/");
    }
    let mut units = [0; 2];
    letter.encode_utf16(&mut units).iter().try_for_each(|unit| write!(writer, "\\u{unit:04x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Node {
        Node::Text(text.to_owned())
    }

    #[test]
    fn whatever_clients_send_for_a_value_is_a_text() {
        let node =
            read(r#"{"request":{"a":1,"b":"1","c":true,"d":null,"e":[1.50],"f":{}}}"#, "request").unwrap();
        let Node::Map(entries) = node else { panic!() };
        let texts =
            [text("1"), text("1"), text("1"), text(""), Node::List(vec![text("1.5")]), Node::Map(vec![])];
        assert_eq!(entries.into_iter().map(|(_, node)| node).collect::<Vec<_>>(), texts);
    }

    #[test]
    fn what_is_no_request_is_told_from_what_is_too_much() {
        for malformed in ["", "{", "[]", "{\"answer\":{}}", "{\"request\":{},\"more\":1}", "\u{feff}{}"] {
            assert_eq!(
                read(malformed, "request").unwrap_err().outcome,
                Outcome::RequestMalformed,
                "{malformed}"
            );
        }
        let deep = |levels: usize| format!("{{\"request\":{}1{}}}", "[".repeat(levels), "]".repeat(levels));
        let wide = format!("{{\"request\":[{}0]}}", "0,".repeat(6_000));
        for complex in [deep(17), deep(1_000), wide] {
            assert_eq!(read(&complex, "request").unwrap_err().outcome, Outcome::RequestTooComplex);
        }
        assert!(read(&deep(10), "request").is_ok());
    }

    #[test]
    fn answers_are_written_as_the_service_writes_them() {
        let tree = Tree::map([("text", Tree::text("a/b \u{2013} \u{1f600} \"\\\n")), ("n", Tree::Number(7))]);
        let written = String::from_utf8(write("response", &tree)).unwrap();
        assert_eq!(written, r#"{"response":{"text":"a\/b \u2013 \ud83d\ude00 \"\\\n","n":7}}"#);
    }
}
