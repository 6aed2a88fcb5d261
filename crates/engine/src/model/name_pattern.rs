//! Patterns that names are looked for by.

use super::wildcards;

/// A pattern: `*` stands for any characters, `?` for one. Letter case plays no part.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NamePattern(Box<str>);

impl NamePattern {
    /// A pattern as a client writes it. Nothing written stands for every name.
    pub fn new(text: &str) -> Self {
        if text.is_empty() { Self::any() } else { Self(text.to_lowercase().into()) }
    }

    /// The pattern that every name fits.
    pub fn any() -> Self {
        Self("*".into())
    }

    /// The pattern.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How every name begins that fits.
    pub fn beginning(&self) -> &str {
        self.0.split(['*', '?']).next().unwrap_or_default()
    }

    /// Whether a name fits, which is in small letters as all names are.
    pub fn fits(&self, name: &str) -> bool {
        wildcards::fits(&self.0, name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_and_question_marks_stand_for_characters() {
        for (pattern, name, fits) in [
            ("*", "shop.test", true),
            ("", "shop.test", true),
            ("SHOP.test", "shop.test", true),
            ("shop.test", "shop.tests", false),
            ("s?op.*", "shop.test", true),
            ("*.test", "shop.test", true),
            ("*o*o*", "shop.test", false),
            ("*s*t", "shop.test", true),
            ("?", "", false),
        ] {
            assert_eq!(NamePattern::new(pattern).fits(name), fits, "{pattern} {name}");
        }
        assert_eq!(NamePattern::new("ab?c").beginning(), "ab");
    }
}
