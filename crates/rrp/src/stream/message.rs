//! A request of RRP (RFC 2832 section 4): lines up to one that is a dot.

use engine::{Outcome, Refusal};

/// A request, read. Names are in small letters.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Message {
    /// The command: `add`.
    pub(super) verb: String,
    /// The kind of object: `domain`.
    pub(super) entity: Option<String>,
    /// Attributes in their order; those of lists stand several times.
    pub(super) attributes: Vec<(String, String)>,
    /// Options: what begins with a hyphen.
    pub(super) options: Vec<(String, String)>,
}

/// How long the next request in the bytes is, with its last line; `None` if its end has not come yet.
pub(super) fn length(bytes: &[u8]) -> Option<usize> {
    let mut start = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        start += line.len();
        if line.ends_with(b"\n") && line.trim_ascii() == b"." {
            return Some(start);
        }
    }
    None
}

impl Message {
    /// Reads a request: the command in the first line, then `Name:value` and `-Name:value` in any order.
    ///
    /// # Errors
    /// `request_malformed`: bytes that are no printable ASCII, no command, a line without a colon.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let text = std::str::from_utf8(bytes).ok().filter(|text| text.bytes().all(is_text));
        let text = text.ok_or_else(|| malformed("it holds bytes that are no printable ASCII"))?;
        let lines =
            text.lines().map(str::trim).enumerate().filter(|(_, line)| !line.is_empty() && *line != ".");
        let mut message = Self::default();
        for (number, line) in lines {
            if message.verb.is_empty() {
                message.verb = line.to_ascii_lowercase();
                continue;
            }
            let (name, value) = line
                .split_once(':')
                .ok_or_else(|| malformed(&format!("line {} holds no colon", number + 1)))?;
            message.enter(&name.trim().to_ascii_lowercase(), value.trim());
        }
        if message.verb.is_empty() { Err(malformed("it holds no command")) } else { Ok(message) }
    }

    fn enter(&mut self, name: &str, value: &str) {
        match name.strip_prefix('-') {
            Some(option) => self.options.push((option.to_owned(), value.to_owned())),
            None if name == "entityname" => self.entity = Some(value.to_ascii_lowercase()),
            None => self.attributes.push((name.to_owned(), value.to_owned())),
        }
    }
}

fn is_text(byte: u8) -> bool {
    matches!(byte, b' '..=b'~' | b'\t' | b'\r' | b'\n')
}

fn malformed(reason: &str) -> Refusal {
    Refusal::new(Outcome::RequestMalformed).fact("reason", reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_and_options_come_in_any_order_and_case() {
        let text = b"add\r\n-Period:2\r\nentityname:Domain\r\nnameserver:ns1.x.net\r\nDomainName:EXAMPLE.COM\r\nIPAddress:2001:db8::1\r\n.\r\n";
        let message = Message::read(text).unwrap();
        assert_eq!((message.verb.as_str(), message.entity.as_deref()), ("add", Some("domain")));
        assert_eq!(message.options, [("period".to_owned(), "2".to_owned())]);
        assert_eq!(message.attributes[2].1, "2001:db8::1");
    }

    #[test]
    fn a_request_ends_with_a_dot_in_a_line() {
        assert_eq!(length(b"quit\r\n.\r\nadd\r\n"), Some(9));
        assert_eq!(length(b"quit\n.\n"), Some(7));
        assert_eq!(length(b"quit\r\n."), None);
        assert_eq!(length(b""), None);
        for bad in [&b"add\nnothing\n.\n"[..], b".\n", b"add\nx:\xff\n.\n", b"add\nx:\0\n.\n"] {
            assert_eq!(Message::read(bad).unwrap_err().outcome, Outcome::RequestMalformed);
        }
    }
}
