use crate::{
    Actor, Failure, Fault, Writing,
    model::{Due, RoleLogin, RoleUser, Task, TaskId, TaskKind, TaskState},
    ports::TaskAsk,
};

/// Looks after a task whose reminder has come: hands it out to be carried out or concluded, forgets one that has been over for
/// long. An order waits for its account. A task of a role is handed out with what that role may by then.
///
/// Changes: the reminder; a forgotten task is gone. Bills and notifies nothing.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn step(cx: &Writing<'_>, due: &Due) -> Result<Option<TaskAsk>, Failure> {
    let Some(task) = cx.store.task(TaskId(due.object.0))? else { return Ok(None) };
    if task.is_over() {
        forget(cx, due, &task)?;
        return Ok(None);
    }
    if task.kind == TaskKind::Order && task.state == TaskState::Waiting {
        return Ok(None);
    }
    // Later each time: what cannot be done now may be in trouble for hours.
    let waited = (cx.now.millis() - due.since.millis()).clamp(SHORTEST_WAIT, LONGEST_WAIT);
    cx.store.remind(&Due { at: cx.now.plus_millis(waited), ..*due })?;
    let words = cx.unseal(&task.words, task.account)?;
    let account = cx.store.account(task.account)?;
    let account = account.ok_or_else(|| Fault::internal("the account of a task is missing"))?;
    let actor = Actor::new(account).limited_to(limits(cx, &task)?);
    Ok(Some(TaskAsk { task, words, actor }))
}

/// What whoever gave a task is limited to by now: a role that is gone may do nothing.
fn limits(cx: &Writing<'_>, task: &Task) -> Result<Option<RoleUser>, Fault> {
    let Some(RoleLogin { realm, login }) = &task.role else { return Ok(None) };
    let credential = cx.store.credential(*realm, login)?;
    Ok(Some(credential.and_then(|credential| credential.role).unwrap_or_default()))
}

fn forget(cx: &Writing<'_>, due: &Due, task: &Task) -> Result<(), Failure> {
    let at = task.forgotten_at();
    if at <= cx.now {
        return Ok(cx.store.delete_task(task.id)?);
    }
    Ok(cx.store.remind(&Due::new(at, due.job, due.object))?)
}

/// In milliseconds.
const SHORTEST_WAIT: i64 = 60_000;
const LONGEST_WAIT: i64 = 60 * 60_000;
