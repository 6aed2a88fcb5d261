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
    #[arg(value_parser = network, required_unless_present = "anywhere")]
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
        operator.command(Update {
            clid: args.clid.clone(),
            networks: Some(networks),
            certificates: None,
            state: None,
            max_sessions: None,
        })
    })?;
    let from: Vec<String> = args.networks.iter().map(ToString::to_string).collect();
    let from = if from.is_empty() { "anywhere".to_owned() } else { from.join(", ") };
    say::line(&format!("Account {} may come from {from}.", args.clid));
    Ok(())
}

/// For clap: a network. The edge's reader is the stricter one and says what is wrong.
fn network(text: &str) -> Result<Network, String> {
    let strict: edge::Network = text.parse().map_err(|error: edge::MalformedNetwork| error.to_string())?;
    Network::parse(&strict.to_string()).ok_or_else(|| format!("{text} is no network"))
}
