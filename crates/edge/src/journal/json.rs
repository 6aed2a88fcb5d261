//! Strings as JSON writes them (RFC 8259 section 7).

use std::io::Write as _;

use memchr::memchr3;

/// Appends a text in quotes. What is not UTF-8 becomes U+FFFD.
pub(super) fn push_string(text: &[u8], line: &mut Vec<u8>) {
    line.push(b'"');
    match std::str::from_utf8(text) {
        Ok(text) => push_escaped(text, line),
        Err(_) => push_escaped(&String::from_utf8_lossy(text), line),
    }
    line.push(b'"');
}

fn push_escaped(text: &str, line: &mut Vec<u8>) {
    let text = text.as_bytes();
    // Other control characters than the line feed are rare, and without them the search is three times as fast.
    let is_rare = |byte: u8| byte < 0x20 && byte != b'\n';
    let has_rare = text.iter().fold(false, |found, &byte| found | is_rare(byte));
    let find = if has_rare { find_special } else { |text: &[u8]| memchr3(b'"', b'\\', b'\n', text) };

    let mut rest = text;
    while let Some(at) = find(rest) {
        line.extend_from_slice(&rest[..at]);
        push_special(rest[at], line);
        rest = &rest[at + 1..];
    }
    line.extend_from_slice(rest);
}

fn find_special(text: &[u8]) -> Option<usize> {
    text.iter().position(|&byte| byte < 0x20 || matches!(byte, b'"' | b'\\'))
}

fn push_special(byte: u8, line: &mut Vec<u8>) {
    match byte {
        b'"' => line.extend_from_slice(b"\\\""),
        b'\\' => line.extend_from_slice(b"\\\\"),
        b'\n' => line.extend_from_slice(b"\\n"),
        b'\r' => line.extend_from_slice(b"\\r"),
        b'\t' => line.extend_from_slice(b"\\t"),
        // Writing to memory does not fail.
        other => drop(write!(line, "\\u{other:04x}")),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::*;

    fn written(text: &[u8]) -> String {
        let mut line = Vec::new();
        push_string(text, &mut line);
        String::from_utf8(line).unwrap()
    }

    #[test]
    fn what_must_be_escaped_is() {
        assert_eq!(written(b""), "\"\"");
        assert_eq!(written("Nov\u{e1}k".as_bytes()), "\"Nov\u{e1}k\"");
        assert_eq!(
            written(b"a\"b\\c\nd\re\tf\0g\x1fh\x7f"),
            r#""a\"b\\c\nd\re\tf\u0000g\u001fh"#.to_owned() + "\x7f\""
        );
        assert_eq!(written(b"\xff<"), "\"\u{fffd}<\"");
    }

    #[test]
    fn a_special_character_is_found_wherever_it_stands() {
        for place in 0..100 {
            let mut text = vec![b'x'; 100];
            text[place] = b'"';
            assert_eq!(written(&text).find("\\\""), Some(1 + place));
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_back(text in any::<String>()) {
            let read: String = serde_json::from_str(&written(text.as_bytes())).unwrap();
            prop_assert_eq!(read, text);
        }
    }
}
