//! `QueryOrderList`: the orders of the account, the oldest first: those that wait, and for some weeks those that were executed.

use edge::http::form::encoded;
use engine::Field;
use engine::model::{TaskAnswer, TaskKind, TaskState};
use engine::ops::task::{List, TaskView};
use engine::ports::store::TaskFilter;

use super::{DEFERRABLE, id, operation_type, words};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::{Page, own_alone};
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let page = Page::read(&mut params);
    own_alone(&mut params);
    params.ignore(&["NOTOTAL"]);
    // Nothing but domains is ordered, and all is paid from the account when it is executed.
    params.choice("CLASS", &[("DOMAIN", ())]);
    params.choice("PAYMENTSTATUS", &[("AUTOACCOUNT", ())]);
    let commands = commands(&mut params);
    let id = params.read("ORDERID", Field::Order, id);
    let filter = TaskFilter { id, commands, ..TaskFilter::all(TaskKind::Order) };
    let list = params.finish(Some(List { filter, window: page.window() }))?;
    let done = call.query(list).await?;
    let user = call.visitor.shown();
    Ok(Reply::of(done, |found| {
        let columns = told(&found.rows, &user);
        page.scalars(columns, found.rows.len(), found.total)
    }))
}

/// The commands whose operations are asked for.
fn commands(params: &mut Params) -> Vec<String> {
    let kinds = DEFERRABLE.map(|(command, kind)| (kind, command));
    let found = params.choices("OPERATIONTYPE", &kinds);
    found.into_iter().map(str::to_owned).collect()
}

fn told(rows: &[TaskView], user: &str) -> Columns {
    let answer =
        |row: &TaskView, of: fn(&TaskAnswer) -> String| row.task.answer.as_ref().map(of).unwrap_or_default();
    Columns::new()
        .each("orderid", rows, |row| row.task.id.to_string())
        .each("action", rows, |_| "EXECUTE".to_owned())
        .each("createddate", rows, |row| moment(row.task.placed_at))
        .each("description", rows, |row| row.task.object.clone())
        .each("errorcount", rows, |row| row.task.refusals.to_string())
        .each("lastresponse", rows, |row| answer(row, |answer| encoded(&answer.text)))
        .each("lastresponsecode", rows, |row| answer(row, |answer| answer.code.to_string()))
        .each("lastresponsedescription", rows, |row| answer(row, |answer| answer.description.clone()))
        .each("objectclass", rows, |_| "DOMAIN".to_owned())
        .each("objectid", rows, |row| row.task.object.clone())
        .each("operationtype", rows, |row| operation_type(&row.task).to_owned())
        .each("ordercommand", rows, |row| encoded(&words::shown(&row.task.command, &row.words)))
        .each("orderstatus", rows, |row| state(row.task.state).to_owned())
        .each("paymentstatus", rows, |_| "AUTOACCOUNT".to_owned())
        .each("processingstatus", rows, |_| "INACTIVE".to_owned())
        .each("updateddate", rows, |row| moment(row.task.since))
        .each("user", rows, |_| user.to_owned())
}

const fn state(state: TaskState) -> &'static str {
    match state {
        TaskState::Waiting => "PENDING",
        TaskState::Done => "DONE",
        TaskState::Refused => "FAILED",
    }
}
