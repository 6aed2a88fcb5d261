//! How accounts are named: by their login.

use engine::Field;
use engine::model::{AccountName, Clid, Credential, Realm};

use crate::params::Params;

/// A login name as it is kept: in small letters, a role behind a colon, as which HEXONET writes an exclamation mark.
pub(crate) fn login_name(text: &str) -> String {
    text.trim().to_ascii_lowercase().replacen('!', ":", 1)
}

/// The account with this login.
pub(crate) fn with_login(login: &str) -> AccountName {
    AccountName::Login(Realm::Rrp, login_name(login))
}

/// The account that a command names, if it names one: RRPproxy calls it a registrar, HEXONET a user.
pub(crate) fn named(params: &mut Params) -> Option<AccountName> {
    // Each is taken: who names it twice is not told of an unknown parameter.
    let names = ["SUBUSER", "REGISTRAR", "USER"].map(|name| params.text(name));
    names.into_iter().flatten().next().map(|login| with_login(&login))
}

/// The login of the account that a command has to name.
pub(crate) fn needed(params: &mut Params) -> Option<String> {
    let other = ["REGISTRAR", "USER"].map(|name| params.text(name)).into_iter().flatten().next();
    let login = match other {
        Some(login) => Some(params.text("SUBUSER").unwrap_or(login)),
        None => params.required("SUBUSER", Field::Subaccount),
    };
    login.map(|login| login_name(&login))
}

/// An account as it is shown: by its login, or by its identifier if it has none here.
pub(crate) fn shown(clid: &Clid, credentials: &[Credential]) -> String {
    let own = |held: &&Credential| held.realm == Realm::Rrp && held.role.is_none();
    credentials.iter().find(own).map_or_else(|| clid.to_string(), |held| held.login.clone())
}
