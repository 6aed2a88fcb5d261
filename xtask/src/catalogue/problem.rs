//! What is wrong with the catalogue, gathered so that one run shows all of it.

use std::fmt::Display;

use anyhow::{Result, bail};

/// The faults found so far.
#[derive(Default)]
pub(crate) struct Problems(Vec<String>);

impl Problems {
    /// Notes a fault of `entry` in `file`.
    pub(crate) fn add(&mut self, file: &str, entry: impl Display, message: impl Display) {
        self.0.push(format!("{file}: {entry}: {message}"));
    }

    /// An error that lists the faults, if there are any.
    pub(crate) fn result(&self) -> Result<()> {
        if self.0.is_empty() {
            return Ok(());
        }
        bail!("the catalogue has {} fault(s):\n  {}", self.0.len(), self.0.join("\n  "))
    }
}
