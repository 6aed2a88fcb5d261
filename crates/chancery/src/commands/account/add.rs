//! `chancery account add`.

use anyhow::{Context, Result, bail};
use engine::model::{Clid, Currency, Realm};
use engine::ops::account::{Cost, List, NewSecret, Open, SetPassword};

use super::{clid, currency, sum};
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
    data.change_or_make(|operator| {
        refuse_taken(operator, &args.clid)?;
        let realm = Realm::Epp;
        let secret = NewSecret::of(realm, &args.password.read()?, Cost::Full, operator.engine().entropy())?;
        let name = args.name.clone().unwrap_or_else(|| args.clid.to_string());
        let open = Open { clid: args.clid.clone(), name, currency: args.currency, credit_limit };
        let account = operator.command(open)?;
        operator.command(SetPassword { account, realm, login: args.clid.to_string(), secret })
    })?;
    say::line(&format!(
        "Account {} is open. It can log in over EPP from anywhere; see `chancery account allow`.",
        args.clid
    ));
    Ok(())
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
