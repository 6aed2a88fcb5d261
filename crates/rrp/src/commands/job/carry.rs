//! Carrying out what was put off.

use engine::model::{Secret, Task, TaskAnswer, TaskKind, TaskState};
use engine::ops::task::Conclude;
use engine::{Failure, Outcome, Request};
use outcomes::Operation as Name;

use super::words::Words;
use crate::answer::{Ended, Reply};
use crate::call::{Call, Turn};
use crate::columns::Columns;
use crate::commands::{Command, find};
use crate::face::Face;
use crate::response::Response;

/// Carries out what a task says, and has recorded what came of it. Answers what the command answered.
///
/// # Errors
/// Why it was refused, or a fault: then nothing is recorded, and it still waits.
pub(crate) async fn carry(call: &Call<'_>, task: &Task, words: &Secret) -> Ended {
    let face = Face::named(&task.protocol);
    let command = find(&task.command);
    let ended = match command {
        _ if task.state == TaskState::Done => Ok(done_before(task)),
        Some(command) => run(call, task, command, words).await,
        // A command that an earlier version had.
        None => Err(engine::Refusal::new(Outcome::CommandUnknown).value(&task.command).into()),
    };
    let name = command.map_or(Name::TaskInfo, |command| command.operation);
    let _ = call.done.set(name);
    if let Some((outcome, response)) = to_conclude(&ended, name, face) {
        conclude(call, task, outcome, &response, face).await?;
    }
    ended
}

async fn run(call: &Call<'_>, task: &Task, command: &Command, words: &Secret) -> Ended {
    // A job is carried out on the word of whoever gave it, an order on that of whoever executes it.
    if task.kind == TaskKind::Job {
        command.permit(call.actor())?;
    }
    let params = Words::kept(words)?.params();
    command.run(&call.at(Turn::Task(task.id), Face::named(&task.protocol)), params).await
}

/// What it was answered with, if that is its end: trouble of ours is not, nor that somebody else has done it.
fn to_conclude(ended: &Ended, name: Name, face: Face) -> Option<(Outcome, Response)> {
    match ended {
        Ok(reply) => Some((reply.outcome, Response::reply(reply.clone(), name, face))),
        Err(Failure::Refused(refusals)) if refusals.first().outcome == Outcome::TaskOver => None,
        Err(Failure::Refused(refusals)) => {
            Some((refusals.first().outcome, Response::refusal(refusals, Some(name), face)))
        }
        Err(Failure::Fault(_)) => None,
    }
}

/// Under an id of its own: the command has had that of the request.
async fn conclude(
    call: &Call<'_>,
    task: &Task,
    outcome: Outcome,
    response: &Response,
    face: Face,
) -> Result<(), Failure> {
    let desk = call.errand.desk;
    let answer = TaskAnswer {
        code: response.code.number,
        description: response.description().to_owned(),
        text: response.lines(face),
    };
    let request = Request::new(call.actor().clone(), desk.engine().new_operation());
    desk.command(request, Conclude { task: task.id, outcome, answer }).await.map(drop)
}

/// What is still known of a task that was done before the server stopped, and not concluded.
fn done_before(task: &Task) -> Reply {
    let is_it = |outcome: &Outcome| task.outcome.as_deref() == Some(outcome.name());
    let outcome = Outcome::ALL.into_iter().find(is_it).unwrap_or(Outcome::TaskConcluded);
    let columns = Columns::new().one("domain", task.object.clone());
    Reply { outcome, columns, warnings: Vec::new(), is_pending: false }
}
