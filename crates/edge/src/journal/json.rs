//! Strings as JSON writes them (RFC 8259 section 7).

use std::io::Write as _;

/// Appends a text in quotes. What is not UTF-8 becomes U+FFFD.
pub(super) fn push_string(text: &[u8], line: &mut Vec<u8>) {
    line.push(b'"');
    match std::str::from_utf8(text) {
        Ok(text) => push_escaped(text, line),
        Err(_) => push_escaped(&String::from_utf8_lossy(text), line),
    }
    line.push(b'"');
}

/// Most pieces hold nothing special and are copied as they are: a glance at a piece costs no more than one at a byte.
fn push_escaped(text: &str, line: &mut Vec<u8>) {
    let (pieces, rest) = text.as_bytes().as_chunks::<PIECE>();
    line.reserve(text.len());
    for piece in pieces {
        if piece.iter().fold(false, |found, &byte| found | is_special(byte)) {
            push_bytes(piece, line);
        } else {
            line.extend_from_slice(piece);
        }
    }
    push_bytes(rest, line);
}

const fn is_special(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

fn push_bytes(bytes: &[u8], line: &mut Vec<u8>) {
    for &byte in bytes {
        match byte {
            b'"' => line.extend_from_slice(b"\\\""),
            b'\\' => line.extend_from_slice(b"\\\\"),
            b'\n' => line.extend_from_slice(b"\\n"),
            b'\r' => line.extend_from_slice(b"\\r"),
            b'\t' => line.extend_from_slice(b"\\t"),
            // Writing to memory does not fail.
            control @ ..0x20 => drop(write!(line, "\\u{control:04x}")),
            plain => line.push(plain),
        }
    }
}

/// What a processor compares at once.
const PIECE: usize = 16;

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
