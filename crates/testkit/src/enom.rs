//! A client of Enom's interface.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};

use anyhow::Result;
use form_urlencoded::Serializer;

use crate::path::EPP;
use crate::wapi::{escaped, exchange, exchange_torn};

/// The form that answers are asked for in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnomForm {
    /// Lines.
    Text,
    /// XML.
    Xml,
}

impl EnomForm {
    /// Its name on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Xml => "xml",
        }
    }
}

/// How a request is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EnomWay {
    /// In a body.
    #[default]
    Post,
    /// In the address.
    Get,
    /// In a body that is said to be longer than what comes of it.
    Torn,
}

/// A query with who asks, and a command of which each line is a parameter.
pub(crate) fn form(about: &[(&str, &str)], command: &str) -> String {
    let mut pairs = Serializer::new(String::new());
    pairs.extend_pairs(about);
    pairs.extend_pairs(command.lines().map(|line| line.split_once('=').unwrap_or((line, ""))));
    pairs.finish()
}

/// Sends a query, and reads what comes back.
///
/// # Errors
/// When nothing does, or something else than HTTP 200.
pub(crate) fn send(to: SocketAddr, from: Option<IpAddr>, pairs: &str, way: EnomWay) -> Result<String> {
    let posted = |length: usize| {
        format!(
            "POST /interface.asp HTTP/1.1\r\nHost: {to}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {length}\r\nConnection: close\r\n\r\n"
        )
    };
    match way {
        EnomWay::Post => exchange(to, from, &posted(pairs.len()), pairs.as_bytes()),
        EnomWay::Torn => exchange_torn(to, from, &posted(pairs.len() + 1), pairs.as_bytes()),
        EnomWay::Get => {
            let head =
                format!("GET /interface.asp?{pairs} HTTP/1.1\r\nHost: {to}\r\nConnection: close\r\n\r\n");
            exchange(to, from, &head, b"")
        }
    }
}

/// An answer as a document in which paths can be looked for, the same for both forms: every text is an element of its name in
/// small letters, with a number for the first of what XML has without one. The number for the whole is the code.
pub(crate) fn as_xml(answer: &str, form: EnomForm) -> String {
    let pairs = match form {
        EnomForm::Text => in_text(answer),
        EnomForm::Xml => in_xml(answer),
    };
    let number = pairs.iter().find(|(name, _)| name.trim_end_matches('1') == "responsenumber");
    let is_done = pairs.iter().any(|(name, value)| name == "errcount" && value == "0");
    let code = number.map(|(_, value)| value.as_str()).or(is_done.then_some("100000"));
    let code = code.map(|code| format!("<code>{code}</code>")).unwrap_or_default();
    let element = |(name, value): &(String, String)| format!("<{name}>{}</{name}>", escaped(value));
    let elements: String = pairs.iter().map(element).collect();
    format!("<answer xmlns=\"{EPP}\">{code}{elements}</answer>")
}

/// Lines that do not end with CRLF, or hold more than one sign of equality, are nothing to clients in use.
fn in_text(answer: &str) -> Vec<(String, String)> {
    let lines = answer.split("\r\n").filter(|line| !line.contains('\n') && line.matches('=').count() == 1);
    let pairs = lines.filter_map(|line| line.split_once('='));
    pairs.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())).collect()
}

fn in_xml(answer: &str) -> Vec<(String, String)> {
    let Ok(document) = roxmltree::Document::parse(answer) else { return Vec::new() };
    let leaves = document.descendants().filter(|node| node.is_element() && !node.has_children());
    let texts = document
        .descendants()
        .filter(|node| node.is_element() && node.first_child().is_some_and(|one| one.is_text()));
    let texts = texts.filter(|node| node.children().all(|one| one.is_text()));
    let pair = |node: roxmltree::Node<'_, '_>| {
        (node.tag_name().name().to_ascii_lowercase(), node.text().unwrap_or_default().to_owned())
    };
    numbered(texts.chain(leaves).map(pair).collect())
}

/// With each text a second time under a number, as the other form has those of lists: that of how often its name came.
fn numbered(pairs: Vec<(String, String)>) -> Vec<(String, String)> {
    let mut counts: HashMap<String, u32> = HashMap::new();
    let again: Vec<_> = pairs
        .iter()
        .map(|(name, value)| {
            let count = counts.entry(name.clone()).or_default();
            *count += 1;
            (format!("{name}{count}"), value.clone())
        })
        .collect();
    pairs.into_iter().chain(again).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_tell_the_number_of_the_whole() {
        let text = "Err1=x\r\nErrCount=1\r\nResponseNumber1=304155\r\nTorn=a\nb=c\r\n";
        let written = as_xml(text, EnomForm::Text);
        assert!(written.contains("<code>304155</code>") && !written.contains("torn"), "{written}");
        let xml = "<interface-response><ErrCount>0</ErrCount></interface-response>";
        assert!(as_xml(xml, EnomForm::Xml).contains("<code>100000</code><errcount>0</errcount>"));
    }
}
