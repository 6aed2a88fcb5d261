/// Some characters, written one after the other; `а-я` is a range, and a hyphen stands for itself at the beginning.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(transparent)]
pub struct Characters(String);

impl Characters {
    /// Whether a character is one of them.
    pub fn hold(&self, wanted: char) -> bool {
        let mut rest = self.0.chars().peekable();
        while let Some(first) = rest.next() {
            let last = if rest.next_if_eq(&'-').is_some() { rest.next().unwrap_or(first) } else { first };
            if (first..=last).contains(&wanted) {
                return true;
            }
        }
        false
    }
}

impl From<&str> for Characters {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl std::fmt::Display for Characters {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_and_single_characters_are_told_apart() {
        let capitals = Characters::from("-A-Z0-9");
        assert!(['-', 'A', 'M', 'Z', '0', '9'].into_iter().all(|c| capitals.hold(c)));
        assert!(!['a', '_', ' '].into_iter().any(|c| capitals.hold(c)));
    }
}
