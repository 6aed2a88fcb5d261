//! Character and entity references, and text as the source spells it.

use std::borrow::Cow;

/// Why a reference means nothing.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum BadReference<'a> {
    /// Not a reference by XML 1.0 section 4.1, or to a character XML cannot hold.
    Malformed,
    /// A well-formed reference to an entity nobody defined.
    Unknown(&'a [u8]),
}

/// Reads the reference whose `&` stands at the start of `source`: the character it means and its
/// length in bytes, `&` and `;` included.
pub(super) fn read_reference(source: &[u8]) -> Result<(char, usize), BadReference<'_>> {
    let inner = source.get(1..).unwrap_or_default();
    let end = inner.iter().position(|&byte| byte == b';' || !in_reference(byte));
    let Some(end) = end.filter(|&end| end > 0 && inner[end] == b';') else {
        return Err(BadReference::Malformed);
    };
    let name = &inner[..end];
    let meaning = match name.strip_prefix(b"#") {
        Some(number) => character(number).ok_or(BadReference::Malformed)?,
        None => predefined(name)?,
    };
    Ok((meaning, end + 2))
}

/// Character data exactly as the source has it, with references and CDATA sections resolved and
/// line ends made line feeds (XML 1.0 section 2.11). `source` holds no other markup.
pub(super) fn resolve(source: &str) -> Cow<'_, str> {
    if memchr::memchr3(b'\r', b'&', b'<', source.as_bytes()).is_none() {
        return Cow::Borrowed(source);
    }
    let mut resolved = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(at) = memchr::memchr2(b'&', b'<', rest.as_bytes()) {
        push_lines(&mut resolved, &rest[..at]);
        rest = push_markup(&mut resolved, &rest[at..]);
    }
    push_lines(&mut resolved, rest);
    Cow::Owned(resolved)
}

/// Appends what the reference or CDATA section at the start of `source` means; returns the rest.
fn push_markup<'a>(resolved: &mut String, source: &'a str) -> &'a str {
    if let Some(data) = source.strip_prefix("<![CDATA[") {
        let (data, rest) = data.split_once("]]>").unwrap_or((data, ""));
        push_lines(resolved, data);
        return rest;
    }
    match read_reference(source.as_bytes()) {
        Ok((meaning, length)) => {
            resolved.push(meaning);
            &source[length..]
        }
        // Cannot be in a scanned document; stop rather than guess.
        Err(_) => "",
    }
}

fn push_lines(resolved: &mut String, mut text: &str) {
    while let Some((line, rest)) = text.split_once('\r') {
        resolved.push_str(line);
        resolved.push('\n');
        text = rest.strip_prefix('\n').unwrap_or(rest);
    }
    resolved.push_str(text);
}

/// The value of an attribute as the source has it, normalised as XML 1.0 section 3.3.3 says: references are resolved,
/// and each tab and line end is a blank.
pub(super) fn resolve_value(source: &str) -> Cow<'_, str> {
    // Without early ends, so that many bytes are looked at at once.
    if !source.bytes().fold(false, |found, byte| found | (byte < b' ') | (byte == b'&')) {
        return Cow::Borrowed(source);
    }
    let mut resolved = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(at) = memchr::memchr(b'&', rest.as_bytes()) {
        push_blanks(&mut resolved, &rest[..at]);
        rest = push_markup(&mut resolved, &rest[at..]);
    }
    push_blanks(&mut resolved, rest);
    Cow::Owned(resolved)
}

fn push_blanks(resolved: &mut String, text: &str) {
    let start = resolved.len();
    push_lines(resolved, text);
    let blanks = resolved.split_off(start).replace(['\t', '\n'], " ");
    resolved.push_str(&blanks);
}

/// The first character that XML cannot hold, and where it stands.
pub(super) fn foreign_character(text: &str) -> Option<(usize, char)> {
    let mut blocks = text.as_bytes().chunks(BLOCK);
    // Nearly no document has any. Without early ends, so that many bytes are looked at at once.
    if !blocks.any(|block| block.iter().fold(false, |found, &byte| found | may_be_foreign(byte))) {
        return None;
    }
    text.char_indices().find(|(_, c)| !is_xml_character(*c))
}

