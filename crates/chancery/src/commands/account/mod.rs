//! `chancery account`: what the operator does with accounts.

mod add;
mod allow;
mod announce;
mod billing;
mod certificates;
mod delivery;
mod deposit;
mod list;
mod otp;
mod party;
mod passwd;
mod sessions;
mod state;
mod statement;
mod terms;
mod token;

use std::process::ExitCode;

use anyhow::{Result, anyhow, bail};
use clap::Subcommand;
use engine::Refusal;
use engine::model::{Clid, Currency, Money, Realm};
use engine::ops::account::{AccountLine, List};

use crate::chores::DataArgs;
use crate::operator::Operator;

/// What to do, with the accounts of which server.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Args {
    #[command(subcommand)]
    action: Action,
    #[command(flatten)]
    data: DataArgs,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Open an account that can log in over EPP.
    Add(Box<add::Args>),
    /// Set a password.
    Passwd(passwd::Args),
    /// Have a login of RRPproxy need a one-time password beside its password, or no longer.
    Otp(otp::Args),
    /// Make and take back tokens that stand in the place of the password.
    Token(token::Args),
    /// Say from which addresses an account may come.
    Allow(allow::Args),
    /// Say which client certificates an account has to show.
    Certificates(certificates::Args),
    /// Say how many sessions an account may have at once.
    Sessions(sessions::Args),
    /// Say where notices are sent beside the queue: to a URL, or by e-mail.
    Delivery(delivery::Args),
    /// Book a payment.
    Deposit(deposit::Args),
    /// Show or change the terms on which an account buys: credit limit, price list, tax, when it is warned.
    Terms(terms::Args),
    /// Show or change for whom an account's invoices are made, and whether its credit can be spent.
    Billing(Box<billing::Args>),
    /// Tell what happened to an account's credit, also while the server runs.
    Statement(statement::Args),
    /// Keep an account from logging in.
    Suspend(state::Args),
    /// Let a suspended account log in again.
    Resume(state::Args),
    /// Tell every account of a maintenance.
    Announce(announce::Args),
    /// List the accounts, also while the server runs.
    List(list::Args),
}

/// Does it.
///
/// # Errors
/// Why it could not be done.
pub(crate) fn run(args: Args) -> Result<ExitCode> {
    let Args { action, data } = args;
    match action {
        Action::Add(args) => add::run(&args, &data),
        Action::Passwd(args) => passwd::run(&args, &data),
        Action::Otp(args) => otp::run(&args, &data),
        Action::Token(args) => token::run(&args, &data),
        Action::Allow(args) => allow::run(&args, &data),
        Action::Certificates(args) => certificates::run(&args, &data),
        Action::Sessions(args) => sessions::run(&args, &data),
        Action::Delivery(args) => delivery::run(&args, &data),
        Action::Deposit(args) => deposit::run(&args, &data),
        Action::Terms(args) => terms::run(&args, &data),
        Action::Billing(args) => billing::run(&args, &data),
        Action::Statement(args) => statement::run(&args, &data),
        Action::Suspend(args) => state::suspend(&args, &data),
        Action::Resume(args) => state::resume(&args, &data),
        Action::Announce(args) => announce::run(&args, &data),
        Action::List(args) => list::run(&args, &data),
    }?;
    Ok(ExitCode::SUCCESS)
}

/// An account with its login names.
fn find(operator: &Operator, clid: &Clid) -> Result<AccountLine> {
    let lines = operator.query(List)?;
    lines
        .into_iter()
        .find(|line| line.account.clid == *clid)
        .ok_or_else(|| anyhow!("there is no account {clid}"))
}

/// The login of an account in a realm: the one that is named, or its only one. The identifier is always one of EPP.
fn login_of(line: &AccountLine, realm: Realm, named: Option<&str>) -> Result<String> {
    if let Some(login) = named {
        return Ok(login.to_owned());
    }
    let (clid, family) = (&line.account.clid, realm.name());
    let mut held = line.credentials.iter().filter(|credential| credential.realm == realm);
    match (held.next(), held.next()) {
        (Some(only), None) => Ok(only.login.clone()),
        (None, _) if realm == Realm::Epp => Ok(clid.to_string()),
        (None, _) => bail!("account {clid} has no login for {family} yet; choose one with --login"),
        (Some(_), Some(_)) => bail!("account {clid} has several logins for {family}; say which with --login"),
    }
}

/// For clap: an account's identifier.
fn clid(text: &str) -> Result<Clid, String> {
    Clid::parse(text).map_err(|refusal: Refusal| refusal.reason())
}

/// For clap: a currency.
fn currency(text: &str) -> Result<Currency, String> {
    Currency::parse(&text.to_ascii_uppercase()).ok_or_else(|| {
        let known: Vec<&str> = Currency::ALL.iter().map(|currency| currency.code()).collect();
        format!("not one of {}", known.join(", "))
    })
}

/// A sum of money that is not negative, in smallest units.
fn sum(text: &str, currency: Currency) -> Result<u64> {
    let money = Money::parse(text, currency).and_then(|money| u64::try_from(money.minor).ok());
    money.ok_or_else(|| {
        anyhow!("{text:?} is no sum in {}: write a decimal number such as 1000.00", currency.code())
    })
}

const AFTER_HELP: &str = "\
Accounts are changed in the data folder, while its server is stopped. Passwords are asked for, or read from standard
input; they are never arguments, which every user of the machine could read.

Examples:
  chancery account add EXAMPLE-REG --name 'Example Registrar' --currency EUR --credit-limit 500.00 \
      --street '1 High Street' --city Oxford --country GB
  chancery account passwd EXAMPLE-REG --password-stdin < new-password
  chancery account otp EXAMPLE-REG
  chancery account token make EXAMPLE-REG 'web shop'
  chancery account allow EXAMPLE-REG 192.0.2.0/24 2001:db8::/32
  chancery account certificates EXAMPLE-REG client.pem
  chancery account deposit EXAMPLE-REG 1000.00
  chancery account terms EXAMPLE-REG --vat 21 --price-list gold --warn-below 100.00
  chancery account billing EXAMPLE-REG --name 'Example Ltd' --city Oxford --country GB --tax-number GB123456789
  chancery account statement EXAMPLE-REG --from 2027-01-01
  chancery account list --config chancery.toml";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_decimal_and_not_negative() {
        assert_eq!(sum("1000.5", Currency::Eur).unwrap(), 100_050);
        for bad in ["-1", "1,5", "0.001", "ten", ""] {
            assert!(sum(bad, Currency::Eur).is_err(), "{bad}");
        }
    }
}
