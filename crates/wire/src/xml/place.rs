//! Where in a document something stands.

use std::fmt;

/// A position in a document, as an editor would show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Line, from 1. Lines end with a line feed.
    pub line: u32,
    /// Column in characters, from 1. A byte order mark is not counted.
    pub column: u32,
}

impl Place {
    /// The first character of a document.
    pub const START: Place = Place { line: 1, column: 1 };

    /// The place of the byte at `offset`. Walks the text, so it is for messages only.
    pub(super) fn of(text: &[u8], offset: usize) -> Place {
        let before = &text[..offset.min(text.len())];
        let line_start = memchr::memrchr(b'\n', before).map_or(0, |newline| newline + 1);
        let lines = memchr::memchr_iter(b'\n', before).count();
        let characters = before[line_start..].iter().filter(|&&byte| !is_continuation(byte)).count();
        Place { line: count(lines + 1), column: count(characters + 1) }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// Whether a byte of UTF-8 continues a character begun before it.
fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_and_characters_not_bytes() {
        let text = "a\nčd\r\n€x".as_bytes();
        let at = |needle: &[u8]| Place::of(text, memchr::memmem::find(text, needle).unwrap());
        assert_eq!(at(b"a"), Place::START);
        assert_eq!(at(b"d"), Place { line: 2, column: 2 });
        assert_eq!(at(b"x"), Place { line: 3, column: 2 });
        assert_eq!(Place::of(text, 1_000), Place { line: 3, column: 3 });
    }
}
