use engine::model::Instant;
use serde::{Deserialize, Serialize};

use crate::faults::Pattern;
use crate::span::Span;

/// How an account answers when one of its objects is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// What it says.
    pub transfers: Answer,
    /// How long it takes, by the sandbox's clock, from the request on. Nothing means at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<After>,
    /// Which names it is about. Nothing means all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<Pattern>,
}

/// What a counterpart says to a transfer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// It lets the object go.
    Approve,
    /// It keeps the object.
    Reject,
    /// It says nothing, so the server decides when the time is up.
    Ignore,
}

/// A span of time that is shown as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct After {
    text: String,
    span: Span,
}

impl Rule {
    /// When to answer a request, and whether to approve it; `None` if nothing is to be said.
    pub(super) fn decide(&self, object: &str, requested_at: Instant) -> Option<(Instant, bool)> {
        if self.object.as_ref().is_some_and(|pattern| !pattern.fits(object)) {
            return None;
        }
        let approve = match self.transfers {
            Answer::Approve => true,
            Answer::Reject => false,
            Answer::Ignore => return None,
        };
        let span = self.after.as_ref().map_or(Span::default(), |after| after.span);
        Some((span.after(requested_at)?, approve))
    }
}

impl TryFrom<String> for After {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Ok(Self { span: Span::parse(&text)?, text })
    }
}

impl From<After> for String {
    fn from(after: After) -> Self {
        after.text
    }
}
