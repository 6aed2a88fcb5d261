//! What an answer says, whatever protocol it is of.

use std::borrow::Cow;

use super::explanation::{Candidate, Explanation, Reading};
use super::protocols::{Foreign, Protocol};
use super::search::Told;
use super::{joined, limits, plain, search};
use crate::{Code, Operation, Row, text};

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
        let message = Some(&self.message).filter(|message| plain::behind(message, standard) != Some(""));
        let message = message.filter(|message| !message.is_empty());
        message.into_iter().chain(&self.reasons).cloned().collect()
    }

    /// The texts that may be the text of an outcome. Some servers put the reason behind the message, and then the message
    /// is no part of it.
    fn texts(&self, standard: &str) -> Vec<String> {
        let behind = plain::behind(&self.message, standard);
        let behind = behind.map(|rest| rest.trim_start_matches([':', ';', '.', '-', '–', ' ']));
        let own = behind.unwrap_or(&self.message);
        let own = Some(own).filter(|text| !text.is_empty()).map(str::to_owned);
        own.into_iter().chain(self.reasons.iter().cloned()).collect()
    }
}

impl Protocol {
    /// Explains a code; `None` if nothing is known of it.
    pub(super) fn code(&self, word: &str) -> Option<Reading> {
        let said = Said { code: word.to_owned(), ..Said::default() };
        let number = word.parse().ok()?;
        let listed = self.table.code(number).map(|code| self.known(code, &said));
        listed.or_else(|| Some(self.foreign(&said, self.unlisted(number)?)))
    }

    /// Explains the results of an answer.
    pub(super) fn explain(&self, answer: &Answer) -> Explanation {
        let left_out = answer.results.len().saturating_sub(limits::RESULTS);
        let readings = answer.results.iter().take(limits::RESULTS).map(|said| self.result(said)).collect();
        Explanation { readings, left_out }
    }

    fn result(&self, said: &Said) -> Reading {
        let number = said.code.parse().ok();
        match number.and_then(|number| self.table.code(number)) {
            Some(code) => self.known(code, said),
            None => {
                let unlisted = number.and_then(|number| self.unlisted(number));
                self.foreign(said, unlisted.unwrap_or_else(|| (self.foreign)(&said.code)))
            }
        }
    }

    /// A result with a code of the table.
    fn known(&self, code: &'static Code, said: &Said) -> Reading {
        let outcomes = self.marked(self.outcomes(code, &said.operations), &said.texts(code.message));
        let mut reading = Reading {
            protocol: Some(self.table.name),
            code: Some(code.number.to_string()),
            message: Some(code.message),
            meaning: code.meaning,
            said: said.beyond(code.message),
            outcomes: self.candidates(code, &outcomes, &said.texts(code.message), &said.hints),
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

    /// The candidates among the outcomes of a code. Where a text holds several reasons, the code is that of one of
    /// them, and the others are looked for among all outcomes. A success may warn of what is a success of another code.
    fn candidates(
        &self,
        code: &Code,
        outcomes: &[Told],
        texts: &[String],
        hints: &[String],
    ) -> Vec<Candidate> {
        let several = |text: &String| {
            let reasons = joined::reasons(text, |reason| self.says(reason))?;
            Some(reasons.into_iter().map(str::to_owned).collect::<Vec<_>>())
        };
        let Some(reasons) = texts.iter().find_map(several) else {
            let warned = if code.is_success { self.warned(outcomes, texts) } else { Vec::new() };
            return if warned.is_empty() { search::candidates(outcomes, texts, hints) } else { warned };
        };
        let all: Vec<Told> = self.said().map(told).collect();
        let candidates = |reason| {
            let own = search::exact(outcomes, std::slice::from_ref(reason));
            if own.is_empty() { search::exact(&all, std::slice::from_ref(reason)) } else { own }
        };
        reasons.iter().flat_map(candidates).collect()
    }

    /// What the texts of a success warn of, if none of them is that of an outcome with its code.
    fn warned(&self, outcomes: &[Told], texts: &[String]) -> Vec<Candidate> {
        if !search::exact(outcomes, texts).is_empty() {
            return Vec::new();
        }
        let successes: Vec<Told> = self.said().filter(|row| row.code.is_success).map(told).collect();
        search::exact(&successes, texts)
    }

    /// Whether the text is one that an outcome has which the protocol says.
    fn says(&self, said: &str) -> bool {
        self.said().any(|row| told(row).templates.iter().any(|one| text::matches(one, said).is_some()))
    }

    /// The outcomes that lead to a code in one of the operations; in any, if there are none or they lead elsewhere.
    fn outcomes(&self, code: &Code, operations: &[Operation]) -> Vec<Told> {
        let rows: Vec<&Row> = self.said().filter(|row| row.code.number == code.number).collect();
        let fits = |row: &Row| operations.iter().any(|one| self.table.holds(row, *one));
        let any_fits = rows.iter().any(|row| fits(row));
        let rows = rows.into_iter().filter(|row| !any_fits || fits(row));
        let mut outcomes: Vec<Told> = rows.map(told).collect();
        outcomes.dedup(); // rows stand in the order of outcomes
        outcomes
    }

    /// Those of the outcomes with the code of the automaton that a text begins with, if there are any.
    fn marked(&self, outcomes: Vec<Told>, texts: &[String]) -> Vec<Told> {
        let rows = self.said().filter(|row| {
            let begins = |text: &String| {
                row.wording.and_then(|wording| wording.mark).is_some_and(|mark| text.starts_with(mark))
            };
            texts.iter().any(begins)
        });
        let marked: Vec<_> = rows.map(|row| row.outcome).collect();
        let own: Vec<Told> = outcomes.iter().filter(|told| marked.contains(&told.outcome)).cloned().collect();
        if own.is_empty() { outcomes } else { own }
    }

    /// The rows of what the protocol says.
    fn said(&self) -> impl Iterator<Item = &'static Row> {
        self.table.rows.iter().filter(|row| row.unsaid.is_none())
    }

    fn unlisted(&self, number: u32) -> Option<Foreign> {
        self.unlisted.iter().find(|known| known.0 == number).map(|known| known.1)
    }

    /// A result with a code that the table does not have.
    fn foreign(&self, said: &Said, foreign: Foreign) -> Reading {
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

/// What a row says: with the code of the automaton before it, where the protocol has such.
fn told(row: &Row) -> Told {
    let plain = Cow::Borrowed(row.text());
    let templates = match row.mark() {
        Some(mark) => vec![Cow::Owned(format!("{mark} {}", row.text())), plain],
        None => vec![plain],
    };
    Told { outcome: row.outcome, templates }
}
