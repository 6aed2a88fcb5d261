//! `chancery account sessions`.

use anyhow::Result;
use engine::model::Clid;
use engine::ops::account::Update;

use super::clid;
use crate::chores::DataArgs;
use crate::say;

/// Which account, and how many sessions.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The account's identifier.
    #[arg(value_parser = clid)]
    clid: Clid,
    /// How many sessions it may have at once.
    #[arg(value_parser = clap::value_parser!(u32).range(1..), required_unless_present = "default")]
    count: Option<u32>,
    /// As many as the server lets everybody have.
    #[arg(long, conflicts_with = "count")]
    default: bool,
}

/// Says so.
///
/// # Errors
/// There is no such account.
pub(crate) fn run(args: &Args, data: &DataArgs) -> Result<()> {
    data.change(|operator| {
        operator.command(Update { max_sessions: Some(args.count), ..Update::of(args.clid.clone()) })
    })?;
    let most = args.count.map_or_else(|| "as many as everybody else".to_owned(), |count| count.to_string());
    say::line(&format!("Account {} may have this many sessions at once: {most}.", args.clid));
    Ok(())
}
