//! One exchange, and how it is written.

use std::net::SocketAddr;
use std::sync::Arc;

use crate::scrub::Content;

/// One request with its answer, as they were on the wire. It may hold secrets: it does not print, and goes nowhere
/// but to the journal's thread, which scrubs it.
pub struct Entry {
    /// When the answer was given, Unix milliseconds.
    pub at_millis: i64,
    /// The server's transaction identifier (svTRID).
    pub trid: String,
    /// The protocol's name, such as `epp`.
    pub protocol: &'static str,
    /// The client's address.
    pub peer: SocketAddr,
    /// The account that was logged in.
    pub account: Option<Arc<str>>,
    /// The request, without its framing, and what it is written in, which decides how it is scrubbed.
    pub request: (Content, Vec<u8>),
    /// The answer, likewise.
    pub answer: (Content, Vec<u8>),
    /// The result code, 0 if the protocol's answer has no number.
    pub code: u32,
}

impl Entry {
    /// The memory it holds while it waits, about.
    pub(super) fn size(&self) -> usize {
        size_of::<Self>() + self.trid.capacity() + self.request.1.capacity() + self.answer.1.capacity()
    }

    /// Appends the entry to `line` as a JSON object, scrubbed, with a line end. `scratch` is working space.
    pub(super) fn write(&self, line: &mut Vec<u8>, scratch: &mut Vec<u8>) {
        line.extend_from_slice(format!("{{\"at\":{},\"protocol\":", self.at_millis).as_bytes());
        push_string(self.protocol, line);
        line.extend_from_slice(format!(",\"peer\":\"{}\",\"account\":", self.peer).as_bytes());
        match &self.account {
            Some(account) => push_string(account, line),
            None => line.extend_from_slice(b"null"),
        }
        line.extend_from_slice(b",\"trid\":");
        push_string(&self.trid, line);
        line.extend_from_slice(format!(",\"code\":{}", self.code).as_bytes());
        for (name, (content, text)) in [("request", &self.request), ("answer", &self.answer)] {
            line.extend_from_slice(format!(",\"{name}\":").as_bytes());
            scratch.clear();
            content.scrub(text, scratch);
            push_string(&String::from_utf8_lossy(scratch), line);
        }
        line.extend_from_slice(b"}\n");
    }
}

fn push_string(text: &str, line: &mut Vec<u8>) {
    // Writing a string to memory does not fail.
    if serde_json::to_writer(&mut *line, text).is_err() {
        line.extend_from_slice(b"null");
    }
}
