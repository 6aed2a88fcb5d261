use serde::{Deserialize, Serialize};

/// A pattern for names: `*` stands for any number of characters, `?` for one. Letters of either case are the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Pattern(String);

impl Pattern {
    /// Whether a name fits. Takes time in proportion to both lengths at most.
    pub fn fits(&self, name: &str) -> bool {
        let (pattern, name) = (self.0.as_bytes(), name.as_bytes());
        let (mut at, mut here) = (0, 0);
        // Where to go on if what follows the latest star does not fit: the star may take one character more.
        let mut retry: Option<(usize, usize)> = None;
        while here < name.len() {
            match pattern.get(at) {
                Some(b'*') => {
                    retry = Some((at, here));
                    at += 1;
                }
                Some(wanted) if *wanted == b'?' || wanted.eq_ignore_ascii_case(&name[here]) => {
                    at += 1;
                    here += 1;
                }
                _ => match retry {
                    Some((star, taken)) => {
                        retry = Some((star, taken + 1));
                        (at, here) = (star + 1, taken + 1);
                    }
                    None => return false,
                },
            }
        }
        pattern[at..].iter().all(|rest| *rest == b'*')
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
