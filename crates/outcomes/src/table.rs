//! How one protocol says what happened: its codes, and the rows that lead to them.
//!
//! A row is found by outcome, operation and field; the most specific one wins:
//! both given, then the operation alone, then the field alone, then neither. Every outcome has a row with
//! neither, so [`Table::row`] always finds one.

use std::fmt;

use crate::generated::{Field, Operation, Outcome};
use crate::outcome::Retry;

/// How a protocol says the outcomes.
#[derive(Debug)]
pub struct Table {
    /// The protocol's short name: `epp`, `wapi`.
    pub name: &'static str,
    /// How people call the protocol.
    pub title: &'static str,
    /// The table that this one is like, but for the codes and rows of its own.
    pub like: Option<&'static str>,
    /// The protocol's codes, ascending.
    pub codes: &'static [Code],
    /// By outcome, then the most specific first; the last row of an outcome always holds.
    pub rows: &'static [Row],
    /// Where the rows of each outcome begin; the last entry is the end of all.
    starts: [u16; Outcome::ALL.len() + 1],
}

/// A code of a protocol.
#[derive(Debug)]
pub struct Code {
    /// Its number, as the protocol writes it.
    pub number: u32,
    /// The text that the protocol's standard or manual gives it.
    pub message: &'static str,
    /// What it says, for people.
    pub meaning: &'static str,
    /// Whether sending the same request again can help.
    pub retry: Retry,
    /// What to do.
    pub remedy: &'static str,
    /// Whether it tells that the request was carried out, at least so far.
    pub is_success: bool,
    /// Whether number and message are put together as those of the service are, and its own may differ.
    pub is_inferred: bool,
    /// Whether the server closes the connection after the answer.
    pub closes: bool,
    /// Why no outcome leads to it, for a code that this server never gives.
    pub unused: Option<&'static str>,
    /// What reasons begin with whose row has no mark of its own.
    pub mark: Option<&'static str>,
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
    /// How it is worded, where the protocol has words of its own for it.
    pub wording: Option<&'static Wording>,
    /// Why the protocol never says it, for what happens elsewhere only.
    pub unsaid: Option<&'static str>,
}

/// What a protocol says beyond a code and the outcome's own text.
#[derive(Debug)]
pub struct Wording {
    /// The lines that take the place of the outcome's text; templates as that is one. None: the text itself is told.
    pub lines: &'static [&'static str],
    /// What the reason begins with, in protocols whose reasons have codes of their own: `V096`.
    pub mark: Option<&'static str>,
    /// What a registry behind the protocol says of it: a code of RRP.
    pub registry: Option<u32>,
    /// A second code that is told with the first.
    pub also: Option<&'static Code>,
}

impl Table {
    pub(crate) const fn new(
        name: &'static str,
        title: &'static str,
        like: Option<&'static str>,
        codes: &'static [Code],
        rows: &'static [Row],
    ) -> Self {
        Self { name, title, like, codes, rows, starts: starts(rows) }
    }

    /// The row for an outcome: how an answer says what happened.
    ///
    /// ```
    /// use outcomes::{EPP, Outcome};
    /// let row = EPP.row(Outcome::LoginRequired, None, None);
    /// assert_eq!(row.code.to_string(), "2002 Command use error");
    /// ```
    ///
    /// Constant time, apart from the few rows of one outcome.
    pub fn row(&self, outcome: Outcome, operation: Option<Operation>, field: Option<Field>) -> &'static Row {
        let rows = self.rows_of(outcome);
        let general = &rows[rows.len() - 1];
        rows.iter().find(|row| row.holds_for(operation, field)).unwrap_or(general)
    }

    /// Whether the row is the one that says its outcome in this operation.
    pub(crate) fn holds(&self, row: &Row, operation: Operation) -> bool {
        std::ptr::eq(self.row(row.outcome, Some(operation), row.field), row)
    }

    /// All rows of an outcome, the most specific first; the last one always holds.
    pub fn rows_of(&self, outcome: Outcome) -> &'static [Row] {
        let at = outcome as usize;
        &self.rows[usize::from(self.starts[at])..usize::from(self.starts[at + 1])]
    }

    /// The rows that lead to a code, in the order of their outcomes.
    pub fn rows_to(&self, number: u32) -> impl Iterator<Item = &'static Row> {
        self.rows.iter().filter(move |row| row.code.number == number)
    }

    /// The code of this number, if the protocol has it.
    pub fn code(&self, number: u32) -> Option<&'static Code> {
        let at = self.codes.binary_search_by_key(&number, |code| code.number).ok()?;
        Some(&self.codes[at])
    }
}

