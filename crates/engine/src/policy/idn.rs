use super::Characters;

/// A set of characters that a label may be made of, beside ASCII digits and hyphens (RFC 5891 section 4.3). ASCII letters
/// go with Latin ones; beside those of other scripts, which look like them, they stand only if the table lists them.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdnTable {
    /// The table's name, a language tag by custom.
    pub tag: String,
    /// What it is called among people; its name, unless said otherwise.
    #[serde(default)]
    title: Option<String>,
    /// The characters.
    characters: Characters,
}

impl IdnTable {
    /// What it is called among people.
    pub fn title(&self) -> &str {
        self.title.as_deref().unwrap_or(&self.tag)
    }

    /// Whether every character of a label (as U-label, lower case) is in the table.
    pub fn holds(&self, label: &str) -> bool {
        let latin = label.chars().all(is_latin);
        label.chars().all(|c| is_neutral(c) || (latin && c.is_ascii_lowercase()) || self.characters.hold(c))
    }
}

/// Digits and hyphens belong to no script.
fn is_neutral(c: char) -> bool {
    c.is_ascii_digit() || c == '-'
}

/// Whether a character stands in one of Unicode's blocks of Latin letters, or before them.
fn is_latin(c: char) -> bool {
    c <= '\u{24f}' || ('\u{1e00}'..='\u{1eff}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_listed_characters_and_ranges() {
        let table = IdnTable { tag: "x".into(), title: None, characters: "áčа-я".into() };
        assert!(table.holds("káč-7") && table.holds("море"));
        assert!(!table.holds("ž") && !table.holds("Море"));
    }

    #[test]
    fn ascii_letters_do_not_pass_for_those_of_other_scripts() {
        let cyrillic = IdnTable { tag: "ru".into(), title: None, characters: "а-яё".into() };
        assert!(cyrillic.holds("банк-24"));
        assert!(!cyrillic.holds("bаnk"), "the second letter is Cyrillic");
        let both = IdnTable { tag: "x".into(), title: None, characters: "а-яa-z".into() };
        assert!(both.holds("bаnk"), "the table lists both");
    }
}
