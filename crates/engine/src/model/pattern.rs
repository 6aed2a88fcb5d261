//! Patterns that names are compared with.

use outcomes::Outcome;

use super::wildcards;
use crate::Refusal;

/// A pattern: `*` stands for any text, `?` for any one character; letters fit in either case.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pattern(Box<str>);

impl Pattern {
    /// Reads a pattern of up to 255 bytes.
    ///
    /// # Errors
    /// `text_missing` or `text_too_long`.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        if text.is_empty() {
            return Err(Refusal::new(Outcome::TextMissing));
        }
        if text.len() > LONGEST {
            return Err(Refusal::new(Outcome::TextTooLong).value(text).fact("longest", LONGEST));
        }
        Ok(Self(text.to_ascii_lowercase().into()))
    }

    /// The text, in small letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a text fits.
    pub fn fits(&self, text: &str) -> bool {
        wildcards::fits(&self.0, &text.to_ascii_lowercase())
    }
}

const LONGEST: usize = 255;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letter_case_plays_no_part_and_the_length_is_bounded() {
        assert!(Pattern::parse("S*p.*").unwrap().fits("shop.TEST"));
        assert!(Pattern::parse("").is_err() && Pattern::parse(&"a".repeat(256)).is_err());
    }
}
