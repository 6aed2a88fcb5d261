//! The accounts that a scenario has beside those of every sandbox.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::super::AccountLine;
use crate::{Control, Launch, Server};

/// Opens accounts at the control of a running sandbox.
///
/// # Errors
/// When it refuses one.
pub(super) fn open(server: &Server, accounts: &[AccountLine]) -> Result<()> {
    if accounts.is_empty() {
        return Ok(());
    }
    let control = server.control()?;
    accounts.iter().try_for_each(|account| open_one(&control, account))
}

/// Opens accounts as an operator would: with the program, on the data directory of a server that does not run.
///
/// # Errors
/// When the program refuses one.
pub(super) fn add(launch: &Launch, accounts: &[AccountLine]) -> Result<()> {
    accounts.iter().try_for_each(|account| add_one(launch, account))
}

fn open_one(control: &Control, account: &AccountLine) -> Result<()> {
    let mut wanted = json!({"id": account.name, "secret": account.secret});
    let certificates = account.certificate.then(|| vec![nobodys_certificate()]);
    let settings = [
        ("balance", account.deposit.as_ref().map(|sum| json!(sum))),
        ("currency", account.currency.as_ref().map(|code| json!(code))),
        ("credit_limit", account.credit_limit.as_ref().map(|sum| json!(sum))),
        ("networks", account.allow.as_ref().map(|network| json!([network]))),
        ("certificates", certificates.map(|list| json!(list))),
        ("state", account.suspended.then(|| json!("suspended"))),
    ];
    for (name, value) in settings {
        if let Some(value) = value {
            wanted[name] = value;
        }
    }
    control.demand("POST", "/sandbox/accounts", Some(&wanted)).map(drop)
}

fn add_one(launch: &Launch, account: &AccountLine) -> Result<()> {
    let name = account.name.as_str();
    let currency = account.currency.as_deref().unwrap_or("USD");
    let limit = account.credit_limit.as_deref().unwrap_or("0");
    run(
        launch,
        &[
            &["account", "add", name, "--currency", currency, "--credit-limit", limit, "--password-stdin"][..],
            &["--city", "Oxford", "--country", "GB"],
        ]
        .concat(),
        &account.secret,
    )?;
    if let Some(amount) = &account.deposit {
        run(launch, &["account", "deposit", name, amount], "")?;
    }
    if let Some(address) = &account.mail {
        run(launch, &["account", "delivery", name, "--mail", address], "")?;
    }
    if let Some(network) = &account.allow {
        run(launch, &["account", "allow", name, network], "")?;
    }
    if account.certificate {
        run(launch, &["account", "certificates", name, &nobodys_certificate()], "")?;
    }
    if account.suspended {
        run(launch, &["account", "suspend", name], "")?;
    }
    Ok(())
}

/// The fingerprint of a certificate that nobody has.
fn nobodys_certificate() -> String {
    "ab".repeat(32)
}

fn run(launch: &Launch, arguments: &[&str], input: &str) -> Result<()> {
    let output = launch.run(arguments, &format!("{input}\n")).context("preparing accounts")?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "`chancery {}` failed: {said}", arguments.join(" "));
    Ok(())
}
