//! Strings as JSON writes them (RFC 8259 section 7).

use json_escape_simd::escape_into;

/// Appends a text in quotes. What is not UTF-8 becomes U+FFFD.
pub(super) fn push_string(text: &[u8], line: &mut Vec<u8>) {
    match simdutf8::basic::from_utf8(text) {
        Ok(text) => escape_into(text, line),
        Err(_) => escape_into(String::from_utf8_lossy(text), line),
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
