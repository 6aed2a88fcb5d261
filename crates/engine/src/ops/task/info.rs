use outcomes::{Operation as Name, Outcome};

use super::ownership::own;
use crate::{
    Context, Done, Failure, Fault, Operation, Query, Reading,
    model::{Secret, Task, TaskId},
    ports::store::Snapshot,
};

/// Shows a task of the actor's, with what it says.
///
/// Changes, bills and notifies nothing. Checks whether there is such a task of the actor's.
#[derive(Clone, Copy, Debug)]
pub struct Info {
    /// Which task.
    pub task: TaskId,
}

/// A task, unsealed.
#[derive(Clone, Debug)]
pub struct TaskView {
    /// The task.
    pub task: Task,
    /// The whole command.
    pub words: Secret,
}

impl TaskView {
    /// A task with its words.
    ///
    /// # Errors
    /// A fault if they do not open.
    pub(super) fn of<S: Snapshot + ?Sized>(cx: &Context<'_, S>, task: Task) -> Result<Self, Fault> {
        let words = cx.unseal(&task.words, task.account)?;
        Ok(Self { task, words })
    }
}

impl Operation for Info {
    type Answer = TaskView;
    const NAME: Name = Name::TaskInfo;
    const OUTCOMES: &'static [Outcome] = &[Outcome::TaskFound, Outcome::TaskUnknown];
}

impl Query for Info {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<TaskView>, Failure> {
        let task = own(cx, self.task)?;
        Ok(Done::new(Outcome::TaskFound, TaskView::of(cx, task)?))
    }
}
