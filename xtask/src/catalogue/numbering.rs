//! Codes that are put together: one digit for the class, two for the nature of what is wrong, three for its subject. A table
//! with a `numbering.toml` needs to declare those codes only of which there is more to say.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::entry::{Code, Retry, Row};

/// The parts, and which fields have a subject of their own.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Numbering {
    class: BTreeMap<String, Class>,
    nature: BTreeMap<String, Nature>,
    subject: BTreeMap<String, Subject>,
    #[serde(default)]
    field: BTreeMap<String, FieldSubject>,
}

/// The first digit.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Class {
    words: String,
    meaning: String,
    retry: Option<Retry>,
}

/// The second and third.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nature {
    words: String,
    meaning: String,
    retry: Retry,
    remedy: String,
}

/// The last three: with words, which are its title too, or with a title alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum Subject {
    Worded(String),
    Silent { label: String },
}

/// The subject that a field is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FieldSubject {
    subject: u32,
    /// What stands for `{subject}` in the lines of a row.
    word: String,
}

impl Numbering {
    /// A code put together of its parts; `None` if one of them is not known.
    pub(super) fn code(&self, number: u32, file: &str) -> Option<Code> {
        let digits = format!("{number:06}");
        let class = self.class.get(&digits[..1])?;
        let nature = self.nature.get(&digits[1..3])?;
        let subject = self.subject.get(&digits[3..])?;
        let (words, label) = match subject {
            Subject::Worded(words) => (words.as_str(), words),
            Subject::Silent { label } => ("", label),
        };
        let message = format!("{}; {}; {words}", class.words, nature.words);
        Some(Code {
            message: message.trim_end().to_owned(),
            meaning: format!("{} {}", class.meaning, nature.meaning.replace(PLACE, label)),
            retry: class.retry.unwrap_or(nature.retry),
            remedy: nature.remedy.clone(),
            file: file.to_owned(),
            ..Code::default()
        })
    }

    /// The rows that a row stands for which has a number for each field: one for each of the fields that it names, or for
    /// all that have a subject; and itself, if it names none, for all others.
    pub(super) fn each(&self, row: Row) -> Vec<Row> {
        if !row.by_field {
            return vec![row];
        }
        let fields = self.field.iter().filter(|(name, _)| row.fields.is_empty() || row.fields.contains(name));
        let of_field = |(name, field): (&String, &FieldSubject)| Row {
            field: Some(name.clone()),
            fields: Vec::new(),
            code: row.code - row.code % SUBJECTS + field.subject,
            lines: row.lines.iter().map(|line| line.replace(PLACE, &field.word)).collect(),
            ..row.clone()
        };
        let general = row.fields.is_empty().then(|| row.clone());
        fields.map(of_field).chain(general).collect()
    }
}

/// How many subjects there can be.
const SUBJECTS: u32 = 1000;
/// Where the subject stands in a text.
const PLACE: &str = "{subject}";

#[cfg(test)]
mod tests {
    use super::*;

    const PARTS: &str = "[class.3]\nwords = \"Validation error\"\nmeaning = \"Not valid.\"\n\
        [nature.04]\nwords = \"invalid \"\nmeaning = \"The {subject}.\"\nretry = \"after_fix\"\nremedy = \"Correct.\"\n\
        [subject]\n155 = \"loginid\"\n393 = { label = \"folder\" }\n[field.login]\nsubject = 155\nword = \"Login\"\n";

    fn numbering() -> Numbering {
        toml::from_str(PARTS).unwrap()
    }

    #[test]
    fn codes_are_put_together_of_their_parts() {
        let code = numbering().code(304_155, "x").unwrap();
        assert_eq!(code.message, "Validation error; invalid ; loginid");
        assert_eq!(code.meaning, "Not valid. The loginid.");
        assert_eq!(numbering().code(304_393, "x").unwrap().message, "Validation error; invalid ;");
        assert!(numbering().code(305_155, "x").is_none());
    }

    #[test]
    fn a_row_by_field_is_a_row_for_each_field_and_one_for_the_rest() {
        let text = "outcome = \"o\"\ncode = 304393\nby_field = true\nlines = [\"Invalid {subject} here.\"]";
        let rows = numbering().each(toml::from_str(text).unwrap());
        let told: Vec<_> = rows.iter().map(|row| (row.field.as_deref(), row.code)).collect();
        assert_eq!(told, [(Some("login"), 304_155), (None, 304_393)]);
        assert_eq!(rows[0].lines, ["Invalid Login here."]);
    }
}
