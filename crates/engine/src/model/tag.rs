//! Labels that an account puts on its domains.

use std::fmt;

use outcomes::Outcome;

use crate::Refusal;

/// A label: 1 to 64 visible characters, compared exactly.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(Box<str>);

impl Tag {
    /// Reads a label.
    ///
    /// # Errors
    /// `tag_malformed` when it is empty, too long, or holds a space at an end or a control character.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let fits = (1..=64).contains(&text.chars().count());
        if fits && text.trim() == text && !text.chars().any(char::is_control) {
            return Ok(Self(text.into()));
        }
        Err(Refusal::new(Outcome::TagMalformed).value(text))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A label that was parsed before and comes back from the store.
    pub fn from_store(text: String) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_short_and_visible() {
        assert_eq!(Tag::parse("For sale 2027").unwrap().as_str(), "For sale 2027");
        for bad in ["", " a", "a ", "a\tb", &"x".repeat(65)] {
            assert_eq!(Tag::parse(bad).unwrap_err().outcome, Outcome::TagMalformed, "{bad:?}");
        }
    }
}
