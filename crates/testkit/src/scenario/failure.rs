use std::fmt;

use crate::Answer;

/// Why a scenario did not go as it says: where, what was expected, what came.
#[derive(Clone, Debug)]
pub struct Failure {
    file: String,
    line: usize,
    reason: String,
    answer: Option<Answer>,
}

impl Failure {
    pub(super) fn new(file: &str, line: usize, reason: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line, reason: reason.into(), answer: None }
    }

    pub(super) fn with_answer(mut self, answer: Option<&Answer>) -> Self {
        self.answer = answer.cloned();
        self
    }

    /// The same, of a play in a format.
    pub(super) fn played_in(mut self, format: &str) -> Self {
        self.reason = format!("(in {format}) {}", self.reason);
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.reason)?;
        match &self.answer {
            Some(answer) => write!(f, "\n  the answer was\n{answer}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Failure {}
