//! `chancery account deposit`.

use anyhow::{Result, bail};
use engine::model::Clid;
use engine::ops::account::Deposit;

use super::{clid, find, sum};
use crate::chores::DataArgs;
use crate::say;

/// Who paid, and how much.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The account's identifier.
    #[arg(value_parser = clid)]
    clid: Clid,
    /// How much, in the account's currency, such as 1000.00.
    #[arg(value_name = "SUM")]
    sum: String,
}

/// Books it.
///
/// # Errors
/// There is no such account, or the sum is none.
pub(crate) fn run(args: &Args, data: &DataArgs) -> Result<()> {
    let balance = data.change(|operator| {
        let currency = find(operator, &args.clid)?.account.currency;
        let minor = sum(&args.sum, currency)?;
        if minor == 0 {
            bail!("a payment of nothing is none");
        }
        operator.command(Deposit { clid: args.clid.clone(), minor })
    })?;
    say::line(&format!("Booked. The balance of {} is {balance} {}.", args.clid, balance.currency.code()));
    Ok(())
}
