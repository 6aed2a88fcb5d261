use outcomes::{Operation as Name, Outcome};

use super::ownership::own;
use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{Secret, Task, TaskId},
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
