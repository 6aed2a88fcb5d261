use outcomes::{Operation as Name, Outcome};

use super::ownership::waiting_order;
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{Secret, TaskId},
};

/// Has an order that waits say something else.
///
/// Changes: what the order says and is about. Bills and notifies nothing. Checks, in this order: whether there is such an
/// order of the actor's; whether it waits.
#[derive(Clone, Debug)]
pub struct Amend {
    /// Which order.
    pub task: TaskId,
    /// The name of the object that it is about.
    pub object: String,
    /// The whole command, as it is from now on.
    pub words: Secret,
}

impl Operation for Amend {
    type Answer = TaskId;
    const NAME: Name = Name::TaskAmend;
    const OUTCOMES: &'static [Outcome] = &[Outcome::TaskAmended, Outcome::TaskUnknown, Outcome::TaskOver];

    fn object(&self) -> &str {
        &self.object
    }
}

impl Command for Amend {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<TaskId>, Failure> {
        let mut task = waiting_order(cx, self.task)?;
        task.words = cx.seal(&self.words, task.account)?;
        (task.object, task.since) = (self.object.clone(), cx.now);
        cx.store.update_task(&task)?;
        Ok(Done::new(Outcome::TaskAmended, task.id))
    }
}
