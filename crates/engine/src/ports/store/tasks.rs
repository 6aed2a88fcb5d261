use super::{Result, Slice};
use crate::model::{AccountId, Task, TaskId, TaskKind, TaskState};

/// Which tasks are listed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TaskFilter {
    /// Of which account.
    pub account: AccountId,
    /// Of which kind.
    pub kind: TaskKind,
    /// Only this one, if it is named.
    pub id: Option<TaskId>,
    /// Only those in such a state, if one is named.
    pub state: Option<TaskState>,
    /// Only those of these commands; all if none is named.
    pub commands: Vec<String>,
    /// Only those about this object, if it is named.
    pub object: Option<String>,
    /// Only those that were last answered with this code, if it is named.
    pub code: Option<u32>,
}

/// Reads tasks.
pub trait Tasks {
    /// A task.
    fn task(&self, id: TaskId) -> Result<Option<Task>>;

    /// Tasks, the oldest first.
    fn tasks(&self, filter: &TaskFilter, slice: &Slice<TaskId>) -> Result<Vec<Task>>;

    /// How many such tasks there are.
    fn count_tasks(&self, filter: &TaskFilter) -> Result<u64>;
}

/// Writes tasks.
pub trait TasksMut: Tasks {
    /// Adds a task.
    fn insert_task(&self, task: &Task) -> Result<()>;

    /// Changes a task: what it says, and how far it has come.
    fn update_task(&self, task: &Task) -> Result<()>;

    /// Removes a task.
    fn delete_task(&self, id: TaskId) -> Result<()>;
}
