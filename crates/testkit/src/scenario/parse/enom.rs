use super::super::EnomLine;
use crate::EnomForm;

/// `NAME enom [text | xml] [get] [from ADDRESS] [login L] [secret S]: COMMAND`, with a `KEY=VALUE` on each line that is
/// indented under it.
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
            "get" => line.by_get = true,
            "from" => line.from = Some(value()?.parse().map_err(|_| "from which address?".to_owned())?),
            "login" => line.login = Some(value()?),
            "secret" => line.secret = Some(value()?),
            _ => return Err(format!("{word} is not known here")),
        }
    }
    Ok(line)
}
