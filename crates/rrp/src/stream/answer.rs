//! An answer of RRP: `code text`, the properties that RRP knows, a dot.

use std::fmt::Write as _;

use engine::model::Instant;

use super::statuses;
use crate::columns::Columns;
use crate::response::Response;

/// The lines of an answer.
pub(super) fn lines(response: &Response) -> String {
    let mut text = format!("{} {}\r\n", response.code.number, response.description());
    properties(response.columns(), &mut text);
    text.push_str(".\r\n");
    text
}

/// What the server says first (RFC 2832 section 5): its name, and its time.
pub(super) fn greeting(name: &str, now: Instant) -> String {
    format!("{name} RRP Server version {VERSION}\r\n{}\r\n.\r\n", now.spelled_out())
}

/// The answer to `describe`.
pub(super) fn description_of_protocol() -> Columns {
    Columns::new().one("protocol", format!("RRP {VERSION}"))
}

fn properties(columns: &Columns, text: &mut String) {
    for (name, values) in columns.iter().filter(|(name, _)| KNOWN.contains(name)) {
        if name == "status" {
            statuses::told(values).into_iter().for_each(|word| line(text, name, word, ""));
            continue;
        }
        // Clients take a time for one only with a fraction.
        let fraction = if name.ends_with("date") { ".0" } else { "" };
        values.iter().for_each(|value| line(text, name, value, fraction));
    }
}

fn line(text: &mut String, name: &str, value: &str, fraction: &str) {
    let _ = write!(text, "{name}:{value}{fraction}\r\n");
}

/// The properties that RFC 2832 gives an answer.
const KNOWN: [&str; 11] = [
    "registration expiration date",
    "registrar",
    "registrar transfer date",
    "status",
    "created date",
    "created by",
    "updated date",
    "updated by",
    "nameserver",
    "ipaddress",
    "protocol",
];
/// The version of RFC 2832.
const VERSION: &str = "1.1.0";
