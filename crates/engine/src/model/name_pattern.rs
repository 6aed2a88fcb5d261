//! Patterns that names are looked for by.

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

    /// Whether a name fits.
    pub fn fits(&self, name: &str) -> bool {
        let (pattern, name): (Vec<char>, Vec<char>) = (self.0.chars().collect(), name.chars().collect());
        let (mut at, mut from, mut star) = (0, 0, None);
        while from < name.len() {
            match pattern.get(at) {
                Some('*') => {
                    star = Some((at, from));
                    at += 1;
                }
                Some(c) if *c == '?' || *c == name[from] => (at, from) = (at + 1, from + 1),
                // The last star takes one character more.
                _ => match star {
                    Some((starred, taken)) => {
                        star = Some((starred, taken + 1));
                        (at, from) = (starred + 1, taken + 1);
                    }
                    None => return false,
                },
            }
        }
        pattern[at..].iter().all(|c| *c == '*')
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
