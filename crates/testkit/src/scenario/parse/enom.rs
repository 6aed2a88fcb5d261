use super::super::EnomLine;
use crate::{EnomForm, EnomWay};

/// `NAME enom [text | xml] [get | torn] [from ADDRESS] [login L] [secret S]: COMMAND`, with a `KEY=VALUE` on each line that
/// is indented under it; or `NAME enom raw ...: BODY`.
///
/// # Errors
/// What cannot be understood.
pub(super) fn line(account: &str, options: &str, content: String) -> Result<EnomLine, String> {
    let mut line = EnomLine { account: account.to_owned(), content, ..EnomLine::default() };
    let mut words = options.split_whitespace();
    while let Some(word) = words.next() {
        let mut value = || words.next().map(str::to_owned).ok_or_else(|| format!("{word} what?"));
        match word {
            "text" => line.form = Some(EnomForm::Text),
            "xml" => line.form = Some(EnomForm::Xml),
            "get" => line.way = EnomWay::Get,
            "torn" => line.way = EnomWay::Torn,
            "raw" => line.raw = true,
            "from" => line.from = Some(value()?.parse().map_err(|_| "from which address?".to_owned())?),
            "login" => line.login = Some(value()?),
            "secret" => line.secret = Some(value()?),
            _ => return Err(format!("{word} is not known here")),
        }
    }
    Ok(line)
}
