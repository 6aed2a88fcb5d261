//! The shape of an operation.

use crate::{Done, Failure, Glancing, Outcome, Reading, Refusals, Writing};

/// Something that can be asked of the engine. The implementing type is the operation's input.
///
/// Each operation has a file of its own in [`crate::ops`], whose comment says what it changes, bills and notifies,
/// and in which order it checks; that order decides which refusal a client sees.
pub trait Operation: Send + 'static {
    /// What it answers.
    type Answer: Send + 'static;
    /// Its name in the catalogue.
    const NAME: outcomes::Operation;
    /// Every outcome it can have. One that is not listed is a bug, found when it happens in a debug build.
    const OUTCOMES: &'static [Outcome];

    /// The name of the object it is about; empty where there is none, or several.
    fn object(&self) -> &str {
        ""
    }
}

/// An operation that may change something.
pub trait Command: Operation {
    /// Looks at the request without the store. What is found here never reaches the writer.
    ///
    /// # Errors
    /// Refusals that policy and the index of names can decide.
    fn precheck(&self, glancing: &Glancing<'_>) -> Result<(), Refusals> {
        let _ = glancing;
        Ok(())
    }

    /// Does it, in one transaction. May be run again after a rollback.
    ///
    /// # Errors
    /// A refusal or a fault; either way nothing stays changed.
    fn run(&self, context: &mut Writing<'_>) -> Result<Done<Self::Answer>, Failure>;
}

/// An operation that reads the store.
pub trait Query: Operation {
    /// Looks at the request without the store. What is found here never reaches it.
    ///
    /// # Errors
    /// Refusals that policy, the index of names and what is counted can decide.
    fn precheck(&self, glancing: &Glancing<'_>) -> Result<(), Refusals> {
        let _ = glancing;
        Ok(())
    }

    /// Does it on a snapshot.
    ///
    /// # Errors
    /// A refusal or a fault.
    fn run(&self, context: &mut Reading<'_>) -> Result<Done<Self::Answer>, Failure>;
}

/// An operation that policy and the index of names can answer, without the store.
pub trait Glance: Operation + Sized {
    /// Does it at once.
    ///
    /// # Errors
    /// A refusal.
    fn run(self, glancing: &Glancing<'_>) -> Result<Done<Self::Answer>, Refusals>;
}
