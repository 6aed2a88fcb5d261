//! Patterns that names are compared with.

use outcomes::Outcome;

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
        fits(&self.0, &text.to_ascii_lowercase())
    }

    /// The same pattern for SQL's `LIKE` with the escape character `\`.
    pub fn to_like(&self) -> String {
        let mut like = String::with_capacity(self.0.len());
        for letter in self.0.chars() {
            match letter {
                '*' => like.push('%'),
                '?' => like.push('_'),
                '%' | '_' | '\\' => like.extend(['\\', letter]),
                _ => like.push(letter),
            }
        }
        like
    }
}

/// Goes back to the last star only, so that it takes the product of the two lengths at most.
fn fits(pattern: &str, text: &str) -> bool {
    let (mut pattern, mut text) = (pattern.chars(), text.chars());
    let mut retry = None;
    loop {
        let here = text.clone();
        match (pattern.next(), text.next()) {
            (None, None) => return true,
            (Some('*'), _) => {
                text = here;
                retry = Some((pattern.clone(), text.clone()));
            }
            (Some('?'), Some(_)) => {}
            (Some(wanted), Some(found)) if wanted == found => {}
            _ => {
                let Some((after_star, mut from)) = retry.take() else { return false };
                if from.next().is_none() {
                    return false;
                }
                (pattern, text) = (after_star.clone(), from.clone());
                retry = Some((after_star, from));
            }
        }
    }
}

const LONGEST: usize = 255;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_and_question_marks_stand_for_text() {
        for (pattern, text, expected) in [
            ("*", "", true),
            ("*", "shop.test", true),
            ("*.test", "shop.TEST", true),
            ("S*p.*", "shop.test", true),
            ("sh?p.test", "shop.test", true),
            ("sh?p", "shop.test", false),
            ("shop", "shop.test", false),
            ("*shop", "shopshop", true),
            ("*a*b", "aab1", false),
            ("*ab*ab", "abxabab", true),
            ("a*", "", false),
            ("?", "ž", true),
            ("a**b", "axb", true),
        ] {
            assert_eq!(Pattern::parse(pattern).unwrap().fits(text), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn the_characters_of_like_mean_themselves() {
        assert_eq!(Pattern::parse("A_%*?\\").unwrap().to_like(), "a\\_\\%%_\\\\");
        assert!(Pattern::parse("").is_err() && Pattern::parse(&"a".repeat(256)).is_err());
    }

    #[test]
    fn many_stars_take_no_time() {
        let pattern = Pattern::parse(&"*a".repeat(100)).unwrap();
        assert!(!pattern.fits(&format!("{}b", "a".repeat(10_000))));
    }
}
