//! Names of people and roles.

use std::fmt;

use outcomes::Field;

use super::Line;
use crate::Refusal;

/// The name of a person or role: one line, as RFC 5733 has it, of which it may be known where the first name ends.
///
/// Some protocols send the whole name, others a first and a last name. The line is what counts; the parts only say where
/// it was put together, so they can never contradict it. Where they are not known, what stands behind the last space is
/// taken for the last name.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "Stored", into = "Stored")]
pub struct PersonName {
    line: Line,
    /// Where the first name ends, if that is known; a space follows there.
    parted_at: Option<usize>,
}

impl PersonName {
    /// A name put together of its parts.
    ///
    /// # Errors
    /// `text_too_long` when the whole is longer than a line of an address may be.
    pub fn of_parts(first: &Line, last: &Line) -> Result<Self, Refusal> {
        let (first, last) = (first.as_str().trim(), last.as_str().trim());
        let line = Line::parse(&format!("{first} {last}"), LONGEST)
            .map_err(|refusal| refusal.at(Field::ContactName))?;
        Ok(Self { line, parted_at: Some(first.len()) })
    }

    /// The whole name.
    pub fn as_str(&self) -> &str {
        self.line.as_str()
    }

    /// The whole name as a line.
    pub const fn line(&self) -> &Line {
        &self.line
    }

    /// The first name; empty where there is only one word and nothing else is known.
    pub fn first(&self) -> &str {
        self.parts().0
    }

    /// The last name.
    pub fn last(&self) -> &str {
        self.parts().1
    }

    fn parts(&self) -> (&str, &str) {
        let whole = self.as_str().trim();
        let known = self.parted_at.and_then(|end| Some((whole.get(..end)?, whole.get(end + 1..)?)));
        known.or_else(|| whole.rsplit_once(' ')).unwrap_or(("", whole))
    }
}

impl From<Line> for PersonName {
    fn from(line: Line) -> Self {
        Self { line, parted_at: None }
    }
}

impl fmt::Display for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// As it is stored: a text, or its two parts.
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(untagged)]
enum Stored {
    Line(Line),
    Parts(Line, Line),
}

impl TryFrom<Stored> for PersonName {
    type Error = String;

    fn try_from(stored: Stored) -> Result<Self, String> {
        match stored {
            Stored::Line(line) => Ok(line.into()),
            Stored::Parts(first, last) => Self::of_parts(&first, &last).map_err(|refusal| refusal.reason()),
        }
    }
}

impl From<PersonName> for Stored {
    fn from(name: PersonName) -> Self {
        let part = |text: &str| Line::parse(text, LONGEST);
        match (name.parted_at, part(name.first()), part(name.last())) {
            (Some(_), Ok(first), Ok(last)) => Self::Parts(first, last),
            _ => Self::Line(name.line),
        }
    }
}

/// Characters of a name (`postalLineType` of RFC 5733).
const LONGEST: usize = 255;

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line {
        Line::parse(text, LONGEST).unwrap()
    }

    #[test]
    fn parts_that_are_known_are_kept_and_others_guessed() {
        let known = PersonName::of_parts(&line("Jan"), &line("van der Berg")).unwrap();
        assert_eq!(
            (known.as_str(), known.first(), known.last()),
            ("Jan van der Berg", "Jan", "van der Berg")
        );
        let whole = PersonName::from(line("Jan van der Berg"));
        assert_eq!((whole.first(), whole.last()), ("Jan van der", "Berg"));
        let role = PersonName::from(line("Hostmaster"));
        assert_eq!((role.first(), role.last()), ("", "Hostmaster"));
    }

    #[test]
    fn what_was_stored_as_a_text_still_loads() {
        let old: PersonName = serde_json::from_str("\"Jane Doe\"").unwrap();
        assert_eq!(old, line("Jane Doe").into());
        let parted = PersonName::of_parts(&line(" Jan"), &line("van der Berg ")).unwrap();
        let text = serde_json::to_string(&parted).unwrap();
        assert_eq!(text, r#"["Jan","van der Berg"]"#);
        assert_eq!(serde_json::from_str::<PersonName>(&text).unwrap(), parted);
    }

    #[test]
    fn the_whole_keeps_to_the_length_of_a_line() {
        let long = line(&"a".repeat(200));
        assert_eq!(PersonName::of_parts(&long, &long).unwrap_err().field, Some(Field::ContactName));
    }
}
