//! `cargo xtask codes`: the codes of a protocol and the outcomes behind them, at a glance.

use std::io::Write as _;

use anyhow::{Result, ensure};

use crate::catalogue::{Catalogue, Sources, Table};
use crate::workspace;

/// Prints each code with its message and outcomes, then the codes that nothing leads to.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    ensure!(arguments.is_empty(), "codes takes no arguments");
    let catalogue = Catalogue::read(&Sources::load(&workspace::root())?)?;
    let mut text = String::new();
    for (number, code) in &catalogue.epp.codes {
        text.push_str(&format!("{number}  {}\n", code.message));
        for row in catalogue.epp.rows_of(*number) {
            text.push_str(&format!("      {}\n", row.key()));
        }
    }
    text.push('\n');
    text.push_str(&unreached(&catalogue.epp));
    // A reader such as `head` may close the pipe early: that is an error to report, not a panic.
    std::io::stdout().write_all(text.as_bytes())?;
    Ok(())
}

fn unreached(table: &Table) -> String {
    let codes = table.codes.iter().filter(|(number, _)| table.rows_of(**number).next().is_none());
    codes
        .map(|(number, code)| {
            let reason = code.unused.as_deref().unwrap_or("and codes.toml does not say why");
            format!("nothing leads to {number}: {reason}\n")
        })
        .collect()
}
