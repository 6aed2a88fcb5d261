//! Commands whose turn has come.

use crate::{
    Actor,
    model::{Secret, Task},
};

/// A command that is to be carried out now. It is handed out again until its end is recorded, so whoever carries it out does
/// so by [`crate::ops::task::Carry`], which does it once.
#[derive(Clone, Debug)]
pub struct TaskAsk {
    /// The task.
    pub task: Task,
    /// The whole command.
    pub words: Secret,
    /// On whose behalf, and within which limits.
    pub actor: Actor,
}