/// Whether a character that XML cannot hold may begin with this byte: the controls, and U+FFFE and U+FFFF.
fn may_be_foreign(byte: u8) -> bool {
    (byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')) || byte == 0xEF
}

/// The digits of `&#38;` or `&#x26;` as a character that XML can hold.
fn character(number: &[u8]) -> Option<char> {
    let (digits, radix) = match number.strip_prefix(b"x") {
        Some(hexadecimal) => (hexadecimal, 16),
        None => (number, 10),
    };
    let mut code = 0u32;
    for &digit in digits {
        code = code.checked_mul(radix)?.checked_add((digit as char).to_digit(radix)?)?;
    }
    // No digits leave zero, which XML cannot hold either.
    char::from_u32(code).filter(|&c| is_xml_character(c))
}

/// The five entities of XML 1.0 section 4.6.
fn predefined(name: &[u8]) -> Result<char, BadReference<'_>> {
    match name {
        b"amp" => Ok('&'),
        b"lt" => Ok('<'),
        b"gt" => Ok('>'),
        b"quot" => Ok('"'),
        b"apos" => Ok('\''),
        [first, ..] if first.is_ascii_digit() || matches!(first, b'-' | b'.') => Err(BadReference::Malformed),
        _ => Err(BadReference::Unknown(name)),
    }
}

/// `Char` of XML 1.0 section 2.2.
fn is_xml_character(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// Bytes that may stand between `&` and `;`: those of a name, and `#`.
fn in_reference(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80 || matches!(byte, b'#' | b':' | b'_' | b'-' | b'.')
}

/// Bytes that are looked at before it is seen whether anything was found.
const BLOCK: usize = 256;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_and_their_length() {
        for (source, meaning, length) in [
            ("&amp;x", '&', 5),
            ("&lt;", '<', 4),
            ("&#13;", '\r', 5),
            ("&#x20aC;", '€', 8),
            ("&#0000000000000000000065;", 'A', 25),
            ("&#x10FFFF;", '\u{10FFFF}', 10),
        ] {
            assert_eq!(read_reference(source.as_bytes()), Ok((meaning, length)), "{source}");
        }
    }

    #[test]
    fn references_that_mean_nothing() {
        for source in [
            "&",
            "&;",
            "& amp;",
            "&amp",
            "&amp ;",
            "&#;",
            "&#x;",
            "&#X41;",
            "&#0;",
            "&#1;",
            "&#xD800;",
            "&#xDFFF;",
            "&#xFFFE;",
            "&#xFFFF;",
            "&#x110000;",
            "&#4294967361;",
            "&#+65;",
            "&#a;",
            "&1a;",
            "&a&lt;",
        ] {
            assert_eq!(read_reference(source.as_bytes()), Err(BadReference::Malformed), "{source}");
        }
        assert_eq!(read_reference(b"&nbsp;"), Err(BadReference::Unknown(b"nbsp")));
        assert_eq!(read_reference(b"&AMP;"), Err(BadReference::Unknown(b"AMP")));
    }

    #[test]
    fn values_are_normalised() {
        for (source, value) in [
            ("plain", "plain"),
            ("a\t b\r\nc\rd\n", "a  b c d "),
            ("&#9;&#10;&#13;\n", "\t\n\r "),
            ("&lt;&quot;&amp;", "<\"&"),
        ] {
            assert_eq!(resolve_value(source), value, "{source:?}");
        }
    }

    #[test]
    fn characters_that_xml_cannot_hold_are_found() {
        let far = "\u{F900}é\t".repeat(BLOCK);
        assert_eq!(foreign_character(&far), None);
        for c in ['\0', '\u{1F}', '\u{FFFE}', '\u{FFFF}'] {
            assert_eq!(foreign_character(&format!("{far}{c}x")), Some((far.len(), c)));
        }
    }

    #[test]
    fn text_is_resolved_as_xml_says() {
        for (source, text) in [
            ("plain", "plain"),
            ("a\r\nb\rc\n\rd", "a\nb\nc\n\nd"),
            ("a\r&amp;", "a\n&"),
            ("&amp;\r", "&\n"),
            ("&#13;\n", "\r\n"),
            ("&amp;lt;", "&lt;"),
            ("a\r<![CDATA[\n&amp;\r\n]]>b", "a\n\n&amp;\nb"),
        ] {
            assert_eq!(resolve(source), text, "{source:?}");
        }
    }
}
