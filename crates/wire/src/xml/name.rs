//! Names by XML 1.0 section 2.3 and Namespaces in XML 1.0 section 4.

/// A name with or without prefix.
#[derive(Clone, Copy)]
pub(super) struct Name<'input> {
    /// Empty if there is none.
    pub(super) prefix: &'input str,
    pub(super) local: &'input str,
    /// Both, as they stand there.
    pub(super) whole: &'input str,
}

impl<'input> Name<'input> {
    /// The name that `text` begins with; `None` if it begins with none.
    pub(super) fn at_start_of(text: &'input str) -> Option<Name<'input>> {
        let first = part(text)?;
        let Some(behind) = text[first.len()..].strip_prefix(':') else {
            return Some(Name { prefix: "", local: first, whole: first });
        };
        let local = part(behind)?;
        Some(Name { prefix: first, local, whole: &text[..first.len() + 1 + local.len()] })
    }
}

/// Whether a name goes on with this byte.
pub(super) fn continues(byte: u8) -> bool {
    IN_NAME[byte as usize]
}

/// The `NCName` that a text begins with.
fn part(text: &str) -> Option<&str> {
    let mut bits = 0;
    let ends = |byte: u8| {
        bits |= byte;
        !continues(byte)
    };
    let length = text.bytes().position(ends).unwrap_or(text.len());
    let part = &text[..length];
    let starts = match part.as_bytes().first()? {
        byte @ 0..0x80 => byte.is_ascii_alphabetic() || *byte == b'_',
        _ => part.chars().next().is_some_and(starts_name),
    };
    (starts && (bits.is_ascii() || part.chars().all(in_name))).then_some(part)
}

/// `NameStartChar` beyond ASCII.
fn starts_name(c: char) -> bool {
    matches!(c,
        '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}' | '\u{370}'..='\u{37D}'
        | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}'
        | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}'
        | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
}

/// `NameChar`, of which the bytes of ASCII are known to be good.
fn in_name(c: char) -> bool {
    c.is_ascii() || starts_name(c) || matches!(c, '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}

/// `NameChar` of ASCII without the colon, and every byte beyond ASCII.
const IN_NAME: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0u8;
    loop {
        table[byte as usize] =
            byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') || byte >= 0x80;
        if byte == u8::MAX {
            break table;
        }
        byte += 1;
    }
};
