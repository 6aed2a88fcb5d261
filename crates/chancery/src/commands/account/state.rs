//! `chancery account suspend` and `chancery account resume`.

use anyhow::Result;
use engine::model::{AccountState, Clid};
use engine::ops::account::Update;

use super::clid;
use crate::chores::DataArgs;
use crate::say;

/// Which account.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The account's identifier.
    #[arg(value_parser = clid)]
    clid: Clid,
}

/// Keeps it from logging in.
///
/// # Errors
/// There is no such account.
pub(crate) fn suspend(args: &Args, data: &DataArgs) -> Result<()> {
    set(args, data, AccountState::Suspended)?;
    say::line(&format!("Account {} is suspended. Its objects stay as they are.", args.clid));
    Ok(())
}

/// Lets it log in again.
///
/// # Errors
/// There is no such account.
pub(crate) fn resume(args: &Args, data: &DataArgs) -> Result<()> {
    set(args, data, AccountState::Active)?;
    say::line(&format!("Account {} can log in.", args.clid));
    Ok(())
}

fn set(args: &Args, data: &DataArgs, state: AccountState) -> Result<()> {
    data.change(|operator| operator.command(Update { state: Some(state), ..Update::of(args.clid.clone()) }))
}
