use outcomes::{Operation as Name, Outcome};

use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{Asked, Event, OperationId, Task, TaskAnswer, TaskId, TaskKind, TaskState},
    ops::notify::notify_asked,
};

/// Records what a task was answered with when it was carried out. One that is over already, or gone, is left alone.
///
/// Changes: the task; a job that was refused is over with that, an order goes on waiting. Bills nothing. Notifies: the account,
/// of the end of a job. Checks nothing.
#[derive(Clone, Debug)]
pub struct Conclude {
    /// The task.
    pub task: TaskId,
    /// What it came to.
    pub outcome: Outcome,
    /// What was answered.
    pub answer: TaskAnswer,
}

impl Operation for Conclude {
    type Answer = ();
    const NAME: Name = Name::TaskConclude;
    const OUTCOMES: &'static [Outcome] = &[Outcome::TaskConcluded];
}

impl Command for Conclude {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let Some(mut task) = cx.store.task(self.task)?.filter(|task| !task.is_over()) else {
            return Ok(Done::new(Outcome::TaskConcluded, ()));
        };
        if task.state == TaskState::Waiting {
            task.refusals += 1;
            task.outcome = Some(self.outcome.name().to_owned());
            task.since = cx.now;
            if task.kind == TaskKind::Job {
                task.state = TaskState::Refused;
            }
        }
        task.answer = Some(self.answer.clone());
        cx.store.update_task(&task)?;
        if task.kind == TaskKind::Job {
            tell(cx, task)?;
        }
        Ok(Done::new(Outcome::TaskConcluded, ()))
    }
}

fn tell(cx: &Writing<'_>, task: Task) -> Result<(), Failure> {
    let asked = Asked {
        operation: OperationId(task.id.0),
        action: task.action.clone(),
        client_id: task.client_id,
        form: None,
    };
    let Some(answer) = task.answer else { return Ok(()) };
    let event = Event::TaskEnded {
        name: task.object,
        task: task.id,
        command: task.command,
        action: task.action,
        outcome: task.outcome.filter(|_| task.state == TaskState::Done),
        code: answer.code,
        reason: answer.description,
    };
    Ok(notify_asked(cx, task.account, event, Some(asked))?)
}
