//! `QueryJobList`: the jobs of the account, the oldest first: those that wait, and for some weeks those that are over.

use edge::http::form::encoded;
use engine::Field;
use engine::model::{TaskAnswer, TaskKind, TaskState};
use engine::ops::task::{List, TaskView};
use engine::ports::store::TaskFilter;

use super::DEFERRABLE;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::Page;
use crate::params::{Params, number};
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let page = Page::read(&mut params);
    let is_wide = params.flag("WIDE").unwrap_or(true);
    let command = params.choice("COMMANDNAME", &DEFERRABLE.map(|(command, _)| (command, command)));
    let filter = TaskFilter {
        commands: command.map(str::to_owned).into_iter().collect(),
        code: params.read("STATUSCODE", Field::Status, number),
        ..TaskFilter::all(TaskKind::Job)
    };
    let list = params.finish(Some(List { filter, window: page.window() }))?;
    let done = call.query(list).await?;
    Ok(Reply::of(done, |found| {
        let columns = told(&found.rows, is_wide);
        page.scalars(columns, found.rows.len(), found.total)
    }))
}

fn told(rows: &[TaskView], is_wide: bool) -> Columns {
    let columns = Columns::new().each("job id", rows, |row| row.task.id.to_string());
    if !is_wide {
        return columns;
    }
    let answer =
        |row: &TaskView, of: fn(&TaskAnswer) -> String| row.task.answer.as_ref().map(of).unwrap_or_default();
    columns
        .each("command name", rows, |row| row.task.command.clone())
        .each("object id", rows, |row| row.task.object.clone())
        .each("status", rows, |row| state(row.task.state).to_owned())
        .each("created date", rows, |row| moment(row.task.placed_at))
        .each("updated date", rows, |row| moment(row.task.since))
        .each("status code", rows, |row| answer(row, |answer| answer.code.to_string()))
        .each("status description", rows, |row| answer(row, |answer| answer.description.clone()))
        .each("last response", rows, |row| answer(row, |answer| encoded(&answer.text)))
}

const fn state(state: TaskState) -> &'static str {
    match state {
        TaskState::Waiting => "PENDING",
        TaskState::Done => "SUCCESSFUL",
        TaskState::Refused => "FAILED",
    }
}
