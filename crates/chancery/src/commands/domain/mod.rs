//! `chancery domain`: what the operator wants to know of domains.

mod timeline;

use std::process::ExitCode;

use anyhow::Result;
use clap::Subcommand;

use crate::chores::DataArgs;

/// What to ask, about a domain of which server.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    action: Action,
    #[command(flatten)]
    data: DataArgs,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Tell what will happen to a domain, and when, if nobody does anything. Also while the server runs.
    Timeline(timeline::Args),
}

/// Does it.
///
/// # Errors
/// Why it could not be done.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    match &args.action {
        Action::Timeline(action) => timeline::run(action, &args.data),
    }?;
    Ok(ExitCode::SUCCESS)
}
