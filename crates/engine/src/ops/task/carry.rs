use outcomes::{Operation as Name, Outcome};

use super::ownership::{own, refused};
use crate::{
    Command, Done, End, Failure, Glancing, Operation, Refusal, Refusals, Writing,
    engine::check_declared,
    model::{AccountState, Due, Job, TaskId, TaskState},
};

/// Does what a task says, and notes with it that it is done: whoever tries it again finds it over.
///
/// Changes, bills and notifies what the command does; and the task. Checks, in this order: what the command can refuse without
/// the store; whether there is such a task of the actor's, and whether it waits; whether the account may work; what the command
/// checks.
#[derive(Clone, Debug)]
pub struct Carry<C> {
    /// The task.
    pub task: TaskId,
    /// What it says.
    pub command: C,
}

impl<C: Command + Sync> Operation for Carry<C> {
    type Answer = C::Answer;
    const NAME: Name = C::NAME;
    /// The command declares its own, which is looked at when it ends.
    const OUTCOMES: &'static [Outcome] = &Outcome::ALL;

    fn object(&self) -> &str {
        self.command.object()
    }
}

impl<C: Command + Sync> Command for Carry<C> {
    fn precheck(&self, cx: &Glancing<'_>) -> Result<(), Refusals> {
        self.command.precheck(cx)
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<C::Answer>, Failure> {
        let mut task = own(cx, self.task)?;
        if task.state != TaskState::Waiting {
            return Err(refused(Outcome::TaskOver, task.id).into());
        }
        if cx.actor.account.state != AccountState::Active {
            return Err(Refusal::new(Outcome::AccountSuspended).value(&cx.actor.account.clid).into());
        }
        let end: End<C> = self.command.run(cx);
        check_declared::<C>(&end);
        let done = end?;
        (task.state, task.since) = (TaskState::Done, cx.now);
        task.outcome = Some(done.outcome.name().to_owned());
        cx.store.update_task(&task)?;
        // Should nobody conclude it, it is handed out to be concluded.
        cx.store.remind(&Due::new(cx.now.plus_millis(PATIENCE), Job::Task, task.id.into()))?;
        Ok(done)
    }
}

/// How long a task may wait to be concluded, in milliseconds.
const PATIENCE: i64 = 60_000;
