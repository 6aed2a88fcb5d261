//! Whose task it is.

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Refusal,
    model::{Task, TaskId, TaskKind, TaskState},
    ports::store::Snapshot,
};

/// An order of the actor's own that waits for its word.
///
/// # Errors
/// `task_unknown`, also for one of another account; `task_over`.
pub(super) fn waiting_order<S: Snapshot + ?Sized>(cx: &Context<'_, S>, id: TaskId) -> Result<Task, Failure> {
    let task = own(cx, id)?;
    if task.kind == TaskKind::Order && task.state == TaskState::Waiting {
        return Ok(task);
    }
    Err(refused(Outcome::TaskOver, id).into())
}

/// A task of the actor's own.
///
/// # Errors
/// `task_unknown`, also for one of another account.
pub(super) fn own<S: Snapshot + ?Sized>(cx: &Context<'_, S>, id: TaskId) -> Result<Task, Failure> {
    let task = cx.store.task(id)?.filter(|task| task.account == cx.actor.id());
    Ok(task.ok_or_else(|| refused(Outcome::TaskUnknown, id))?)
}

pub(super) fn refused(outcome: Outcome, id: TaskId) -> Refusal {
    Refusal::new(outcome).at(Field::Order).value(id)
}
