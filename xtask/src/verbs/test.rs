//! `cargo xtask test`: every test of the workspace.

use anyhow::Result;

use crate::workspace::cargo;

/// Runs the tests; what is given after the verb is passed on to `cargo test`.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let mut line = vec!["test", "--workspace"];
    line.extend(arguments.iter().map(String::as_str));
    cargo(&line)
}
