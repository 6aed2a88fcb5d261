//! One exchange, and how it is written.

use std::fmt::Display;
use std::io::Write as _;
use std::net::SocketAddr;

use engine::model::OperationId;

use super::json::push_string;
use crate::scrub::Content;

/// One request with its answer, as they were on the wire. It may hold secrets: it does not print, and goes nowhere
/// but to the journal's thread, which scrubs it.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    /// When the answer was given, Unix milliseconds.
    pub at_millis: i64,
    /// The server's transaction identifier (svTRID).
    pub trid: OperationId,
    /// The protocol's name, such as `epp`.
    pub protocol: &'static str,
    /// The client's address.
    pub peer: SocketAddr,
    /// The account that was logged in.
    pub account: Option<&'a str>,
    /// The request, without its framing, and what it is written in, which decides how it is scrubbed.
    pub request: (Content, &'a [u8]),
    /// The answer, likewise.
    pub answer: (Content, &'a [u8]),
    /// The result code, 0 if the protocol's answer has no number.
    pub code: u32,
}

impl Entry<'_> {
    /// Appends the entry to `line` as a JSON object, scrubbed, with a line end. `scratch` is working space.
    pub(super) fn write(&self, line: &mut Vec<u8>, scratch: &mut Vec<u8>) {
        push_number("{\"at\":", self.at_millis, line);
        push_text(",\"protocol\":", self.protocol.as_bytes(), line);
        push_peer(",\"peer\":\"", self.peer, line);
        match self.account {
            Some(account) => push_text("\",\"account\":", account.as_bytes(), line),
            None => line.extend_from_slice(b"\",\"account\":null"),
        }
        push_field(",\"trid\":\"", self.trid, line);
        push_number("\",\"code\":", self.code, line);
        for (name, (content, text)) in [(",\"request\":", self.request), (",\"answer\":", self.answer)] {
            push_text(name, content.scrub(text, scratch), line);
        }
        line.extend_from_slice(b"}\n");
    }
}

/// As it displays, but sooner: there is one in every entry.
fn push_peer(name: &str, peer: SocketAddr, line: &mut Vec<u8>) {
    let SocketAddr::V4(v4) = peer else { return push_field(name, peer, line) };
    let [first, rest @ ..] = v4.ip().octets();
    push_number(name, first, line);
    rest.into_iter().for_each(|octet| push_number(".", octet, line));
    push_number(":", v4.port(), line);
}

fn push_number(name: &str, number: impl itoa::Integer, line: &mut Vec<u8>) {
    line.extend_from_slice(name.as_bytes());
    line.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

/// What displays without a character that JSON would escape.
fn push_field(name: &str, value: impl Display, line: &mut Vec<u8>) {
    line.extend_from_slice(name.as_bytes());
    // Writing to memory does not fail.
    let _ = write!(line, "{value}");
}

fn push_text(name: &str, text: &[u8], line: &mut Vec<u8>) {
    line.extend_from_slice(name.as_bytes());
    push_string(text, line);
}
