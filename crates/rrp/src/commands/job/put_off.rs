//! `jobqueue=1` puts a command into the job queue; `ORDER` has it wait as an order, or changes what an order says. What is wrong
//! with the parameters is told at once. Whether the command may be done is decided when it is.

use engine::model::{TaskId, TaskKind, TaskState, Window};
use engine::ops::task::{Amend, List, Place, TaskView};
use engine::ports::store::TaskFilter;
use engine::{Done, Failure, Field, Outcome, Refusal};

use super::words::Words;
use super::{DEFERRABLE, id};
use crate::answer::{Ended, Reply};
use crate::call::{Call, Turn};
use crate::columns::Columns;
use crate::commands::Command;
use crate::params::Params;

/// Begins a command: carries it out, or puts it off as its parameters ask for.
pub(crate) async fn begin(call: &Call<'_>, command: &Command, mut params: Params) -> Ended {
    let Some(wish) = Wish::read(command, &mut params) else { return command.run(call, params).await };
    let words = Words::of(&params);
    params.sound()?;
    wish.grant(call, command, words).await
}

/// What is to become of a command that is not carried out now.
enum Wish {
    /// It is a task of its own.
    Place(TaskKind),
    /// An order says this from now on.
    Replace(Option<TaskId>),
    /// An order says this from now on, and what it said before of all else.
    Update(Option<TaskId>),
}

/// What `ORDER` can ask for.
#[derive(Clone, Copy)]
enum Way {
    Create,
    Replace,
    Update,
}

impl Wish {
    fn read(command: &Command, params: &mut Params) -> Option<Self> {
        DEFERRABLE.iter().find(|(name, _)| *name == command.names[0])?;
        let is_job = params.flag("JOBQUEUE").unwrap_or_default();
        let way = params.choice("ORDER", &WAYS);
        let order = params.read("ORDERID", Field::Order, id);
        match way {
            Some(Way::Create) => Some(Self::Place(TaskKind::Order)),
            Some(Way::Replace) => Some(Self::Replace(order)),
            Some(Way::Update) => Some(Self::Update(order)),
            None => is_job.then_some(Self::Place(TaskKind::Job)),
        }
    }

    async fn grant(self, call: &Call<'_>, command: &Command, words: Words) -> Ended {
        let object = words.object();
        match self {
            Self::Place(kind) => {
                check(call, command, &words).await?;
                let done = place(call, command, kind, &object, &words).await?;
                Ok(told(done, kind, object))
            }
            Self::Replace(order) => {
                let task = meant(call, command, order, &object).await?.task.id;
                amend(call, command, task, words).await
            }
            Self::Update(order) => {
                let earlier = meant(call, command, order, &object).await?;
                let words = words.over(Words::kept(&earlier.words)?);
                amend(call, command, earlier.task.id, words).await
            }
        }
    }
}

/// Has the command look at its parameters.
///
/// # Errors
/// What is wrong with them.
async fn check(call: &Call<'_>, command: &Command, words: &Words) -> Result<(), Failure> {
    let trial = call.at(Turn::Later, call.face);
    match command.run(&trial, words.clone().params()).await {
        Err(Failure::Refused(refusals)) if refusals.first().outcome == Outcome::TaskPlaced => Ok(()),
        ended => ended.map(drop),
    }
}

async fn place(
    call: &Call<'_>,
    command: &Command,
    kind: TaskKind,
    object: &str,
    words: &Words,
) -> Result<Done<TaskId>, Failure> {
    let place = Place {
        kind,
        role: call.visitor.role(),
        protocol: call.face.name().to_owned(),
        command: command.names[0].to_owned(),
        action: command.operation,
        object: object.to_owned(),
        words: words.text(),
    };
    call.command(place).await
}

async fn amend(call: &Call<'_>, command: &Command, task: TaskId, words: Words) -> Ended {
    check(call, command, &words).await?;
    let object = words.object();
    let done = call.command(Amend { task, object: object.clone(), words: words.text() }).await?;
    Ok(told(done, TaskKind::Order, object))
}

/// The order of this command that is meant: the one that is named, or else the oldest about the object that waits.
///
/// # Errors
/// `task_unknown`, also for an order of another command.
async fn meant(
    call: &Call<'_>,
    command: &Command,
    named: Option<TaskId>,
    object: &str,
) -> Result<TaskView, Failure> {
    let any = TaskFilter { commands: vec![command.names[0].to_owned()], ..TaskFilter::all(TaskKind::Order) };
    let filter = match named {
        Some(id) => TaskFilter { id: Some(id), ..any },
        None => TaskFilter { state: Some(TaskState::Waiting), object: Some(object.to_owned()), ..any },
    };
    let found = call.query(List { filter, window: Window { first: 0, limit: 1 } }).await?.answer;
    let wanted = named.map_or_else(|| object.to_owned(), |id| id.to_string());
    let unknown = || Refusal::new(Outcome::TaskUnknown).at(Field::Order).value(wanted);
    Ok(found.rows.into_iter().next().ok_or_else(unknown)?)
}

fn told(done: Done<TaskId>, kind: TaskKind, object: String) -> Reply {
    let number = match kind {
        TaskKind::Job => "job id",
        TaskKind::Order => "orderid",
    };
    let columns = |task: TaskId| {
        Columns::new().one("domain", object).one(number, task.to_string()).one("status", "REQUESTED")
    };
    Reply::of(done, columns).pending(kind == TaskKind::Job)
}

const WAYS: [(&str, Way); 3] = [("CREATE", Way::Create), ("REPLACE", Way::Replace), ("UPDATE", Way::Update)];
