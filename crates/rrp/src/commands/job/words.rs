//! What a task says: the parameters of its command, as they are kept.

use std::collections::BTreeMap;

use edge::http::form;
use edge::scrub::scrub_query;
use engine::Refusal;
use engine::model::Secret;

use crate::commands::domain::name;
use crate::params::Params;

/// The parameters of a command, by their names in capitals.
#[derive(Clone)]
pub(super) struct Words(BTreeMap<String, String>);

impl Words {
    /// Those of a command of which nothing has been read yet.
    pub(super) fn of(params: &Params) -> Self {
        Self(params.values().clone())
    }

    /// Those that were kept.
    ///
    /// # Errors
    /// `request_not_utf8`, if they were not.
    pub(super) fn kept(words: &Secret) -> Result<Self, Refusal> {
        // Exposed to be read.
        Ok(Self(form::pairs(words.expose().as_bytes())?.into_iter().collect()))
    }

    /// Those of an earlier command, as far as these do not say otherwise.
    pub(super) fn over(self, mut earlier: Self) -> Self {
        earlier.0.extend(self.0);
        earlier
    }

    /// As they are kept.
    pub(super) fn text(&self) -> Secret {
        Secret::new(form::text(self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))))
    }

    /// As a command takes them.
    pub(super) fn params(self) -> Params {
        Params::new(self.0)
    }

    /// The name of the object that they are about: a domain, in every command that can be put off.
    pub(super) fn object(&self) -> String {
        let Some(text) = self.0.get("DOMAIN") else { return String::new() };
        name::parse(text).map_or_else(|_| text.to_lowercase(), |name| name.to_string())
    }
}

/// What a task says, line by line, without the secrets in it.
pub(super) fn shown(command: &str, words: &Secret) -> String {
    // Exposed to be shown to whoever wrote it, without what only the owner of a domain may know.
    let public = scrub_query(words.expose());
    let pairs = form::pairs(public.as_bytes()).unwrap_or_default();
    let lines = pairs.iter().map(|(name, value)| format!("{name}={value}"));
    std::iter::once(format!("COMMAND={command}")).chain(lines).collect::<Vec<_>>().join("\n")
}
