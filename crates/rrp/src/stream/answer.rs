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
    let known = |name: &str| KNOWN.into_iter().find(|known| known.eq_ignore_ascii_case(name));
    for (name, values) in columns.iter().filter_map(|(name, values)| Some((known(name)?, values))) {
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

/// The properties that RFC 2832 gives an answer, as it writes them: some clients mind the case of letters.
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
    "ipAddress",
    "Protocol",
];
/// The version of RFC 2832.
const VERSION: &str = "1.1.0";

#[cfg(test)]
mod tests {
    use engine::{Done, Outcome};
    use outcomes::Operation as Name;

    use super::*;
    use crate::answer::Reply;
    use crate::face::Face;

    #[test]
    fn names_of_properties_have_the_letters_of_the_standard_and_others_are_left_out() {
        let columns = description_of_protocol().one("ipaddress", "192.0.2.1").one("zone", "test");
        let reply = Reply::of(Done::new(Outcome::PingAnswered, ()), |()| columns);
        let lines = lines(&Response::reply(reply, Name::SessionHello, Face::Rrp));
        assert!(lines.ends_with("\r\nProtocol:RRP 1.1.0\r\nipAddress:192.0.2.1\r\n.\r\n"), "{lines}");
    }
}
