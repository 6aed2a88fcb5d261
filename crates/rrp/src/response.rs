//! Answers: lines around what a command told.

use std::fmt::Write as _;
use std::time::Duration;

use engine::model::OperationId;
use engine::{Outcome, Refusal, Refusals};
use outcomes::{Code, Operation as Name};

use crate::answer::Reply;
use crate::columns::Columns;
use crate::face::Face;

/// An answer, before it is written.
#[derive(Debug)]
pub(crate) struct Response {
    pub(crate) code: &'static Code,
    description: String,
    columns: Columns,
    is_pending: bool,
}

impl Response {
    /// The answer to a command that was carried out.
    pub(crate) fn reply(reply: Reply, name: Name, face: Face) -> Self {
        let code = face.table().row(reply.outcome, Some(name), None).code;
        let description = description(code, reply.warnings.iter().map(|one| reason(one, Some(name), face)));
        Self { code, description, columns: reply.columns, is_pending: reply.is_pending }
    }

    /// The answer to a request that was refused. The first reason decides the code.
    pub(crate) fn refusal(refusals: &Refusals, name: Option<Name>, face: Face) -> Self {
        let first = refusals.first();
        let code = face.table().row(first.outcome, name, first.field).code;
        let description = description(code, refusals.iter().map(|refusal| reason(refusal, name, face)));
        Self { code, description, columns: Columns::new(), is_pending: false }
    }

    /// The text of the code, and behind it what exactly happened.
    pub(crate) fn description(&self) -> &str {
        &self.description
    }

    /// What there is to tell.
    pub(crate) fn columns(&self) -> &Columns {
        &self.columns
    }

    /// The client's id of the request and the server's beside it, if the client sent one.
    pub(crate) fn echo(&mut self, client_id: Option<&str>, operation: OperationId) {
        let Some(client_id) = client_id else { return };
        let columns = std::mem::take(&mut self.columns);
        self.columns = columns.one("cltrid", client_id).one("svtrid", operation.to_string());
    }

    /// The whole text. Both faces end lines with LF alone: a parser in use takes CRLF for an empty line.
    pub(crate) fn write(&self, face: Face, took: Duration) -> String {
        let mut text = String::from("[RESPONSE]\n");
        text.push_str(&self.lines(face));
        write_line(&mut text, face, "runtime", &format!("{:.3}", took.as_secs_f64()));
        write_line(&mut text, face, "queuetime", "0");
        text.push_str("EOF\n");
        text
    }

    /// The lines that tell what happened.
    pub(crate) fn lines(&self, face: Face) -> String {
        let mut text = String::new();
        let mut line = |key: &str, value: &str| write_line(&mut text, face, key, value);
        line("code", &self.code.number.to_string());
        line("description", &self.description);
        for (name, values) in self.columns.iter() {
            let name = property(name, face);
            for (place, value) in values.iter().enumerate() {
                line(&format!("property[{name}][{place}]"), &on_one_line(value));
            }
        }
        if self.is_pending && face == Face::Hexonet {
            line("pending", "1");
        }
        text
    }
}

fn write_line(text: &mut String, face: Face, key: &str, value: &str) {
    let _ = match face {
        Face::Cnr | Face::Rrp => writeln!(text, "{key} = {value}"),
        Face::Hexonet => writeln!(text, "{}={value}", key.to_ascii_uppercase()),
    };
}

/// The text of the code, and behind it what exactly happened.
fn description(code: &Code, reasons: impl Iterator<Item = String>) -> String {
    let mut text = code.message.to_owned();
    for reason in reasons {
        text.push_str("; ");
        text.push_str(&reason);
    }
    // Clients take braces for places of their own to be filled.
    on_one_line(&text).replace('{', "(").replace('}', ")")
}

/// What exactly happened, in the words of a face's table where it has some of its own.
fn reason(refusal: &Refusal, name: Option<Name>, face: Face) -> String {
    refusal.reason_as(face.table().row(refusal.outcome, name, refusal.field).text())
}

/// A property's name as a face writes it.
fn property(name: &str, face: Face) -> String {
    match face {
        Face::Cnr | Face::Rrp => name.to_owned(),
        Face::Hexonet => name.replace(' ', "").to_ascii_uppercase(),
    }
}

