//! `chancery account list`.

use anyhow::Result;
use engine::model::{Account, AccountState, Money};
use engine::ops::account::{AccountLine, List};
use serde_json::{Value, json};

use crate::chores::DataArgs;
use crate::say;

/// For whom.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Answer in JSON, for programs.
    #[arg(long)]
    json: bool,
}

/// Lists the accounts.
///
/// # Errors
/// There is no data, or it cannot be read.
pub(crate) fn run(args: &Args, data: &DataArgs) -> Result<()> {
    let lines = data.read(|installation| installation.operator().query(List))?;
    if args.json {
        let accounts: Vec<Value> = lines.iter().map(for_programs).collect();
        say::line(&serde_json::to_string_pretty(&accounts)?);
    } else if lines.is_empty() {
        say::line("There is no account yet. Open one with: chancery account add");
    } else {
        lines.iter().for_each(|line| say::line(&for_people(line)));
    }
    Ok(())
}

fn for_people(line: &AccountLine) -> String {
    let AccountLine { account, balance, .. } = line;
    let mut text = format!("{}  {} {}  {}", account.clid, balance, balance.currency.code(), account.name);
    if account.state == AccountState::Suspended {
        text.push_str("  SUSPENDED");
    }
    let rows = [
        ("credit limit", limit(account).to_string()),
        ("set aside", if line.standing.held > 0 { held(line).to_string() } else { String::new() }),
        ("logs in as", logins(line)),
        ("comes from", networks(account).join(", ")),
        ("certificates", account.certificates.join(", ")),
        ("sessions", account.max_sessions.map_or_else(String::new, |most| format!("at most {most}"))),
    ];
    for (name, value) in rows.into_iter().filter(|(_, value)| !value.is_empty()) {
        text.push_str(&format!("\n    {name:<13} {value}"));
    }
    text
}

fn for_programs(line: &AccountLine) -> Value {
    let AccountLine { account, balance, standing, credentials } = line;
    let logins = credentials.iter().map(|held| json!({"realm": held.realm.name(), "login": held.login}));
    json!({
        "id": account.clid.as_str(),
        "name": account.name,
        "suspended": account.state == AccountState::Suspended,
        "currency": balance.currency.code(),
        "balance": balance.to_string(),
        "credit_limit": limit(account).to_string(),
        "held": held(line).to_string(),
        "left": standing.left().to_string(),
        "price_list": account.terms.price_list,
        "vat_basis_points": account.terms.vat.basis_points(),
        "warned_below": standing.threshold().to_string(),
        "logins": logins.collect::<Vec<_>>(),
        "networks": networks(account),
        "certificates": account.certificates,
        "max_sessions": account.max_sessions,
        "opened": account.created_at.to_string(),
    })
}

fn limit(account: &Account) -> Money {
    Money::new(account.credit_limit, account.currency)
}

fn held(line: &AccountLine) -> Money {
    Money::new(line.standing.held, line.balance.currency)
}

fn logins(line: &AccountLine) -> String {
    let logins: Vec<String> =
        line.credentials.iter().map(|held| format!("{} ({})", held.login, held.realm.name())).collect();
    if logins.is_empty() { "(no login yet)".to_owned() } else { logins.join(", ") }
}

fn networks(account: &Account) -> Vec<String> {
    account.networks.iter().map(ToString::to_string).collect()
}
