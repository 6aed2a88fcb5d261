use engine::model::wildcards;
use serde::{Deserialize, Serialize};

/// A pattern for names: `*` stands for any number of characters, `?` for one. Letters of either case are the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Pattern(String);

impl Pattern {
    /// Whether a name fits.
    pub fn fits(&self, name: &str) -> bool {
        wildcards::fits(&self.0.to_ascii_lowercase(), &name.to_ascii_lowercase())
    }

    /// The pattern as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Pattern {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let sound =
            !text.is_empty() && text.len() <= LONGEST && text.bytes().all(|byte| byte.is_ascii_graphic());
        if sound {
            return Ok(Self(text));
        }
        let shown: String = text.chars().take(LONGEST).collect();
        Err(format!(
            "`{shown}` is no pattern for names: write a name in its ASCII form, with `*` for any number of characters \
             and `?` for one, such as `shop.test` or `*.test`"
        ))
    }
}

impl From<Pattern> for String {
    fn from(pattern: Pattern) -> Self {
        pattern.0
    }
}

const LONGEST: usize = 255;

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(pattern: &str, name: &str) -> bool {
        Pattern::try_from(pattern.to_owned()).unwrap().fits(name)
    }

    #[test]
    fn patterns_fit_as_people_expect() {
        for (pattern, name, expected) in [
            ("shop.test", "shop.test", true),
            ("Shop.TEST", "shop.test", true),
            ("shop.test", "ashop.test", false),
            ("*.test", "shop.test", true),
            ("*.test", "shop.test.example", false),
            ("*", "", true),
            ("s*p.t*t", "shop.test", true),
            ("sho?.test", "shop.test", true),
            ("shop?.test", "shop.test", false),
            ("*a*b*", "xxaxxbxx", true),
            ("*a*b*", "xxbxxaxx", false),
            ("", "x", false),
        ]
        .into_iter()
        .filter(|(pattern, ..)| !pattern.is_empty())
        {
            assert_eq!(fits(pattern, name), expected, "{pattern} and {name}");
        }
    }

    #[test]
    fn a_hostile_pattern_takes_no_time() {
        let (pattern, name) = ("*a".repeat(100), "a".repeat(253) + "b");
        assert!(!fits(&pattern, &name));
    }

    #[test]
    fn what_is_no_pattern_is_refused() {
        for text in ["", "a b", "b\u{fc}cher.test", &"x".repeat(256)] {
            assert!(Pattern::try_from(text.to_owned()).is_err(), "{text}");
        }
    }
}
