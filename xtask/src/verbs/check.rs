//! `cargo xtask check`: what must hold before a change is handed in.

use anyhow::{Result, ensure};

use super::generate;
use crate::workspace::cargo;

/// Formatting, lints (a warning is an error) and the freshness of generated files.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    ensure!(arguments.is_empty(), "check takes no arguments");
    cargo(&["fmt", "--all", "--", "--check"])?;
    cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])?;
    generate::run(&["--check".to_owned()])
}
