//! `chancery account passwd`.

use anyhow::Result;
use engine::model::{Clid, Realm};
use engine::ops::account::{Cost, NewSecret, SetPassword};

use super::{clid, find, login_of};
use crate::chores::DataArgs;
use crate::password::PasswordArgs;
use crate::say;

/// Whose password, and where it is good.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The account's identifier.
    #[arg(value_parser = clid)]
    clid: Clid,
    /// The family of protocols that the password is for: epp, rrp, wapi or enom.
    #[arg(long, value_parser = realm, default_value = "epp")]
    realm: Realm,
    /// The login name, where the account has none yet in that family, or several.
    #[arg(long)]
    login: Option<String>,
    #[command(flatten)]
    password: PasswordArgs,
}

/// Sets it.
///
/// # Errors
/// There is no such account, it is not clear which login is meant, or the password is none.
pub(crate) fn run(args: &Args, data: &DataArgs) -> Result<()> {
    let login = data.change(|operator| {
        let line = find(operator, &args.clid)?;
        let login = login_of(&line, args.realm, args.login.as_deref())?;
        let (account, realm) = (line.account.id, args.realm);
        let secret = NewSecret::of(realm, &args.password.read()?, Cost::Full, operator.engine().entropy())?;
        operator.command(SetPassword { account, realm, login: login.clone(), secret })?;
        Ok(login)
    })?;
    say::line(&format!("The password of {login} ({}, account {}) is set.", args.realm.name(), args.clid));
    Ok(())
}

/// For clap: a family of protocols.
fn realm(text: &str) -> Result<Realm, String> {
    let known: Vec<&str> = Realm::ALL.iter().map(|realm| realm.name()).collect();
    Realm::parse(text).ok_or_else(|| format!("not one of {}", known.join(", ")))
}
