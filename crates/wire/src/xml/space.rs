//! White space as XML Schema part 2 section 4.3.6 treats it.

use std::borrow::Cow;

/// The four white space characters of XML.
pub(super) const SPACES: [char; 4] = [' ', '\t', '\n', '\r'];

/// Whether there is nothing but white space.
pub(super) fn is_blank(text: &str) -> bool {
    text.bytes().all(is_space)
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// `whiteSpace="replace"`, the value of an `xs:normalizedString`: each white space character
/// becomes a blank.
pub(super) fn replace(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains(['\t', '\n', '\r']) {
        return text;
    }
    Cow::Owned(text.replace(['\t', '\n', '\r'], " "))
}

/// `whiteSpace="collapse"`, the value of an `xs:token`: none at the ends, single blanks inside.
pub(super) fn collapse(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => collapse_borrowed(text),
        Cow::Owned(text) => Cow::Owned(collapse_borrowed(&text).into_owned()),
    }
}

fn collapse_borrowed(text: &str) -> Cow<'_, str> {
    // What is no greater than a blank is white space, as XML allows no other control characters.
    if !text.bytes().any(|byte| byte <= b' ') {
        return Cow::Borrowed(text);
    }
    let trimmed = text.trim_matches(SPACES);
    if is_collapsed(trimmed) {
        return Cow::Borrowed(trimmed);
    }
    let mut collapsed = String::with_capacity(trimmed.len());
    for word in trimmed.split(SPACES).filter(|word| !word.is_empty()) {
        if !collapsed.is_empty() {
            collapsed.push(' ');
        }
        collapsed.push_str(word);
    }
    Cow::Owned(collapsed)
}

fn is_collapsed(trimmed: &str) -> bool {
    let mut after_blank = false;
    for byte in trimmed.bytes() {
        if matches!(byte, b'\t' | b'\n' | b'\r') || (byte == b' ' && after_blank) {
            return false;
        }
        after_blank = byte == b' ';
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn token_and_normalized_string() {
        for (text, token, normalized) in [
            ("", "", ""),
            (" \t\r\n ", "", "     "),
            ("example.test", "example.test", "example.test"),
            ("\n  Jan  Novák\t\n", "Jan Novák", "   Jan  Novák  "),
            ("a b", "a b", "a b"),
            ("a\tb", "a b", "a b"),
            // No-break and ideographic spaces are not white space in XML.
            ("\u{A0}a\u{3000}", "\u{A0}a\u{3000}", "\u{A0}a\u{3000}"),
        ] {
            assert_eq!(collapse(Cow::Borrowed(text)), token);
            assert_eq!(collapse(Cow::Owned(text.to_owned())), token);
            assert_eq!(replace(Cow::Borrowed(text)), normalized);
        }
    }

    #[test]
    fn nothing_is_copied_when_nothing_changes() {
        for text in ["example.test", "  example.test\n", "two words"] {
            assert!(matches!(collapse(Cow::Borrowed(text)), Cow::Borrowed(_)), "{text:?}");
        }
        assert!(matches!(replace(Cow::Borrowed("two  words ")), Cow::Borrowed(_)));
    }
}
