//! The catalogue as read from its TOML files: what can happen, and how each protocol says it.
//!
//! ```text
//!   files --Sources--> texts --parse--> entries --check--> Catalogue --render--> Rust, manual
//! ```
//!
//! A [`Catalogue`] is only made by [`Catalogue::read`], so whoever holds one knows that every name in
//! every row exists and that every outcome can be said.

mod check;
mod entry;
mod numbering;
mod parse;
mod problem;
mod source;
mod template;

use std::collections::BTreeMap;

use anyhow::Result;

pub(crate) use entry::{About, Class, Code, Known, Outcome, Retry, Row, Subject};
use problem::Problems;
pub(crate) use source::Sources;

/// Everything that was declared, by name, checked.
pub(crate) struct Catalogue {
    /// What can be asked of the system.
    pub(crate) operations: BTreeMap<String, Subject>,
    /// What a request can be about.
    pub(crate) fields: BTreeMap<String, Subject>,
    /// What can happen.
    pub(crate) outcomes: BTreeMap<String, Outcome>,
    /// How each protocol says it.
    pub(crate) tables: Vec<Table>,
}

/// How one protocol says the outcomes.
pub(crate) struct Table {
    /// The protocol's short name: that of its folder.
    pub(crate) name: String,
    /// What there is to say of the protocol.
    pub(crate) about: About,
    /// The protocol's codes, ascending.
    pub(crate) codes: BTreeMap<u32, Code>,
    /// Whether its codes are put together of parts, so that those which are not published are inferred.
    pub(crate) is_composed: bool,
    /// Which outcome is said with which code; by outcome, the most specific first.
    pub(crate) rows: Vec<Row>,
}

impl Catalogue {
    /// Parses and checks the files.
    ///
    /// # Errors
    /// All that is wrong, one line each, naming file and entry.
    pub(crate) fn read(sources: &Sources) -> Result<Self> {
        let mut problems = Problems::default();
        let catalogue = parse::catalogue(sources, &mut problems);
        problems.result()?;
        check::catalogue(&catalogue, &mut problems);
        problems.result()?;
        Ok(catalogue)
    }
}

impl Table {
    /// Whether a code tells that the request was carried out, at least so far.
    pub(crate) fn is_success(&self, number: u32) -> bool {
        number < self.about.first_failure
    }

    /// Whether nobody published number and message of a code.
    pub(crate) fn is_inferred(&self, code: &Code) -> bool {
        self.is_composed && !code.published
    }

    /// The rows that lead to `number`.
    pub(crate) fn rows_to(&self, number: u32) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(move |row| row.code == number)
    }
}
