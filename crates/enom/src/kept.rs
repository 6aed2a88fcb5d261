//! Parameters that are kept to be read again later, when what they ask for is carried out.

use std::collections::BTreeMap;

use edge::http::form;
use engine::Refusal;
use engine::model::Secret;

use crate::params::Params;

/// Parameters by their names in small letters.
#[derive(Clone, Default)]
pub(crate) struct Kept(BTreeMap<String, String>);

impl Kept {
    /// Those of a request whose names are wanted. What is empty says nothing.
    pub(crate) fn of(params: &Params, is_wanted: impl Fn(&str) -> bool) -> Self {
        let sent = params.iter().filter(|(name, value)| !value.trim().is_empty() && is_wanted(name));
        Self(sent.map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
    }

    /// Those that were kept.
    ///
    /// # Errors
    /// `request_not_utf8`, if they were not.
    pub(crate) fn read(words: &Secret) -> Result<Self, Refusal> {
        // Exposed to be read.
        Ok(Self(form::pairs(words.expose().as_bytes())?.into_iter().collect()))
    }

    /// As they are kept.
    pub(crate) fn text(&self) -> Secret {
        Secret::new(form::text(self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))))
    }

    /// As a command reads them.
    pub(crate) fn params(&self) -> Params {
        Params::new(self.0.clone())
    }

    /// With a parameter, if it says something.
    pub(crate) fn put(&mut self, name: &str, value: Option<&str>) {
        self.0.extend(value.map(|value| (name.to_ascii_lowercase(), value.to_owned())));
    }

    /// Without those whose names are not wanted.
    pub(crate) fn retain(&mut self, is_wanted: impl Fn(&str) -> bool) {
        self.0.retain(|name, _| is_wanted(name));
    }

    /// With others, which say the last word.
    pub(crate) fn extend(&mut self, later: Self) {
        self.0.extend(later.0);
    }
}
