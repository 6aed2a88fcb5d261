//! Lines about accounts and who logs in to them.

use super::super::{AccountLine, LoginLine, Step};

/// `crowd SIZE as ACCOUNT`
///
/// # Errors
/// What cannot be understood.
pub(super) fn crowd(words: &[&str]) -> Result<Step, String> {
    match words {
        [size, "as", account] => {
            let size = size.parse().map_err(|_| format!("{size} is no number"))?;
            Ok(Step::Crowd { size, account: (*account).to_owned() })
        }
        _ => Err("`crowd SIZE as ACCOUNT` is expected".to_owned()),
    }
}

/// `login NAME [as ACCOUNT] [at LISTENER] [secret S] [new S] [objects ...] [extensions ...] [certificate]`
///
/// # Errors
/// What cannot be understood.
pub(super) fn login(words: &[&str]) -> Result<LoginLine, String> {
    let [connection, options @ ..] = words else { return Err("who logs in?".to_owned()) };
    let mut login = LoginLine {
        connection: (*connection).to_owned(),
        account: (*connection).to_owned(),
        ..LoginLine::default()
    };
    for (word, values) in
        options_of(options, &["as", "at", "secret", "new", "objects", "extensions", "certificate"])?
    {
        let first = values.first().cloned();
        let needed = || first.clone().ok_or_else(|| format!("{word} what?"));
        match word {
            "as" => login.account = needed()?,
            "at" => login.at = Some(needed()?),
            "secret" => login.secret = Some(needed()?),
            "new" => login.new = Some(needed()?),
            "objects" => login.objects = Some(values),
            "certificate" => login.certificate = true,
            _ => login.extensions = Some(values),
        }
    }
    Ok(login)
}

/// `account NAME secret S [deposit SUM] [credit-limit SUM] [currency C] [mail ADDRESS] [allow NETWORK] [certificate]
/// [suspended]`
///
/// # Errors
/// What cannot be understood.
pub(super) fn account(words: &[&str]) -> Result<AccountLine, String> {
    let [name, options @ ..] = words else { return Err("which account?".to_owned()) };
    let mut account = AccountLine { name: (*name).to_owned(), ..AccountLine::default() };
    for (word, values) in options_of(
        options,
        &["secret", "deposit", "credit-limit", "currency", "mail", "allow", "certificate", "suspended"],
    )? {
        let value = values.first().cloned();
        match word {
            "secret" => account.secret = value.unwrap_or_default(),
            "deposit" => account.deposit = value,
            "credit-limit" => account.credit_limit = value,
            "certificate" => account.certificate = true,
            "currency" => account.currency = value,
            "mail" => account.mail = value,
            "allow" => account.allow = value,
            _ => account.suspended = true,
        }
    }
    if account.secret.is_empty() { Err("an account needs a secret".to_owned()) } else { Ok(account) }
}

/// Words that are options, each with the words up to the next option.
fn options_of<'o>(words: &[&str], known: &[&'o str]) -> Result<Vec<(&'o str, Vec<String>)>, String> {
    let mut options: Vec<(&str, Vec<String>)> = Vec::new();
    for word in words {
        match (known.iter().find(|option| *option == word), options.last_mut()) {
            (Some(option), _) => options.push((*option, Vec::new())),
            (None, Some((_, values))) => values.push((*word).to_owned()),
            (None, None) => return Err(format!("{word} is not known here; known are {known:?}")),
        }
    }
    Ok(options)
}
