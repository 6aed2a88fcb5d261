//! `chancery account announce`.

use anyhow::{Result, ensure};
use engine::model::{Instant, Line};
use engine::ops::account::Announce;

use crate::chores::DataArgs;
use crate::say;

/// When, and what for.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// From when, such as 2027-03-01T22:00:00Z.
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    from: Instant,
    /// Until when.
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    until: Instant,
    /// What for, in one line.
    #[arg(value_parser = line)]
    text: Line,
}

/// Puts a notice into every account's queue.
///
/// # Errors
/// The end lies before the beginning, there is no data, or a server uses it.
pub(crate) fn run(args: &Args, data: &DataArgs) -> Result<()> {
    let Args { from, until, text } = args;
    ensure!(from < until, "--until has to lie behind --from, {from}");
    let announce = Announce { from: *from, until: *until, text: text.clone() };
    let told = data.change(|operator| operator.command(announce))?;
    say::line(&format!("{told} accounts hear of it."));
    Ok(())
}

/// For clap: a moment.
fn moment(text: &str) -> Result<Instant, String> {
    Instant::parse(text).map_err(|refusal| refusal.reason())
}

/// For clap: one line of text.
fn line(text: &str) -> Result<Line, String> {
    Line::parse(text, Announce::LONGEST).map_err(|refusal| refusal.reason())
}
