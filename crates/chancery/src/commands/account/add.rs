//! `chancery account add`.

use anyhow::{Context, Result, anyhow, bail};
use engine::model::{Clid, Currency, LoginName, Realm};
use engine::ops::account::{Cost, List, NewSecret, Open, SetBilling, SetPassword};
use engine::ops::subaccount::{self, NewLogin};

use super::party::PartyArgs;
use super::{clid, currency, find, sum};
use crate::chores::DataArgs;
use crate::operator::Operator;
use crate::password::PasswordArgs;
use crate::say;

/// The account.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Its identifier (clID), 3 to 16 characters; also its login name over EPP.
    #[arg(value_parser = clid)]
    clid: Clid,
    /// Its name, for people. The identifier unless said otherwise.
    #[arg(long)]
    name: Option<String>,
    /// The currency of its credit, as in ISO 4217.
    #[arg(long, value_parser = currency, default_value = "EUR")]
    currency: Currency,
    /// How far its balance may fall below zero, such as 500.00.
    #[arg(long, value_name = "SUM", default_value = "0")]
    credit_limit: String,
    /// The account above it, which may see it, change it, give it credit and act for it. It buys on that account's terms,
    /// and its invoices are made for the same party unless another is named.
    #[arg(long, value_name = "CLID", value_parser = clid, conflicts_with = "credit_limit")]
    parent: Option<Clid>,
    #[command(flatten)]
    party: PartyArgs,
    #[command(flatten)]
    password: PasswordArgs,
}

/// Opens it.
///
/// # Errors
/// It exists already, or the password or the sum is none.
pub(crate) fn run(args: &Args, data: &DataArgs) -> Result<()> {
    let credit_limit = sum(&args.credit_limit, args.currency)?;
    let credit_limit = u32::try_from(credit_limit).context("that is too much for a credit limit")?;
    let name = args.name.clone().unwrap_or_else(|| args.clid.to_string());
    let party = args.party.is_given().then(|| args.party.party(&name)).transpose()?;
    let can_buy = party.is_some() || args.parent.is_some();
    data.change_or_make(|operator| {
        refuse_taken(operator, &args.clid)?;
        let realm = Realm::Epp;
        let secret = NewSecret::of(realm, &args.password.read()?, Cost::Full, operator.engine().entropy())?;
        if let Some(parent) = &args.parent {
            open_below(operator, parent, args, name, secret)?;
        } else {
            let open = Open { clid: args.clid.clone(), name, currency: args.currency, credit_limit };
            let account = operator.command(open)?;
            operator.command(SetPassword { account, realm, login: args.clid.to_string(), secret })?;
        }
        operator.command(SetBilling { party: party.map(Some), ..SetBilling::of(args.clid.clone()) })
    })?;
    say::line(&format!(
        "Account {} is open. It can log in over EPP from anywhere; see `chancery account allow`.",
        args.clid
    ));
    if !can_buy {
        say::line(
            "It can buy nothing until somebody is named for its invoices: see `chancery account billing`.",
        );
    }
    Ok(())
}

/// Opens it below another account, as that account would.
fn open_below(
    operator: &Operator,
    parent: &Clid,
    args: &Args,
    name: String,
    secret: NewSecret,
) -> Result<()> {
    let login = LoginName::parse(args.clid.as_str()).map_err(|refusal| anyhow!("{}", refusal.reason()))?;
    let open = subaccount::Open {
        above: None,
        clid: Some(args.clid.clone()),
        name,
        currency: Some(args.currency),
        login: NewLogin { realm: Realm::Epp, name: login, secret },
        book: None,
        question: None,
    };
    operator.as_account(find(operator, parent)?.account).command(open).map(drop)
}

/// Before anybody types a password for nothing. A login name that is someone else's would leave an account without.
fn refuse_taken(operator: &Operator, clid: &Clid) -> Result<()> {
    for line in operator.query(List)? {
        let is_login = |realm, login: &str| realm == Realm::Epp && login == clid.as_str();
        if line.account.clid == *clid || line.credentials.iter().any(|held| is_login(held.realm, &held.login))
        {
            bail!("account {} exists already and has this identifier or login name", line.account.clid);
        }
    }
    Ok(())
}
