//! What a command answers, before it is written.

use engine::{Done, Failure, Outcome, Refusal};

use crate::columns::Columns;

/// A command that was carried out: what happened, and what there is to tell.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    pub(crate) outcome: Outcome,
    pub(crate) columns: Columns,
    /// Things that the client should hear of all the same.
    pub(crate) warnings: Vec<Refusal>,
    /// Whether it is not done yet: its end is told by an event.
    pub(crate) is_pending: bool,
}

/// How a command ended.
pub(crate) type Ended = Result<Reply, Failure>;

impl Reply {
    /// A command that tells of these columns.
    pub(crate) fn of<T>(done: Done<T>, columns: impl FnOnce(T) -> Columns) -> Self {
        let columns = columns(done.answer);
        Self { outcome: done.outcome, columns, warnings: done.warnings, is_pending: false }
    }

    /// A command that has nothing to tell but what it was about: some clients need a property in every success.
    pub(crate) fn about<T>(done: Done<T>, name: &'static str, object: impl Into<String>) -> Self {
        Self::of(done, |_| Columns::new().one(name, object))
    }

    /// A question that is answered with no. The reason decides the code and stands behind its text.
    pub(crate) fn verdict(refusal: Refusal, columns: Columns) -> Self {
        Self { outcome: refusal.outcome, columns, warnings: vec![refusal], is_pending: false }
    }

    /// The same, not done yet.
    #[must_use]
    pub(crate) fn pending(self, is_pending: bool) -> Self {
        Self { is_pending, ..self }
    }
}
