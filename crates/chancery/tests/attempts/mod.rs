//! What became of a great number of commands, each of which made a name or did not.

/// What became of attempts to create domains, by name.
#[derive(Debug, Default)]
pub(crate) struct Attempts {
    /// Answered with success.
    pub(crate) acknowledged: Vec<String>,
    /// Answered with a refusal.
    pub(crate) refused: Vec<String>,
    /// Not answered: the connection ended.
    pub(crate) unanswered: Vec<String>,
}

impl Attempts {
    /// These and others.
    pub(crate) fn and(mut self, others: Self) -> Self {
        self.acknowledged.extend(others.acknowledged);
        self.refused.extend(others.refused);
        self.unanswered.extend(others.unanswered);
        self
    }
}
