//! The shapes of the entries, as they stand in TOML.

use std::fmt::Write as _;

use serde::Deserialize;

/// An operation or a field: something an outcome can be about.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Subject {
    /// How people call it; shown in texts and manuals.
    pub(crate) title: String,
    /// Whether it is an operation that the server does by itself and nobody can ask for.
    #[serde(default)]
    pub(crate) by_server: bool,
    /// The file that declares it.
    #[serde(skip)]
    pub(crate) file: String,
}

/// One thing that can happen.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Outcome {
    pub(crate) class: Class,
    /// What a client is shown; a template.
    pub(crate) text: String,
    /// What happened, for people.
    pub(crate) meaning: String,
    /// What usually causes it, where that is more than the meaning.
    cause: Option<String>,
    pub(crate) retry: Retry,
    pub(crate) remedy: String,
    /// The file that declares it.
    #[serde(skip)]
    pub(crate) file: String,
}

impl Outcome {
    /// What usually causes it.
    pub(crate) fn cause(&self) -> &str {
        self.cause.as_deref().unwrap_or(&self.meaning)
    }
}

/// What an outcome does to the request and the session.
#[derive(Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Class {
    Done,
    Pending,
    Refused,
    Temporary,
    Fatal,
}

/// Whether sending the same again can help.
#[derive(Deserialize, Clone, Copy, Debug, Default, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Retry {
    #[default]
    Never,
    AfterFix,
    Later,
    Now,
}

/// What there is to say of a protocol.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct About {
    /// How people call it.
    pub(crate) title: String,
    /// What its codes are, for the doc comment: `The result codes of RFC 5730 section 3`.
    pub(crate) codes: String,
    /// Codes from this one on tell of failures.
    pub(crate) first_failure: u32,
    /// The code of rows that are never said, should one be said all the same: that of an internal fault.
    pub(crate) unsaid: u32,
    /// The paragraph at the head of the manual of its codes.
    pub(crate) manual: String,
    /// The protocol that it speaks like, but for the codes and rows in its own folder.
    pub(crate) like: Option<String>,
    /// Whether it is spoken without sessions too: what ends a session elsewhere may then be said with a code that closes
    /// nothing.
    #[serde(default)]
    pub(crate) sessionless: bool,
}

/// One code of a protocol.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Code {
    /// The text that the protocol's standard gives it; where codes are put together, left out unless it is irregular or known
    /// as a whole.
    #[serde(default)]
    pub(crate) message: String,
    pub(crate) meaning: String,
    pub(crate) retry: Retry,
    pub(crate) remedy: String,
    /// Whether number and message are known as a whole, where others are put together and so inferred.
    #[serde(default)]
    pub(crate) published: bool,
    /// Whether it is published and yet not what the parts would make of it.
    #[serde(default)]
    pub(crate) irregular: bool,
    /// Whether the server closes the connection after it.
    #[serde(default)]
    pub(crate) closes: bool,
    /// Why no outcome leads to it, for a code that this system never gives.
    pub(crate) unused: Option<String>,
    /// What a reason begins with whose row has no mark of its own.
    pub(crate) mark: Option<String>,
    /// Whether it is a success that says no, as the answer to a question does: a refusal may be said with it.
    #[serde(default)]
    pub(crate) verdict: bool,
    /// The file that declares it.
    #[serde(skip)]
    pub(crate) file: String,
}

/// The rows of one file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rows {
    #[serde(default)]
    pub(crate) row: Vec<Row>,
}

/// How a protocol says an outcome: always, or for one operation, one field or both.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Row {
    #[serde(default)]
    pub(crate) outcome: String,
    /// Several outcomes that are said alike, in the place of one.
    #[serde(default)]
    pub(crate) outcomes: Vec<String>,
    pub(crate) operation: Option<String>,
    /// Several operations in which it is said alike, in the place of one.
    #[serde(default)]
    pub(crate) operations: Vec<String>,
    pub(crate) field: Option<String>,
    /// Whether the subject of its number is that of the field, where numbers are put together.
    #[serde(default)]
    pub(crate) by_field: bool,
    /// The fields for which it is, if by field; all that have a subject, and any other, if none is named.
    #[serde(default)]
    pub(crate) fields: Vec<String>,
    /// What of it is known, where most is inferred.
    pub(crate) published: Option<Known>,
    /// The code; left out where it is never said.
    #[serde(default)]
    pub(crate) code: u32,
    /// The lines it is told in, for a protocol that has words of its own for it; templates, as the outcome's text is one.
    #[serde(default)]
    pub(crate) lines: Vec<String>,
    /// What a registry behind the protocol says of it: a code of RRP, for a protocol that shows that beside its own.
    pub(crate) registry: Option<u32>,
    /// A second code that is told with the first.
    pub(crate) also: Option<u32>,
    /// Why the protocol never says it, for what happens elsewhere only.
    pub(crate) unsaid: Option<String>,
    /// What the reason begins with, in protocols whose reasons have codes of their own: `V096`.
    pub(crate) mark: Option<String>,
    /// The file that declares it.
    #[serde(skip)]
    pub(crate) file: String,
}

/// What is known of how a protocol says an outcome, where most is inferred.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Known {
    /// Lines and number.
    Whole,
    /// The lines alone.
    Lines,
}

impl Row {
    /// A row for each of its outcomes in each of its operations.
    pub(crate) fn each(self) -> Vec<Self> {
        let outcomes =
            Some(&self.outcome).filter(|outcome| !outcome.is_empty()).into_iter().chain(&self.outcomes);
        let named: Vec<_> = self.operation.iter().chain(&self.operations).cloned().map(Some).collect();
        let operations = if named.is_empty() { vec![None] } else { named };
        let pairs = outcomes.flat_map(|outcome| operations.iter().map(move |operation| (outcome, operation)));
        let row = |(outcome, operation): (&String, &Option<String>)| Self {
            outcome: outcome.clone(),
            outcomes: Vec::new(),
            operation: operation.clone(),
            operations: Vec::new(),
            ..self.clone()
        };
        pairs.map(row).collect()
    }

    /// Whether the row holds for every operation and field.
    pub(crate) fn is_general(&self) -> bool {
        self.operation.is_none() && self.field.is_none()
    }

    /// The order of rows: by outcome, then the most specific first. An operation weighs more than a field.
    pub(crate) fn order(&self) -> (&str, bool, bool, Option<&str>, Option<&str>) {
        let (operation, field) = (self.operation.as_deref(), self.field.as_deref());
        (&self.outcome, operation.is_none(), field.is_none(), operation, field)
    }

    /// What the row is about, for messages: `domain_taken, operation domain_create`.
    pub(crate) fn key(&self) -> String {
        let mut key = self.outcome.clone();
        for (word, value) in [("operation", &self.operation), ("field", &self.field)] {
            if let Some(value) = value {
                let _ = write!(key, ", {word} {value}");
            }
        }
        key
    }
}
