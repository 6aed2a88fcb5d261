/// A set of characters that a label may be made of, beside ASCII letters, digits and hyphens (RFC 5891 section 4.3).
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdnTable {
    /// The table's name, a language tag by custom.
    pub tag: String,
    /// The characters, written one after the other; `а-я` is a range.
    characters: String,
}

impl IdnTable {
    /// Whether every character of a label (as U-label, lower case) is in the table.
    pub fn holds(&self, label: &str) -> bool {
        label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || self.lists(c))
    }

    fn lists(&self, wanted: char) -> bool {
        let mut rest = self.characters.chars().peekable();
        while let Some(first) = rest.next() {
            let last = if rest.next_if_eq(&'-').is_some() { rest.next().unwrap_or(first) } else { first };
            if (first..=last).contains(&wanted) {
                return true;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_listed_characters_and_ranges() {
        let table = IdnTable { tag: "x".into(), characters: "áčа-я".into() };
        assert!(table.holds("káč-7") && table.holds("море"));
        assert!(!table.holds("ž") && !table.holds("Море"));
    }
}
