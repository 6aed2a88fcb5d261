use crate::WapiFormat;
use crate::scenario::WapiLine;

/// `NAME wapi [json | xml] [raw] [test] [from ADDRESS] [user LOGIN] [secret S] [id ID]: CONTENT`
///
/// # Errors
/// What cannot be understood.
pub(super) fn line(account: &str, options: &str, content: String) -> Result<WapiLine, String> {
    let mut line = WapiLine { account: account.to_owned(), content, ..WapiLine::default() };
    let mut words = options.split_whitespace();
    while let Some(word) = words.next() {
        let mut value = || words.next().map(str::to_owned).ok_or_else(|| format!("{word} what?"));
        match word {
            "json" => line.format = Some(WapiFormat::Json),
            "xml" => line.format = Some(WapiFormat::Xml),
            "raw" => line.raw = true,
            "test" => line.test = true,
            "from" => line.from = Some(value()?.parse().map_err(|_| "from which address?".to_owned())?),
            "user" => line.user = Some(value()?),
            "secret" => line.secret = Some(value()?),
            "id" => line.client_id = Some(value()?),
            _ => return Err(format!("{word} is not known behind wapi")),
        }
    }
    if line.raw && line.format.is_none() {
        return Err("what is sent raw has a format: `wapi json raw` or `wapi xml raw`".to_owned());
    }
    Ok(line)
}
