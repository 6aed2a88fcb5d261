//! Queries and bodies: pairs of names and values.

use engine::{Outcome, Refusal};
use percent_encoding::{NON_ALPHANUMERIC, percent_decode, utf8_percent_encode};

/// The pairs of a text in the form of `name=value&name=value`. What a body says of its own media type is not looked at:
/// libraries in use send forms as plain text.
///
/// # Errors
/// `request_not_utf8`.
pub fn pairs(text: &[u8]) -> Result<Vec<(String, String)>, Refusal> {
    let parts = text.split(|byte| *byte == b'&').filter(|part| !part.trim_ascii().is_empty());
    parts.map(pair).collect()
}

/// The text that such pairs are read from.
pub fn text<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let parts = pairs.into_iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
    parts.collect::<Vec<_>>().join("&")
}

/// A text as it stands in a form.
pub fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

fn pair(part: &[u8]) -> Result<(String, String), Refusal> {
    let at = part.iter().position(|byte| *byte == b'=');
    let (name, value) = at.map_or((part, &b""[..]), |at| (&part[..at], &part[at + 1..]));
    Ok((decoded(name)?, decoded(value)?))
}

fn decoded(text: &[u8]) -> Result<String, Refusal> {
    let spaced: Vec<u8> = text.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    let bytes: Vec<u8> = percent_decode(&spaced).collect();
    String::from_utf8(bytes).map_err(|error| {
        Refusal::new(Outcome::RequestNotUtf8).fact("offset", error.utf8_error().valid_up_to())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_may_hold_what_separates_once_it_is_encoded() {
        let found = pairs(b"s_login=a%26b&s_pw=c%3Dd+e&command\n").unwrap();
        let found: Vec<_> = found.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(found, [("s_login", "a&b"), ("s_pw", "c=d e"), ("command\n", "")]);
        assert_eq!(pairs(b"a=%FF").unwrap_err().outcome, Outcome::RequestNotUtf8);
        assert_eq!(pairs(b"&&").unwrap(), []);
    }

    #[test]
    fn what_is_written_is_read_again() {
        let written = text([("AUTH", "a&b=c+d %\n"), ("x", "ř"), ("empty", "")]);
        assert_eq!(
            pairs(written.as_bytes()).unwrap(),
            [
                ("AUTH".to_owned(), "a&b=c+d %\n".to_owned()),
                ("x".to_owned(), "ř".to_owned()),
                ("empty".to_owned(), String::new()),
            ]
        );
    }
}
