//! `chancery account allow`.

use anyhow::Result;
use engine::model::{Clid, Network};
use engine::ops::account::Update;

use super::clid;
use crate::chores::DataArgs;
use crate::say;

/// Which account, and from where.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The account's identifier.
    #[arg(value_parser = clid)]
    clid: Clid,
    /// Addresses or networks (192.0.2.7, 192.0.2.0/24, 2001:db8::/32). They replace those of before.
    #[arg(required_unless_present = "anywhere", value_name = "NETWORK")]
    networks: Vec<Network>,
    /// Let it come from anywhere.
    #[arg(long, conflicts_with = "networks")]
    anywhere: bool,
}

/// Replaces the account's list of addresses.
///
/// # Errors
/// There is no such account.
pub(crate) fn run(args: &Args, data: &DataArgs) -> Result<()> {
    let networks = args.networks.clone();
    data.change(|operator| {
        operator.command(Update { networks: Some(networks), ..Update::of(args.clid.clone()) })
    })?;
    let from: Vec<String> = args.networks.iter().map(ToString::to_string).collect();
    let from = if from.is_empty() { "anywhere".to_owned() } else { from.join(", ") };
    say::line(&format!("Account {} may come from {from}.", args.clid));
    Ok(())
}
