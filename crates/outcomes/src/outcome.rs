//! What is known of each outcome.

use std::fmt;

use crate::generated::{OUTCOMES, Outcome};

/// What an outcome does to the request and to the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// The request was carried out.
    Done,
    /// The request was accepted and is completed later.
    Pending,
    /// The request was refused and changed nothing; the cause lies with the request or its circumstances.
    Refused,
    /// The request failed and changed nothing; the cause lies with the server and will pass.
    Temporary,
    /// The session ends, whatever the request was.
    Fatal,
}

/// Whether sending the same request again can help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Retry {
    /// It cannot: the answer would be the same, or all is done already.
    Never,
    /// After the request, or what it depends on, has been put right.
    AfterFix,
    /// Unchanged, after some time.
    Later,
    /// Unchanged, at once.
    Now,
}

impl Class {
    /// The class as it is written in the catalogue.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Pending => "pending",
            Self::Refused => "refused",
            Self::Temporary => "temporary",
            Self::Fatal => "fatal",
        }
    }
}

impl Retry {
    /// The word as it is written in the catalogue.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::AfterFix => "after_fix",
            Self::Later => "later",
            Self::Now => "now",
        }
    }

    /// The advice in a sentence.
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Never => "do not send the same again",
            Self::AfterFix => "send it again after it, or what it depends on, has been put right",
            Self::Later => "send the same again later",
            Self::Now => "send the same again at once",
        }
    }
}

/// One entry of the catalogue.
pub(crate) struct Record {
    pub(crate) outcome: Outcome,
    pub(crate) name: &'static str,
    pub(crate) class: Class,
    pub(crate) text: &'static str,
    pub(crate) meaning: &'static str,
    pub(crate) cause: &'static str,
    pub(crate) retry: Retry,
    pub(crate) remedy: &'static str,
}

impl Outcome {
    /// Every outcome, by name.
    pub const ALL: [Self; OUTCOMES.len()] = {
        let mut all = [OUTCOMES[0].outcome; OUTCOMES.len()];
        let mut at = 0;
        while at < all.len() {
            all[at] = OUTCOMES[at].outcome;
            at += 1;
        }
        all
    };

    /// The name in the catalogue: `domain_taken`.
    pub fn name(self) -> &'static str {
        self.record().name
    }

    /// What it does to the request and the session.
    pub fn class(self) -> Class {
        self.record().class
    }

    /// What a client is shown: a template for [`crate::text::fill`]. `{value}` is the offending value,
    /// `{field}` the title of the field; other names are parameters of the rule.
    pub fn text(self) -> &'static str {
        self.record().text
    }

    /// What happened, for people.
    pub fn meaning(self) -> &'static str {
        self.record().meaning
    }

    /// What usually causes it; the meaning, where there is no more to say.
    pub fn cause(self) -> &'static str {
        self.record().cause
    }

    /// Whether sending the same again can help.
    pub fn retry(self) -> Retry {
        self.record().retry
    }

    /// What to do.
    pub fn remedy(self) -> &'static str {
        self.record().remedy
    }

    /// The outcome of this name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        // The records stand in the order of their names.
        let at = OUTCOMES.binary_search_by(|record| record.name.cmp(name)).ok()?;
        Some(OUTCOMES[at].outcome)
    }

    fn record(self) -> &'static Record {
        &OUTCOMES[self as usize]
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::Outcome;

    #[test]
    fn every_outcome_is_found_by_its_name() {
        for outcome in Outcome::ALL {
            assert_eq!(Outcome::from_name(outcome.name()), Some(outcome));
        }
        assert_eq!(Outcome::from_name("no_such_outcome"), None);
    }
}
