//! Names from hostile documents, fit for a message.

use std::fmt;

/// A piece of the document in single quotes, clipped and without control characters, so that a
/// message stays one short line.
pub(super) struct Quoted<'a>(pub(super) &'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("'")?;
        for (index, c) in self.0.chars().enumerate() {
            if index == LONGEST {
                f.write_str("...")?;
                break;
            }
            write!(f, "{}", if c.is_control() { char::REPLACEMENT_CHARACTER } else { c })?;
        }
        f.write_str("'")
    }
}

/// Characters shown of one name. The longest namespace of the field's schemas has about 60.
const LONGEST: usize = 80;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_short_and_one_line() {
        assert_eq!(Quoted("domain:name").to_string(), "'domain:name'");
        assert_eq!(Quoted("a\r\nb").to_string(), "'a\u{FFFD}\u{FFFD}b'");
        assert_eq!(Quoted(&"x".repeat(1_000_000)).to_string(), format!("'{}...'", "x".repeat(80)));
    }
}
