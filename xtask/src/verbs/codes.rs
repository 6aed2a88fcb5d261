//! `cargo xtask codes`: the codes of a protocol and the outcomes behind them, at a glance.

use std::io::Write as _;

use anyhow::{Context as _, Result, bail};

use crate::catalogue::{Catalogue, Sources, Table};
use crate::workspace;

/// Prints each code of a protocol with its message and outcomes, then the codes that nothing leads to.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let catalogue = Catalogue::read(&Sources::load(&workspace::root())?)?;
    let [protocol] = arguments else { bail!("codes takes the name of a protocol, such as epp") };
    let table = catalogue.tables.iter().find(|table| table.name == *protocol);
    let table = table.with_context(|| format!("crates/outcomes/tables has no folder {protocol}"))?;
    let mut text = String::new();
    for (number, code) in &table.codes {
        text.push_str(&format!("{number}  {}\n", code.message));
        for row in table.rows_to(*number) {
            text.push_str(&format!("      {}\n", row.key()));
        }
    }
    text.push('\n');
    text.push_str(&unreached(table));
    // A reader such as `head` may close the pipe early: that is an error to report, not a panic.
    std::io::stdout().write_all(text.as_bytes())?;
    Ok(())
}

fn unreached(table: &Table) -> String {
    let codes = table.codes.iter().filter(|(number, _)| table.rows_to(**number).next().is_none());
    codes
        .map(|(number, code)| {
            let reason = code.unused.as_deref().unwrap_or("and codes.toml does not say why");
            format!("nothing leads to {number}: {reason}\n")
        })
        .collect()
}
