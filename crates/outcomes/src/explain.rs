//! From an answer back to what happened: for people who write or run a client.
//!
//! [`explain`] takes a bare code (`2302`, `epp 2302`), the name of an outcome (`domain_taken`) or a whole
//! answer of any protocol in the table of protocols, this server's or another's. It finds the protocol by itself,
//! then the outcome: exactly, where the text of the answer is one that an outcome has; else the outcomes that
//! lead to the code, those that share most words with the answer first.
//!
//! The input may come from anywhere. It is limited in size, and what is shown of it holds no control characters.

mod answer;
mod epp;
mod explanation;
mod json;
mod limits;
mod lines;
mod plain;
mod protocols;
mod search;
mod unrecognised;

use roxmltree::ParsingOptions;

use crate::Outcome;
use answer::Document;
pub use explanation::{Candidate, Certainty, Explanation, Reading, Saying};
use protocols::PROTOCOLS;
pub use unrecognised::Unrecognised;

/// Explains a code, an outcome's name or a whole answer.
///
/// ```
/// let explanation = outcomes::explain::explain("epp 2002")?;
/// let reading = &explanation.readings[0];
/// assert_eq!(reading.message, Some("Command use error"));
/// assert!(reading.outcomes.iter().any(|candidate| candidate.outcome == outcomes::Outcome::LoginRequired));
/// # Ok::<(), outcomes::explain::Unrecognised>(())
/// ```
///
/// # Errors
/// [`Unrecognised`] says why the input is none of these, and what is accepted.
pub fn explain(input: &str) -> Result<Explanation, Unrecognised> {
    if input.len() > limits::INPUT_BYTES {
        return Err(Unrecognised::TooLong { limit: limits::INPUT_BYTES });
    }
    match document(input) {
        Some(document) => answer(&without_line_marks(document)),
        None => words(input),
    }
}

/// Explains an outcome that is known by name.
pub fn outcome(outcome: Outcome) -> Explanation {
    let candidate = Candidate {
        outcome,
        certainty: Certainty::Exact,
        parameters: Vec::new(),
        sayings: protocols::sayings(outcome),
    };
    Explanation {
        readings: vec![Reading {
            protocol: None,
            code: None,
            message: None,
            meaning: outcome.meaning(),
            said: Vec::new(),
            outcomes: vec![candidate],
            retry: Some(outcome.retry()),
            remedy: outcome.remedy(),
        }],
        left_out: 0,
    }
}

/// A code, with or without its protocol, or the name of an outcome.
fn words(input: &str) -> Result<Explanation, Unrecognised> {
    let input = input.trim();
    if let Some(known) = Outcome::from_name(input) {
        return Ok(outcome(known));
    }
    let words: Vec<&str> = input
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(3)
        .collect();
    match words[..] {
        [code] if is_number(code) => code_of_any(code),
        [protocol, code] if is_number(code) => code_of(protocol, code),
        _ => Err(Unrecognised::Neither { input: plain::excerpt(input) }),
    }
}

fn code_of_any(code: &str) -> Result<Explanation, Unrecognised> {
    let readings: Vec<Reading> = PROTOCOLS.iter().filter_map(|protocol| protocol.code(code)).collect();
    if readings.is_empty() {
        return Err(Unrecognised::Code { code: plain::excerpt(code) });
    }
    Ok(Explanation { readings, left_out: 0 })
}

fn code_of(protocol: &str, code: &str) -> Result<Explanation, Unrecognised> {
    let known = PROTOCOLS.iter().find(|known| known.table.name.eq_ignore_ascii_case(protocol));
    let Some(known) = known else {
        return Err(Unrecognised::Protocol { name: plain::excerpt(protocol) });
    };
    let reading = known.code(code).ok_or_else(|| Unrecognised::Code { code: plain::excerpt(code) })?;
    Ok(Explanation { readings: vec![reading], left_out: 0 })
}

/// A whole answer in XML.
fn answer(text: &str) -> Result<Explanation, Unrecognised> {
    limits::check(text)?;
    let options = ParsingOptions { nodes_limit: limits::NODES, ..ParsingOptions::default() };
    let document = roxmltree::Document::parse_with_options(text, options)
        .map_err(|error| Unrecognised::Malformed { reason: plain::excerpt(&error.to_string()) })?;
    let explained = by_any(&Document::Xml(&document));
    explained.unwrap_or_else(|| {
        Err(Unrecognised::Document { root: plain::excerpt(document.root_element().tag_name().name()) })
    })
}

/// What the first protocol that knows the document has to say.
fn by_any(document: &Document<'_>) -> Option<Result<Explanation, Unrecognised>> {
    PROTOCOLS.iter().find_map(|protocol| {
        let answer = (protocol.read)(document)?;
        Some(answer.map(|answer| protocol.explain(&answer)))
    })
}

/// The document in an input: people hand in whole log lines, with a time and arrows around it.
fn document(input: &str) -> Option<&str> {
    let tag = |(at, _): &(usize, &str)| {
        input[at + 1..].starts_with(|next: char| next.is_alphabetic() || "?!_".contains(next))
    };
    let (start, _) = input.match_indices('<').find(tag)?;
    let document = &input[start..];
    let end = match document.rfind("</") {
        Some(last_tag) => document[last_tag..].find('>').map(|end| last_tag + end),
        None => document.rfind('>'),
    };
    Some(end.map_or(document, |end| &document[..=end]))
}

/// Examples in RFCs and logs mark each line with the side that sent it, `S:` or `C:`.
fn without_line_marks(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let line = line.trim_start();
        line.strip_prefix("S:").or_else(|| line.strip_prefix("C:")).unwrap_or(line)
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}
