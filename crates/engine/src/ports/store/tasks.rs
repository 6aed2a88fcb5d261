use super::{Result, Slice};
use crate::model::{AccountId, Task, TaskId, TaskKind, TaskState};

/// Which tasks are listed: those of which all is true that is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TaskFilter {
    /// They are of this kind.
    pub kind: TaskKind,
    /// It is this one.
    pub id: Option<TaskId>,
    /// They stand so.
    pub state: Option<TaskState>,
    /// They are one of these commands; all if none is named.
    pub commands: Vec<String>,
    /// They are about this object.
    pub object: Option<String>,
    /// They were last answered with this code.
    pub code: Option<u32>,
}

impl TaskFilter {
    /// All of a kind.
    pub const fn all(kind: TaskKind) -> Self {
        Self { kind, id: None, state: None, commands: Vec::new(), object: None, code: None }
    }
}

/// Reads tasks.
pub trait Tasks {
    /// A task.
    fn task(&self, id: TaskId) -> Result<Option<Task>>;

    /// Those tasks of an account that fit, the oldest first.
    fn tasks(&self, account: AccountId, filter: &TaskFilter, slice: &Slice<TaskId>) -> Result<Vec<Task>>;

    /// The jobs of an account that wait and are about an object, the oldest first.
    fn waiting_jobs(&self, account: AccountId, object: &str) -> Result<Vec<TaskId>>;

    /// How many tasks of an account fit.
    fn count_tasks(&self, account: AccountId, filter: &TaskFilter) -> Result<u64>;
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
