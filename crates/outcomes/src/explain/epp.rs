//! EPP: the codes of RFC 5730 and the response of its section 2.6.

mod answer;

use roxmltree::Document;

use super::explanation::{Explanation, Reading, Saying};
use super::protocols::Protocol;
use super::unrecognised::Unrecognised;
use super::{limits, search};
use crate::epp::{self, Code};
use crate::{Outcome, Retry};
use answer::Said;

/// EPP in the table of protocols.
pub(super) const PROTOCOL: Protocol = Protocol { name: NAME, title: "EPP", code, answer: explain, sayings };

const NAME: &str = "epp";

fn code(word: &str) -> Option<Reading> {
    let code = epp::code(word.parse().ok()?)?;
    Some(reading(code, &Said::default()))
}

fn explain(document: &Document<'_>) -> Option<Result<Explanation, Unrecognised>> {
    let results = match answer::results(document)? {
        Ok(results) => results,
        Err(found) => return Some(Err(Unrecognised::NotAnAnswer { found })),
    };
    let left_out = results.len().saturating_sub(limits::RESULTS);
    let readings = results.iter().take(limits::RESULTS).map(result).collect();
    Some(Ok(Explanation { readings, left_out }))
}

fn result(said: &Said) -> Reading {
    match said.code.parse().ok().and_then(epp::code) {
        Some(code) => reading(code, said),
        None => foreign(said),
    }
}

/// A result with a code of the RFC.
fn reading(code: &'static Code, said: &Said) -> Reading {
    let mut outcomes: Vec<Outcome> = Vec::new();
    for row in epp::ROWS.iter().filter(|row| row.code.number == code.number) {
        if outcomes.last() != Some(&row.outcome) {
            outcomes.push(row.outcome); // rows stand in the order of outcomes
        }
    }
    let mut reading = Reading {
        protocol: Some(NAME),
        code: Some(code.number.to_string()),
        message: Some(code.message),
        meaning: code.meaning,
        said: said.beyond(code.message),
        outcomes: search::candidates(&outcomes, &said.texts(code.message), &said.hints),
        retry: Some(code.retry),
        remedy: code.remedy,
    };
    if let ([only], true) = (reading.outcomes.as_slice(), reading.is_exact()) {
        let outcome = only.outcome;
        reading.retry = Some(outcome.retry());
        reading.remedy = outcome.remedy();
    }
    reading
}

/// A result with a code that the RFC does not have: its digits still say something (RFC 5730 section 3).
fn foreign(said: &Said) -> Reading {
    let mut digits = said.code.chars();
    let (first, second) = (digits.next(), digits.next());
    let known =
        KINDS.iter().find(|kind| Some(kind.0) == first && kind.1.is_none_or(|digit| Some(digit) == second));
    let (meaning, retry) = known.map_or((UNKNOWN, None), |kind| (kind.2, Some(kind.3)));
    Reading {
        protocol: Some(NAME),
        code: Some(said.code.clone()),
        message: None,
        meaning,
        said: said.beyond(""),
        outcomes: Vec::new(),
        retry,
        remedy: "Look the code up in the manual of the server that gave it; RFC 5730 does not have it.",
    }
}

fn sayings(outcome: Outcome) -> Vec<Saying> {
    let rows = epp::rows(outcome).iter();
    rows.map(|row| Saying {
        protocol: NAME,
        code: row.code.number.to_string(),
        message: row.code.message,
        operation: row.operation,
        field: row.field,
    })
    .collect()
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
