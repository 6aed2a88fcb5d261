use super::super::ApiLine;
use crate::{ApiFace, ApiForm};

/// `NAME api | cnr | hexonet [flat | get | raw] [from ADDRESS] [login L] [secret S] [session ID] [user U] [otp C] [test]: COMMAND`,
/// with a `KEY=VALUE` on each line that is indented under it.
///
/// # Errors
/// What cannot be understood.
pub(super) fn line(account: &str, options: &str, content: String) -> Result<ApiLine, String> {
    let mut line = ApiLine { account: account.to_owned(), content, ..ApiLine::default() };
    let mut words = options.split_whitespace();
    match words.next() {
        Some("cnr") => line.face = Some(ApiFace::Cnr),
        Some("hexonet") => line.face = Some(ApiFace::Hexonet),
        _ => {}
    }
    while let Some(word) = words.next() {
        let mut value = || words.next().map(str::to_owned).ok_or_else(|| format!("{word} what?"));
        match word {
            "flat" => line.form = ApiForm::Flat,
            "get" => line.form = ApiForm::Get,
            "raw" => line.raw = true,
            "test" => line.test = true,
            "from" => line.from = Some(value()?.parse().map_err(|_| "from which address?".to_owned())?),
            "login" => line.login = Some(value()?),
            "secret" => line.secret = Some(value()?),
            "session" => line.session = Some(value()?),
            "user" => line.user = Some(value()?),
            "otp" => line.otp = Some(value()?),
            _ => return Err(format!("{word} is not known here")),
        }
    }
    Ok(line)
}

/// Whether what stands between the name and the colon says that this is such a line.
pub(super) fn is_meant(options: &str) -> bool {
    matches!(options.split_whitespace().next(), Some("api" | "cnr" | "hexonet"))
}
