//! From an answer back to what happened: for people who write or run a client.
//!
//! [`explain`] takes a bare code (`2302`, `epp 2302`), the name of an outcome (`domain_taken`) or a whole
//! answer of any protocol in the table of protocols, this server's or another's. It finds the protocol by itself,
//! then the outcome: exactly, where the text of the answer is one that an outcome has; else the outcomes that
//! lead to the code, those that share most words with the answer first.
//!
//! The input may come from anywhere. It is limited in size, and what is shown of it holds no control characters.

mod answer;
mod enom;
mod epp;
mod explanation;
mod forms;
mod joined;
mod json;
mod limits;
mod lines;
mod nominet;
mod plain;
mod protocols;
mod rrp;
mod search;
mod unrecognised;
mod wapi;

use crate::Outcome;
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
    forms::answer(input).unwrap_or_else(|| words(input))
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

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}
