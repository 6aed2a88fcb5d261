//! What an explanation says.

use crate::{Field, Operation, Outcome, Retry};

/// What is behind an input: one reading for each result in an answer, or for each protocol that has a bare code.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// The readings in the order of the answer; at least one.
    pub readings: Vec<Reading>,
    /// How many further results of the answer were not looked at.
    pub left_out: usize,
}

/// What is behind one result.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The short name of the protocol, `epp`; `None` where an outcome was asked for by name.
    pub protocol: Option<&'static str>,
    /// The code as the protocol writes it.
    pub code: Option<String>,
    /// The message that the protocol's standard gives the code; `None` for a code it does not have.
    pub message: Option<&'static str>,
    /// What the code, or the outcome asked for, says.
    pub meaning: &'static str,
    /// What the answer itself said beyond the code: message and reasons, without control characters.
    pub said: Vec<String>,
    /// What may have happened: the exact outcome, or the possible ones with the likeliest first.
    pub outcomes: Vec<Candidate>,
    /// Whether sending the same again can help; `None` if that is not known.
    pub retry: Option<Retry>,
    /// What to do.
    pub remedy: &'static str,
}

/// An outcome that may be behind a result.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// What happened.
    pub outcome: Outcome,
    /// How sure that is.
    pub certainty: Certainty,
    /// The values that the answer's text gave, by the names in the outcome's text; `field` has a field's title.
    pub parameters: Vec<(String, String)>,
    /// How each protocol says this outcome.
    pub sayings: Vec<Saying>,
}

/// How sure a candidate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// The answer has the very text of the outcome, or the outcome was asked for by name.
    Exact,
    /// The outcome leads to the code of the answer.
    Possible,
}

/// How a protocol says an outcome.
#[derive(Clone, Debug)]
pub struct Saying {
    /// The short name of the protocol.
    pub protocol: &'static str,
    /// The code as the protocol writes it.
    pub code: String,
    /// The message that goes with the code.
    pub message: &'static str,
    /// The operation it is said so for; `None` for all.
    pub operation: Option<Operation>,
    /// The field it is said so for; `None` for all.
    pub field: Option<Field>,
}

impl Certainty {
    /// The word for machines: `exact` or `possible`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Possible => "possible",
        }
    }
}

impl Reading {
    /// Whether the outcome is known for certain.
    pub fn is_exact(&self) -> bool {
        !self.outcomes.is_empty()
            && self.outcomes.iter().all(|candidate| candidate.certainty == Certainty::Exact)
    }
}
