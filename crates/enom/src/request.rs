//! A request, read: who asks, in which form the answer is wanted, and for what.

use std::collections::BTreeMap;

use edge::http::form;
use engine::model::Secret;

use crate::params::Params;
use crate::write::Form;

/// A request, read.
#[derive(Debug)]
pub(crate) struct Wire {
    /// The form of the answer.
    pub(crate) form: Form,
    /// The command's name, as it came; empty if there is none.
    pub(crate) command: String,
    /// The account's login; empty if none was sent.
    pub(crate) login: String,
    /// The password, or a token in its place.
    pub(crate) password: Secret,
    /// The TLD that is spoken of, if one is named.
    pub(crate) tld: Option<String>,
    pub(crate) params: Params,
}

impl Wire {
    /// Reads the pairs of query and body. Names are compared without regard to case; of one that stands twice the first
    /// counts.
    pub(crate) fn read(pairs: Vec<(String, String)>) -> Self {
        let mut values = BTreeMap::new();
        for (name, value) in pairs {
            values.entry(name.trim().to_ascii_lowercase()).or_insert(value);
        }
        let mut text = |name: &str| values.remove(name).unwrap_or_default();
        let command = text("command").trim().chars().take(LONGEST_COMMAND).collect();
        let (login, password) = (text("uid").trim().to_ascii_lowercase(), Secret::new(text("pw")));
        let form = Form::named(&text("responsetype"));
        let tld = values.get("tld").map(|tld| tld.trim().to_owned()).filter(|tld| !tld.is_empty());
        Self { form, command, login, password, tld, params: Params::new(values) }
    }

    /// What can be read of a request that cannot be read as a whole: enough to answer it in the form that it asks for.
    pub(crate) fn read_in_part(request: &[u8]) -> Self {
        let parts = request.split(|byte| *byte == b'&');
        Self::read(parts.filter_map(|part| form::pairs(part).ok()).flatten().collect())
    }
}

/// Characters of a command's name, which is told in every answer. None of ours is as long.
const LONGEST_COMMAND: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_in_any_case() {
        let pairs =
            [("UID", " Alpha "), ("pW", "s"), ("COMMAND", "check"), ("responseType", "XML"), ("Tld", "test")];
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        let wire = Wire::read(pairs);
        assert_eq!((wire.login.as_str(), wire.command.as_str(), wire.form), ("alpha", "check", Form::Xml));
        assert_eq!(wire.params.text("TLD"), Some("test"));
    }

    #[test]
    fn of_what_cannot_be_read_the_rest_is() {
        let wire = Wire::read_in_part(b"command=Check&sld=%FF&responsetype=xml");
        assert_eq!((wire.command.as_str(), wire.form), ("Check", Form::Xml));
    }
}
