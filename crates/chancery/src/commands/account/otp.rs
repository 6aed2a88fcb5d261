//! `chancery account otp`.

use anyhow::Result;
use engine::model::{Clid, OneTimeKey, Realm};
use engine::ops::account::SetOneTimeKey;

use super::{clid, find, login_of};
use crate::chores::DataArgs;
use crate::say;

/// Whose one-time passwords. Only RRPproxy and HEXONET over HTTP have a place for them.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The account's identifier.
    #[arg(value_parser = clid)]
    clid: Clid,
    /// The login name, where the account has several, such as that of a role.
    #[arg(long)]
    login: Option<String>,
    /// The password is enough from now on.
    #[arg(long)]
    off: bool,
}

/// Makes a key, or takes it away. A new one is told this once, in the form that authenticators read.
///
/// # Errors
/// There is no such account, or it is not clear which login is meant.
pub(crate) fn run(args: &Args, data: &DataArgs) -> Result<()> {
    let (login, key) = data.change(|operator| {
        let line = find(operator, &args.clid)?;
        let login = login_of(&line, Realm::Rrp, args.login.as_deref())?;
        let key = (!args.off).then(|| OneTimeKey::generate(operator.engine().entropy()));
        let (account, realm) = (line.account.id, Realm::Rrp);
        operator.command(SetOneTimeKey { account, realm, login: login.clone(), key: key.clone() })?;
        Ok((login, key))
    })?;
    match key {
        Some(key) => say::line(key.address(&login).expose()),
        None => say::line(&format!("{login} (account {}) needs no one-time password.", args.clid)),
    }
    Ok(())
}
