//! The log: to standard error, as text for people or as JSON for programs.

use std::io::{self, IsTerminal};

use anyhow::{Context, Result};
use serde::Deserialize;
use tracing_subscriber::EnvFilter;

/// The form of the log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Format {
    /// Lines for people.
    #[default]
    Text,
    /// One JSON object a line, for programs.
    Json,
}

/// Logs from now on what `level` says: `error`, `warn`, `info`, `debug`, `trace`, `off`, or by room
/// (`info,epp=debug`).
///
/// # Errors
/// The level is none.
pub(crate) fn start(format: Format, level: &str) -> Result<()> {
    let filter = EnvFilter::try_new(level)
        .with_context(|| format!("{level:?} is no log level; write info, or info,epp=debug"))?;
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    // A second start, in tests, keeps the first log.
    let _ = match format {
        Format::Text => log.with_ansi(io::stderr().is_terminal()).try_init(),
        Format::Json => log.json().flatten_event(true).try_init(),
    };
    Ok(())
}

/// The level unless something else is said.
pub(crate) const DEFAULT_LEVEL: &str = "info";
/// The level of a chore, whose answer is on the terminal.
pub(crate) const CHORE_LEVEL: &str = "warn";
