//! How EPP says what happened: the result codes of RFC 5730 section 3 and the table that leads to them.
//!
//! A row is found by outcome, operation and field; the most specific one wins:
//! both given, then the operation alone, then the field alone, then neither. Every outcome has a row with
//! neither, so [`row`] always finds one.

use std::fmt;

use crate::generated::{Field, Operation, Outcome};
use crate::outcome::Retry;

pub use crate::generated::epp::{CODES, ROWS};

/// A result code.
#[derive(Debug)]
pub struct Code {
    /// The four digits.
    pub number: u16,
    /// The text that the RFC gives it, for `msg`.
    pub message: &'static str,
    /// What it says, for people.
    pub meaning: &'static str,
    /// Whether sending the same command again can help.
    pub retry: Retry,
    /// What to do.
    pub remedy: &'static str,
    /// Whether the server closes the connection after the answer.
    pub closes: bool,
    /// Why no outcome leads to it, for a code that this server never gives.
    pub unused: Option<&'static str>,
}

/// How one outcome is said: always, or for one operation, one field or both.
#[derive(Debug)]
pub struct Row {
    /// What happened.
    pub outcome: Outcome,
    /// The operation it holds for; `None` for all.
    pub operation: Option<Operation>,
    /// The field it holds for; `None` for all.
    pub field: Option<Field>,
    /// The code it is said with.
    pub code: &'static Code,
    /// Why EPP never says it, for what happens elsewhere only.
    pub unsaid: Option<&'static str>,
}

/// The row for an outcome: how an answer says what happened.
///
/// ```
/// use outcomes::{Outcome, epp};
/// let row = epp::row(Outcome::LoginRequired, None, None);
/// assert_eq!(row.code.to_string(), "2002 Command use error");
/// ```
///
/// Constant time, apart from the few rows of one outcome.
pub fn row(outcome: Outcome, operation: Option<Operation>, field: Option<Field>) -> &'static Row {
    let rows = rows(outcome);
    let general = &rows[rows.len() - 1];
    rows.iter().find(|row| row.holds_for(operation, field)).unwrap_or(general)
}

/// All rows of an outcome, the most specific first; the last one always holds.
pub fn rows(outcome: Outcome) -> &'static [Row] {
    let at = outcome as usize;
    &ROWS[usize::from(STARTS[at])..usize::from(STARTS[at + 1])]
}

/// The code of this number, if the RFC has it.
pub fn code(number: u16) -> Option<&'static Code> {
    let at = CODES.binary_search_by_key(&number, |code| code.number).ok()?;
    Some(&CODES[at])
}

impl Row {
    fn holds_for(&self, operation: Option<Operation>, field: Option<Field>) -> bool {
        (self.operation.is_none() || self.operation == operation)
            && (self.field.is_none() || self.field == field)
    }
}

impl Code {
    /// Whether the command succeeded, at least so far.
    pub const fn is_success(&self) -> bool {
        self.number < 2000
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.number, self.message)
    }
}

/// The code of a generated row; an unknown number does not compile.
pub(crate) const fn code_of(number: u16) -> &'static Code {
    let mut at = 0;
    while CODES[at].number != number {
        at += 1;
    }
    &CODES[at]
}

/// Where the rows of each outcome begin; the last entry is the end of all.
static STARTS: [u16; Outcome::ALL.len() + 1] = {
    assert!(ROWS.len() <= u16::MAX as usize);
    let mut starts = [0; Outcome::ALL.len() + 1];
    let mut at = 0;
    while at < ROWS.len() {
        // Rows stand in the order of outcomes: each row moves the beginning of the next outcome behind itself.
        starts[ROWS[at].outcome as usize + 1] = at as u16 + 1;
        at += 1;
    }
    let mut outcome = 0;
    while outcome + 1 < starts.len() {
        assert!(starts[outcome] < starts[outcome + 1], "an outcome has no row");
        outcome += 1;
    }
    starts
};

#[cfg(test)]
mod tests {
    use super::{CODES, ROWS, code, row, rows};
    use crate::Outcome;

    #[test]
    fn every_row_is_found_by_its_own_key() {
        for expected in &ROWS {
            let found = row(expected.outcome, expected.operation, expected.field);
            assert!(std::ptr::eq(found, expected), "{expected:?} gave {found:?}");
        }
    }

    #[test]
    fn every_outcome_has_rows_of_its_own_that_end_with_a_general_one() {
        let mut count = 0;
        for outcome in Outcome::ALL {
            let rows = rows(outcome);
            count += rows.len();
            assert!(rows.iter().all(|row| row.outcome == outcome), "{outcome}");
            let last = rows.last().unwrap();
            assert!(last.operation.is_none() && last.field.is_none(), "{outcome}");
        }
        assert_eq!(count, ROWS.len());
    }

    #[test]
    fn all_codes_of_the_rfc_are_there() {
        assert_eq!(CODES.len(), 34);
        for known in &CODES {
            assert!(std::ptr::eq(code(known.number).unwrap(), known));
        }
        assert!(code(2999).is_none());
    }
}
