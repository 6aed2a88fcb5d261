//! Enom: the envelope in XML, and in text as lines of `key=value`. Each `ResponseNumber` is a result; the lines `Err1` and so
//! on belong to all of them.

use super::answer::{Answer, Said};
use super::forms::Document;
use super::plain::excerpt;
use super::protocols::{Foreign, Protocol};
use super::unrecognised::Unrecognised;
use crate::{ENOM, Retry};

/// Enom in the table of protocols.
pub(super) const PROTOCOL: Protocol = Protocol { table: ENOM, read, unlisted: &[], foreign };

/// Whether an answer in text begins with this line.
pub(super) fn begins_answer(line: &str) -> bool {
    line.eq_ignore_ascii_case(";URL Interface") || line.starts_with("ErrCount=") || line.starts_with("Err1=")
}

fn read(document: &Document<'_>) -> Option<Result<Answer, Unrecognised>> {
    let pairs = match document {
        Document::Xml(document) => in_xml(document)?,
        Document::Lines(text) if text.lines().next().is_some_and(|line| begins_answer(line.trim())) => {
            in_text(text)
        }
        _ => return None,
    };
    Some(answer(&pairs))
}

fn in_xml(document: &roxmltree::Document<'_>) -> Option<Vec<(String, String)>> {
    let root = document.root_element();
    if root.tag_name().name() != "interface-response" {
        return None;
    }
    let leaves =
        root.descendants().filter(|node| node.is_element() && node.children().all(|one| one.is_text()));
    let pair = |node: roxmltree::Node<'_, '_>| {
        (node.tag_name().name().to_owned(), node.text().unwrap_or_default().to_owned())
    };
    Some(leaves.map(pair).collect())
}

fn in_text(text: &str) -> Vec<(String, String)> {
    let pairs = text.lines().filter_map(|line| line.trim().split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn answer(pairs: &[(String, String)]) -> Result<Answer, Unrecognised> {
    let all = |name: &str| -> Vec<String> {
        let found = pairs.iter().filter(|(key, _)| is_called(key, name));
        found.map(|(_, value)| excerpt(value)).filter(|value| !value.is_empty()).collect()
    };
    let (lines, numbers, strings) = (all("Err"), all("ResponseNumber"), all("ResponseString"));
    if numbers.is_empty() && lines.is_empty() && pairs.iter().all(|(key, _)| key != "ErrCount") {
        return Err(Unrecognised::NotAnAnswer { found: "an answer without ErrCount".to_owned() });
    }
    if numbers.is_empty() {
        return Ok(Answer { results: vec![numberless(&lines)] });
    }
    let result = |(place, number): (usize, &String)| Said {
        code: number.clone(),
        message: strings.get(place).cloned().unwrap_or_default(),
        reasons: lines.clone(),
        ..Said::default()
    };
    Ok(Answer { results: numbers.iter().enumerate().map(result).collect() })
}

/// Without a number it went well, or the kind of failure is all that is known.
fn numberless(lines: &[String]) -> Said {
    let code = if lines.is_empty() { CARRIED_OUT } else { UNKNOWN };
    Said { code: code.to_owned(), reasons: lines.to_vec(), ..Said::default() }
}

/// `Err1` is called `Err`, `ResponseNumber` so even without a number behind it, as in XML; `ErrCount` is neither.
fn is_called(key: &str, name: &str) -> bool {
    let rest = key.strip_prefix(name);
    rest.is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A number that the table lacks: its first digit still names the class.
fn foreign(code: &str) -> Foreign {
    let known = CLASSES.iter().find(|class| code.len() == 6 && code.starts_with(class.0));
    let (meaning, retry) = known.map_or((NO_NUMBER, None), |class| (class.1, Some(class.2)));
    let remedy = "Look at the lines Err1 and following, which say what exactly was wrong.";
    Foreign { meaning, retry, remedy }
}

/// First digit, and what it says of a number.
const CLASSES: [(char, &str, Retry); 7] = [
    ('1', "The command was carried out.", Retry::Never),
    ('2', "A registry refused the command.", Retry::AfterFix),
    ('3', "A value of the command did not pass validation.", Retry::AfterFix),
    ('4', "Who asked could not be authenticated.", Retry::AfterFix),
    ('5', "A payment failed.", Retry::AfterFix),
    ('6', "The system, or one behind it, failed.", Retry::Later),
    ('7', "A policy forbids the command.", Retry::AfterFix),
];
const NO_NUMBER: &str = "Not a response number of Enom: those have six digits.";
const CARRIED_OUT: &str = "100000";
const UNKNOWN: &str = "699999";
