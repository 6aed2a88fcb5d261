use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::Launch;

/// What the accounts have, as `chancery account list` tells it, and whether the books are right, as
/// `chancery ledger verify` does. Both read a copy, so a server may run meanwhile.
#[derive(Debug)]
pub struct Books(BTreeMap<String, i64>);

#[derive(Deserialize)]
struct Account {
    id: String,
    balance: String,
}

impl Books {
    /// Proves the books, then reads the balances.
    ///
    /// # Errors
    /// Books that are not right, with what is said of them.
    pub fn audit(launch: &Launch) -> Result<Self> {
        run(launch, &["ledger", "verify"])?;
        let accounts: Vec<Account> = serde_json::from_str(&run(launch, &["account", "list", "--json"])?)?;
        let balances = accounts.iter().map(|account| Ok((account.id.clone(), minor(&account.balance)?)));
        balances.collect::<Result<_>>().map(Self)
    }

    /// The balance of an account, in the smallest units of its currency.
    ///
    /// # Errors
    /// When there is no such account.
    pub fn balance(&self, account: &str) -> Result<i64> {
        self.0.get(account).copied().with_context(|| format!("there is no account {account}"))
    }
}

fn run(launch: &Launch, arguments: &[&str]) -> Result<String> {
    let output = launch.run(arguments, "")?;
    let (said, complained) =
        (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    ensure!(
        output.status.success(),
        "`chancery {}` ended with {}\n{said}{complained}",
        arguments.join(" "),
        output.status
    );
    Ok(said.into_owned())
}

/// `12.50` as 1250. All currencies of these tests have two decimals.
fn minor(balance: &str) -> Result<i64> {
    balance.replacen('.', "", 1).parse().with_context(|| format!("{balance:?} is no balance"))
}
