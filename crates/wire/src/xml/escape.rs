//! Text made safe to stand in XML.

/// Hands over `text` in pieces that are safe between tags. A carriage return is written as a
/// reference, else a reader would make it a line feed (XML 1.0 section 2.11).
pub(super) fn text(text: &str, emit: impl FnMut(&str)) {
    escape(text, &IN_TEXT, emit);
}

/// Hands over `value` in pieces that are safe between double quotes. White space other than blanks
/// is written as references, else a reader would make it blanks (XML 1.0 section 3.3.3).
pub(super) fn attribute(value: &str, emit: impl FnMut(&str)) {
    escape(value, &IN_ATTRIBUTE, emit);
}

/// What XML 1.0 cannot hold at all, not even as a reference, becomes U+FFFD.
fn escape(text: &str, special: &[bool; 256], mut emit: impl FnMut(&str)) {
    let bytes = text.as_bytes();
    // Nearly no text has any, and without an early end that is seen faster.
    if !bytes.iter().fold(false, |found, &byte| found | special[usize::from(byte)]) {
        return emit(text);
    }
    let (mut start, mut at) = (0, 0);
    while let Some(distance) = bytes[at..].iter().position(|&byte| special[usize::from(byte)]) {
        at += distance;
        let length = if bytes[at] == NONCHARACTER_LEAD { 3 } else { 1 };
        if let Some(replacement) = replacement(&bytes[at..at + length]) {
            emit(&text[start..at]);
            emit(replacement);
            start = at + length;
        }
        at += length;
    }
    emit(&text[start..]);
}

/// What to write for a special character, given in UTF-8; `None` if it can stay.
fn replacement(character: &[u8]) -> Option<&'static str> {
    match character {
        b"&" => Some("&amp;"),
        b"<" => Some("&lt;"),
        b">" => Some("&gt;"),
        b"\"" => Some("&quot;"),
        b"'" => Some("&apos;"),
        b"\t" => Some("&#9;"),
        b"\n" => Some("&#10;"),
        b"\r" => Some("&#13;"),
        // U+FFFE and U+FFFF, the only ones of their lead byte that XML forbids.
        [NONCHARACTER_LEAD, 0xBF, 0xBE | 0xBF] => Some("\u{FFFD}"),
        [NONCHARACTER_LEAD, ..] => None,
        _ => Some("\u{FFFD}"),
    }
}

/// First byte of U+F000 to U+FFFF in UTF-8.
const NONCHARACTER_LEAD: u8 = 0xEF;

const IN_TEXT: [bool; 256] = table(b"&<>\"'\r", b"\t\n");
const IN_ATTRIBUTE: [bool; 256] = table(b"&<>\"'\t\n\r", b"");

/// Marks `special`, the noncharacter lead, and all control characters but those in `kept`.
const fn table(special: &[u8], kept: &[u8]) -> [bool; 256] {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        table[byte] = true;
        byte += 1;
    }
    let mut index = 0;
    while index < special.len() {
        table[special[index] as usize] = true;
        index += 1;
    }
    let mut index = 0;
    while index < kept.len() {
        table[kept[index] as usize] = false;
        index += 1;
    }
    table[NONCHARACTER_LEAD as usize] = true;
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_text(source: &str) -> String {
        let mut written = String::new();
        text(source, |piece| written.push_str(piece));
        written
    }

    fn in_attribute(source: &str) -> String {
        let mut written = String::new();
        attribute(source, |piece| written.push_str(piece));
        written
    }

    #[test]
    fn specials_are_escaped() {
        for (source, as_text, as_attribute) in [
            ("", "", ""),
            ("plain čeština €", "plain čeština €", "plain čeština €"),
            ("<a b='c'>&\"", "&lt;a b=&apos;c&apos;&gt;&amp;&quot;", "&lt;a b=&apos;c&apos;&gt;&amp;&quot;"),
            ("]]>", "]]&gt;", "]]&gt;"),
            ("a\tb\r\nc", "a\tb&#13;\nc", "a&#9;b&#13;&#10;c"),
        ] {
            assert_eq!(in_text(source), as_text);
            assert_eq!(in_attribute(source), as_attribute);
        }
    }

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        for source in ["\0", "\u{1}", "\u{8}", "\u{B}", "\u{1B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"] {
            assert_eq!(in_text(source), "\u{FFFD}", "{source:?}");
            assert_eq!(in_attribute(&format!("a{source}b")), "a\u{FFFD}b", "{source:?}");
        }
        for source in ["\u{7F}", "\u{85}", "\u{F000}", "\u{FEFF}", "\u{FFFD}", "\u{FFBE}", "\u{1FFFE}"] {
            assert_eq!(in_text(source), source);
        }
    }
}
