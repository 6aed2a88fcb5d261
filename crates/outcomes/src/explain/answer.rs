//! What an answer says, whatever protocol it is of.

use super::explanation::{Explanation, Reading};
use super::protocols::Protocol;
use super::{limits, search};
use crate::{Code, Operation, Outcome};

/// A whole answer in one of the forms that answers have.
pub(super) enum Document<'i> {
    Xml(&'i roxmltree::Document<'i>),
}

/// The results of an answer; at least one.
pub(super) struct Answer {
    pub(super) results: Vec<Said>,
}

/// One result.
#[derive(Default)]
pub(super) struct Said {
    /// The code, as it came.
    pub(super) code: String,
    /// The text that goes with the code.
    pub(super) message: String,
    /// What stands beside it: reasons and details.
    pub(super) reasons: Vec<String>,
    /// Names and texts of what the server points at.
    pub(super) hints: Vec<String>,
    /// What was asked for, if the answer tells: these alone, if any of them leads to the code.
    pub(super) operations: Vec<Operation>,
}

impl Said {
    /// What stands in the result beyond the standard message of its code.
    fn beyond(&self, standard: &str) -> Vec<String> {
        let message = Some(&self.message).filter(|message| !message.is_empty() && *message != standard);
        message.into_iter().chain(&self.reasons).cloned().collect()
    }

    /// The texts that may be the text of an outcome; some servers put the reason behind the message instead.
    fn texts(&self, standard: &str) -> Vec<String> {
        let mut texts = self.beyond(standard);
        let behind = self
            .message
            .strip_prefix(standard)
            .map(|rest| rest.trim_start_matches([':', ';', '.', '-', ' ']));
        texts.extend(behind.filter(|rest| !rest.is_empty()).map(str::to_owned));
        texts
    }
}

impl Protocol {
    /// Explains a code; `None` if the protocol has no such code.
    pub(super) fn code(&self, word: &str) -> Option<Reading> {
        let code = self.table.code(word.parse().ok()?)?;
        Some(self.known(code, &Said::default()))
    }

    /// Explains the results of an answer.
    pub(super) fn explain(&self, answer: &Answer) -> Explanation {
        let left_out = answer.results.len().saturating_sub(limits::RESULTS);
        let readings = answer.results.iter().take(limits::RESULTS).map(|said| self.result(said)).collect();
        Explanation { readings, left_out }
    }

    fn result(&self, said: &Said) -> Reading {
        match said.code.parse().ok().and_then(|number| self.table.code(number)) {
            Some(code) => self.known(code, said),
            None => self.unknown(said),
        }
    }

    /// A result with a code of the table.
    fn known(&self, code: &'static Code, said: &Said) -> Reading {
        let outcomes = self.outcomes(code, &said.operations);
        let mut reading = Reading {
            protocol: Some(self.table.name),
            code: Some(code.number.to_string()),
            message: Some(code.message),
            meaning: code.meaning,
            said: said.beyond(code.message),
            outcomes: search::candidates(&outcomes, &said.texts(code.message), &said.hints),
            retry: Some(code.retry),
            remedy: code.remedy,
        };
        if let ([only], true) = (reading.outcomes.as_slice(), reading.is_exact()) {
            let outcome = only.outcome;
            reading.retry = Some(outcome.retry());
            reading.remedy = outcome.remedy();
        }
        reading
    }

    /// The outcomes that lead to a code: those that the operations have, if any has.
    fn outcomes(&self, code: &Code, operations: &[Operation]) -> Vec<Outcome> {
        let said: Vec<_> = self.table.rows_to(code.number).filter(|row| row.unsaid.is_none()).collect();
        let fits = |operation: Option<Operation>| operation.is_some_and(|one| operations.contains(&one));
        let has_own = said.iter().any(|row| fits(row.operation));
        let rows = said.into_iter().filter(|row| !has_own || row.operation.is_none() || fits(row.operation));
        let mut outcomes: Vec<Outcome> = rows.map(|row| row.outcome).collect();
        outcomes.dedup(); // rows stand in the order of outcomes
        outcomes
    }

    /// A result with a code that the table does not have: its digits may still say something.
    fn unknown(&self, said: &Said) -> Reading {
        let foreign = (self.foreign)(&said.code);
        Reading {
            protocol: Some(self.table.name),
            code: Some(said.code.clone()),
            message: None,
            meaning: foreign.meaning,
            said: said.beyond(""),
            outcomes: Vec::new(),
            retry: foreign.retry,
            remedy: foreign.remedy,
        }
    }
}