/// No value can end its line: what it holds of control characters becomes white space.
fn on_one_line(value: &str) -> String {
    value
        .chars()
        .map(|letter| if letter.is_control() || "\u{2028}\u{2029}".contains(letter) { ' ' } else { letter })
        .collect()
}

/// What a refusal says of one thing among many, as in a list: code, text of the code, reason.
pub(crate) fn cell(outcome: Outcome, refusal: Option<&Refusal>, name: Name, face: Face) -> String {
    let code = face.table().row(outcome, Some(name), refusal.and_then(|refusal| refusal.field)).code;
    let reason = refusal.map(|refusal| reason(refusal, Some(name), face));
    format!("{} {}", code.number, description(code, reason.into_iter()))
}

#[cfg(test)]
mod tests {
    use engine::Done;
    use proptest::prelude::*;

    use super::*;

    fn response() -> Response {
        let columns = |()| {
            Columns::new()
                .one("domain idn", "a\r\ncode = 500\nb")
                .many("status", vec!["x".into(), "y".into()])
        };
        Response::reply(Reply::of(Done::new(Outcome::DomainFound, ()), columns), Name::DomainInfo, Face::Cnr)
    }

    #[test]
    fn each_face_has_its_letters_and_no_value_forges_a_line() {
        let lines = response().write(Face::Cnr, Duration::from_millis(12));
        assert_eq!(
            lines,
            "[RESPONSE]\ncode = 200\ndescription = Command completed successfully\n\
             property[domain idn][0] = a  code = 500 b\nproperty[status][0] = x\nproperty[status][1] = y\n\
             runtime = 0.012\nqueuetime = 0\nEOF\n"
        );
        let lines = response().write(Face::Hexonet, Duration::ZERO);
        assert!(
            lines.contains("\nCODE=200\n") && lines.contains("\nPROPERTY[DOMAINIDN][0]=a  code = 500 b\n"),
            "{lines}"
        );
    }

    proptest! {
        /// Whatever a value, the client's id or a refusal holds, an answer has the lines that it should have and no other.
        #[test]
        fn nothing_that_is_told_forges_a_line(
            values in prop::collection::vec(any::<String>(), 1..5),
            lines in prop::collection::vec("[a-z= \\[\\]\r\n\u{85}\u{2028}\u{2029}\u{0}EOF]{0,20}", 1..5),
            client_id in any::<String>(),
        ) {
            for face in [Face::Cnr, Face::Hexonet, Face::Rrp] {
                let count = values.len() + lines.len() + 2;
                let columns = Columns::new().many("a b", values.clone()).many("c", lines.clone());
                let done = Done::new(Outcome::DomainFound, ());
                let mut response = Response::reply(Reply::of(done, |()| columns), Name::DomainInfo, face);
                response.echo(Some(&client_id), OperationId(7));
                prop_assert_eq!(properties(&response.write(face, Duration::ZERO)), Some(count));
                for value in values.iter().chain(&lines) {
                    let refusal = Refusal::new(Outcome::CommandUnknown).value(value);
                    let response = Response::refusal(&refusal.into(), None, face);
                    prop_assert_eq!(properties(&response.write(face, Duration::ZERO)), Some(0));
                }
            }
        }
    }

    /// How many properties an answer has; `None` if it is no answer as it should be. Lines end wherever any parser thinks
    /// that they do.
    fn properties(answer: &str) -> Option<usize> {
        let is_end = |letter: char| letter.is_control() || "\u{2028}\u{2029}".contains(letter);
        let lines: Vec<&str> = answer.strip_suffix('\n')?.split(is_end).collect();
        let [begin, code, description, properties @ .., runtime, queuetime, end] = lines.as_slice() else {
            return None;
        };
        let is = |line: &str, key: &str| line.to_ascii_lowercase().replace(" = ", "=").starts_with(key);
        let is_sound = (*begin, *end) == ("[RESPONSE]", "EOF")
            && is(code, "code=")
            && is(description, "description=")
            && is(runtime, "runtime=")
            && is(queuetime, "queuetime=")
            && properties.iter().all(|line| is(line, "property["));
        is_sound.then_some(properties.len())
    }

    #[test]
    fn a_description_has_no_braces() {
        let refusal = Refusal::new(Outcome::CommandUnknown).value("{x}");
        let response = Response::refusal(&refusal.into(), None, Face::Cnr);
        assert_eq!(response.description, "Invalid command name; (x) is no command of the protocol");
    }
}
