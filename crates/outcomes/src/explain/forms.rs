//! The forms a whole answer comes in. Another one is a variant of [`Document`] and a line in the table of forms.
//!
//! People hand in whole log lines, with a time and arrows around the answer; so each form says where in an input a
//! document of it would begin, and those that begin first are tried first.

use super::explanation::Explanation;
use super::plain::excerpt;
use super::protocols::PROTOCOLS;
use super::{Unrecognised, limits};

/// A whole answer.
pub(super) enum Document<'i> {
    Xml(&'i roxmltree::Document<'i>),
    Json(&'i serde_json::Value),
    /// From the line on that an answer in lines begins with.
    Lines(&'i str),
}

/// Explains the answer in an input; `None` if there is no document in it. If none is understood, the reason is that of
/// the one that begins first.
pub(super) fn answer(input: &str) -> Option<Result<Explanation, Unrecognised>> {
    let places = FORMS.iter().filter_map(|form| Some(((form.start)(input)?, form)));
    let mut places: Vec<(usize, &Form)> = places.collect();
    places.sort_by_key(|(start, _)| *start);
    let mut refused = None;
    for (start, form) in places {
        match (form.explain)(&input[start..]) {
            Ok(explanation) => return Some(Ok(explanation)),
            Err(reason) => refused = refused.or(Some(reason)),
        }
    }
    refused.map(Err)
}

/// One form.
struct Form {
    /// Where in an input a document of this form begins, if there is one.
    start: fn(&str) -> Option<usize>,
    /// Explains the document that the text begins with.
    explain: fn(&str) -> Result<Explanation, Unrecognised>,
}

static FORMS: [Form; 3] = [
    Form { start: xml_start, explain: xml },
    Form { start: json_start, explain: json },
    Form { start: lines_start, explain: lines },
];

/// What the first protocol that knows the document has to say.
fn by_any(document: &Document<'_>, root: &str) -> Result<Explanation, Unrecognised> {
    let known = PROTOCOLS.iter().find_map(|protocol| Some((protocol, (protocol.read)(document)?)));
    let (protocol, answer) = known.ok_or_else(|| Unrecognised::Document { root: excerpt(root) })?;
    Ok(protocol.explain(&answer?))
}

fn xml_start(input: &str) -> Option<usize> {
    let is_tag =
        |at: &usize| input[at + 1..].starts_with(|next: char| next.is_alphabetic() || "?!_".contains(next));
    input.match_indices('<').map(|(at, _)| at).find(is_tag)
}

fn xml(text: &str) -> Result<Explanation, Unrecognised> {
    let text = without_line_marks(to_last_tag(text));
    limits::check(&text)?;
    let options =
        roxmltree::ParsingOptions { nodes_limit: limits::NODES, ..roxmltree::ParsingOptions::default() };
    let document = roxmltree::Document::parse_with_options(&text, options)
        .map_err(|error| Unrecognised::Malformed { form: "XML", reason: excerpt(&error.to_string()) })?;
    by_any(&Document::Xml(&document), document.root_element().tag_name().name())
}

fn to_last_tag(text: &str) -> &str {
    let end = match text.rfind("</") {
        Some(last_tag) => text[last_tag..].find('>').map(|end| last_tag + end),
        None => text.rfind('>'),
    };
    end.map_or(text, |end| &text[..=end])
}

/// Examples in RFCs and logs mark each line with the side that sent it, `S:` or `C:`.
fn without_line_marks(text: &str) -> String {
    text.lines().map(without_line_mark).collect::<Vec<_>>().join("\n")
}

fn without_line_mark(line: &str) -> &str {
    let line = line.trim_start();
    line.strip_prefix("S:").or_else(|| line.strip_prefix("C:")).unwrap_or(line)
}

/// An object with a member: a lone brace may be anything.
fn json_start(input: &str) -> Option<usize> {
    let is_object = |at: &usize| input[at + 1..].trim_start().starts_with('"');
    input.match_indices('{').map(|(at, _)| at).find(is_object)
}

fn json(text: &str) -> Result<Explanation, Unrecognised> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<serde_json::Value>();
    let document = values.next().unwrap_or(Ok(serde_json::Value::Null)); // what follows it is not looked at
    let document = document
        .map_err(|error| Unrecognised::Malformed { form: "JSON", reason: excerpt(&error.to_string()) })?;
    let root = document.as_object().and_then(|members| members.keys().next());
    by_any(&Document::Json(&document), root.map_or("", String::as_str))
}

/// Where the line begins that an answer of RRPproxy, HEXONET, RRP or Enom begins with.
fn lines_start(input: &str) -> Option<usize> {
    let mut start = 0;
    for line in input.split_inclusive('\n') {
        let text = without_line_mark(line).trim();
        if super::rrp::begins_answer(text) || super::enom::begins_answer(text) {
            return Some(start);
        }
        start += line.len();
    }
    None
}

fn lines(text: &str) -> Result<Explanation, Unrecognised> {
    let text = without_line_marks(text);
    by_any(&Document::Lines(&text), text.lines().next().unwrap_or_default())
}
