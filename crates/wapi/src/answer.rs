//! What a command answers, before it is written.

use engine::{Done, Failure, Outcome, Refusal};

use crate::tree::Tree;

/// A command that was carried out: what happened, and what there is to tell.
pub(crate) struct Reply {
    pub(crate) outcome: Outcome,
    /// `None` where the command has nothing to tell; the answer then has no `data`.
    pub(crate) data: Option<Tree>,
    pub(crate) warnings: Vec<Refusal>,
}

/// How a command ended.
pub(crate) type Ended = Result<Reply, Failure>;

impl Reply {
    /// A command that has nothing to tell.
    pub(crate) fn nothing<T>(done: Done<T>) -> Self {
        Self { outcome: done.outcome, data: None, warnings: done.warnings }
    }

    /// A command that tells something.
    pub(crate) fn telling<T>(done: Done<T>, tell: impl FnOnce(T) -> Tree) -> Self {
        Self { outcome: done.outcome, data: Some(tell(done.answer)), warnings: done.warnings }
    }
}
