//! RRPproxy and HEXONET: answers in lines between `[RESPONSE]` and `EOF`; and RRP: `code text` in the first line.
//!
//! RRPproxy writes its keys in small letters, HEXONET in capitals. What exactly was wrong stands behind the text of the
//! code, after a semicolon.

use super::answer::{Answer, Said};
use super::forms::Document;
use super::plain::excerpt;
use super::protocols::{Foreign, Protocol};
use super::unrecognised::Unrecognised;
use crate::{HEXONET, RRP, Retry};

/// RRPproxy and RRP in the table of protocols.
pub(super) const PROTOCOL: Protocol = Protocol { table: RRP, read: read_rrp, unlisted: &UNLISTED, foreign };
/// HEXONET in the table of protocols.
pub(super) const HEXONET_PROTOCOL: Protocol =
    Protocol { table: HEXONET, read: read_hexonet, unlisted: &UNLISTED, foreign };

/// Whether an answer begins with this line.
pub(super) fn begins_answer(line: &str) -> bool {
    line.eq_ignore_ascii_case(HEAD) || first_line(line).is_some()
}

fn read_rrp(document: &Document<'_>) -> Option<Result<Answer, Unrecognised>> {
    let Document::Lines(text) = document else { return None };
    if let Some((code, message)) = text.lines().next().and_then(|line| first_line(line.trim())) {
        return Some(Ok(answer(code, message)));
    }
    Some(in_lines(text)).filter(|_| !is_in_capitals(text))
}

fn read_hexonet(document: &Document<'_>) -> Option<Result<Answer, Unrecognised>> {
    let Document::Lines(text) = document else { return None };
    Some(in_lines(text))
}

/// The code and the text of an answer of RRP: only if the text is that of the code, as other texts begin with numbers too.
fn first_line(line: &str) -> Option<(&str, &str)> {
    let (code, message) = line.split_once(' ')?;
    let known = RRP.code(code.parse().ok()?)?;
    let begins = message.get(..known.message.len())?.eq_ignore_ascii_case(known.message);
    begins.then_some((code, message))
}

fn in_lines(text: &str) -> Result<Answer, Unrecognised> {
    let value = |key: &str| {
        let mut pairs = text.lines().filter_map(|line| line.split_once('='));
        pairs.find(|(name, _)| name.trim().eq_ignore_ascii_case(key)).map(|(_, value)| value.trim())
    };
    let missing = || Unrecognised::NotAnAnswer { found: "a response without a code".to_owned() };
    Ok(answer(value("code").ok_or_else(missing)?, value("description").unwrap_or_default()))
}

fn is_in_capitals(text: &str) -> bool {
    text.lines().any(|line| line.trim_start().starts_with("CODE"))
}

fn answer(code: &str, message: &str) -> Answer {
    Answer { results: vec![Said { code: excerpt(code), message: excerpt(message), ..Said::default() }] }
}

/// A code that no manual is known to have: its first digit still says something.
fn foreign(code: &str) -> Foreign {
    let first = code.chars().next();
    let known = KINDS.iter().find(|kind| Some(kind.0) == first);
    let (meaning, retry) = known.map_or((UNKNOWN, None), |kind| (kind.1, Some(kind.2)));
    let remedy = "Look at the description that came with it; the list of codes this is based on lacks it.";
    Foreign { meaning, retry, remedy }
}

/// First digit, and what it says of a code.
const KINDS: [(char, &str, Retry); 3] = [
    ('2', "A code of the service's own that says the command was carried out.", Retry::Never),
    ('4', "A code of the service's own about a failure that should pass.", Retry::Later),
    ('5', "A code of the service's own about a command that failed.", Retry::AfterFix),
];

const UNKNOWN: &str = "Not a code of RRPproxy: those begin with 2, 4 or 5 and have three digits.";

/// Codes of HEXONET and of RFC 3632 that RRPproxy does not list.
static UNLISTED: [(u32, Foreign); 1] = [(
    510,
    Foreign {
        meaning: "The encoding of a value is not valid (RFC 3632), or the command is not offered for this class of object (HEXONET).",
        retry: Some(Retry::AfterFix),
        remedy: "Look at the encoding of names, or use a command that the class of object has.",
    },
)];

const HEAD: &str = "[RESPONSE]";