impl Row {
    /// The lines that it is told in, as templates; at least one.
    pub fn lines(&self) -> Vec<&'static str> {
        let own = self.wording.map(|wording| wording.lines).filter(|lines| !lines.is_empty());
        own.map_or_else(|| vec![self.outcome.text()], <[_]>::to_vec)
    }

    /// The template of the reason: its last line, as those before it are what several rows have in common.
    pub fn text(&self) -> &'static str {
        let own = self.wording.and_then(|wording| wording.lines.last());
        own.copied().unwrap_or_else(|| self.outcome.text())
    }

    /// What the reason begins with, if the protocol's reasons have codes of their own.
    pub fn mark(&self) -> Option<&'static str> {
        self.wording.and_then(|wording| wording.mark).or(self.code.mark)
    }

    fn holds_for(&self, operation: Option<Operation>, field: Option<Field>) -> bool {
        (self.operation.is_none() || self.operation == operation)
            && (self.field.is_none() || self.field == field)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.number, self.message)
    }
}

/// The code of a generated row; an unknown number does not compile.
pub(crate) const fn code_of(codes: &'static [Code], number: u32) -> &'static Code {
    let mut at = 0;
    while codes[at].number != number {
        at += 1;
    }
    &codes[at]
}

const fn starts(rows: &[Row]) -> [u16; Outcome::ALL.len() + 1] {
    assert!(rows.len() <= u16::MAX as usize);
    let mut starts = [0; Outcome::ALL.len() + 1];
    let mut at = 0;
    while at < rows.len() {
        // Rows stand in the order of outcomes: each row moves the beginning of the next outcome behind itself.
        starts[rows[at].outcome as usize + 1] = at as u16 + 1;
        at += 1;
    }
    let mut outcome = 0;
    while outcome + 1 < starts.len() {
        assert!(starts[outcome] < starts[outcome + 1], "an outcome has no row");
        outcome += 1;
    }
    starts
}

#[cfg(test)]
mod tests {
    use crate::{EPP, Outcome, TABLES};

    #[test]
    fn every_row_is_found_by_its_own_key() {
        for table in TABLES {
            for expected in table.rows {
                let found = table.row(expected.outcome, expected.operation, expected.field);
                assert!(std::ptr::eq(found, expected), "{expected:?} gave {found:?}");
            }
        }
    }

    #[test]
    fn every_outcome_has_rows_of_its_own_that_end_with_a_general_one() {
        for table in TABLES {
            let mut count = 0;
            for outcome in Outcome::ALL {
                let rows = table.rows_of(outcome);
                count += rows.len();
                assert!(rows.iter().all(|row| row.outcome == outcome), "{outcome}");
                let last = rows.last().unwrap();
                assert!(last.operation.is_none() && last.field.is_none(), "{outcome}");
            }
            assert_eq!(count, table.rows.len());
        }
    }

    #[test]
    fn every_code_is_found_by_its_number() {
        for table in TABLES {
            for known in table.codes {
                assert!(std::ptr::eq(table.code(known.number).unwrap(), known));
            }
            assert!(table.code(99_999_999).is_none());
        }
        assert_eq!(EPP.codes.len(), 34, "all codes of RFC 5730");
    }
}
