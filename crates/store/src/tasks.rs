//! Tasks: commands that are carried out later.

use engine::model::{AccountId, RoleLogin, Task, TaskAnswer, TaskId, TaskState};
use engine::ports::store::{Result, Slice, TaskFilter, Tasks, TasksMut};

use crate::columns::{self, Columns};
use crate::pages::Listing;
use crate::patterns::among;
use crate::sql::{Sql, Value};
use crate::tables::{Tables, values};

impl<C: Sql> Tasks for Tables<C> {
    fn task(&self, id: TaskId) -> Result<Option<Task>> {
        self.sql.one(SELECT, values![id], task)
    }

    fn tasks(&self, account: AccountId, filter: &TaskFilter, slice: &Slice<TaskId>) -> Result<Vec<Task>> {
        let (commands, after) = (listed(&filter.commands), slice.after.unwrap_or(TaskId(0)));
        LISTED.slice(
            &self.sql,
            &scope(account, filter, &commands),
            values![after, slice.most, slice.skip],
            task,
        )
    }

    fn waiting_jobs(&self, account: AccountId, object: &str) -> Result<Vec<TaskId>> {
        self.sql.all(SELECT_WAITING, values![account, object], columns::only)
    }

    fn count_tasks(&self, account: AccountId, filter: &TaskFilter) -> Result<u64> {
        LISTED.count(&self.sql, &scope(account, filter, &listed(&filter.commands)))
    }
}

impl<C: Sql> TasksMut for Tables<C> {
    fn insert_task(&self, task: &Task) -> Result<()> {
        let [code, description, answer] = answered(task);
        self.update(
            INSERT,
            values![
                task.id,
                task.account,
                task.placed_at,
                task.kind,
                &task.protocol,
                &task.command,
                &task.action,
                &task.object,
                task.client_id.as_deref(),
                &task.words,
                task.state,
                task.since,
                task.refusals,
                task.outcome.as_deref(),
                code,
                description,
                answer,
                task.role.as_ref().map(|role| role.realm),
                task.role.as_ref().map(|role| role.login.as_str()),
            ],
        )
    }

    fn update_task(&self, task: &Task) -> Result<()> {
        let [code, description, answer] = answered(task);
        self.update(
            UPDATE,
            values![
                &task.object,
                &task.words,
                task.state,
                task.since,
                task.refusals,
                task.outcome.as_deref(),
                code,
                description,
                answer,
                task.id,
            ],
        )
    }

    fn delete_task(&self, id: TaskId) -> Result<()> {
        self.update(DELETE, values![id])
    }
}

/// The columns of an answer.
fn answered(task: &Task) -> [Value<'_>; 3] {
    task.answer.as_ref().map_or([Value::Null; 3], |TaskAnswer { code, description, text }| {
        [(*code).into(), Value::Text(description), Value::Text(text)]
    })
}

/// What the filter asks for. Nothing is asked for by an empty text, and by a number that none has.
fn scope<'a>(account: AccountId, filter: &'a TaskFilter, commands: &'a str) -> Vec<Value<'a>> {
    vec![
        account.into(),
        filter.kind.into(),
        filter.id.unwrap_or(TaskId(0)).into(),
        Value::Text(filter.state.map_or("", TaskState::name)),
        Value::Text(commands),
        Value::Text(filter.object.as_deref().unwrap_or_default()),
        filter.code.unwrap_or_default().into(),
    ]
}

/// The commands that are asked for; an empty text if all are.
fn listed(commands: &[String]) -> String {
    if commands.is_empty() { String::new() } else { among(commands.iter().map(String::as_str)) }
}

fn task(columns: &mut Columns<'_>) -> Result<Task> {
    Ok(Task {
        id: columns.read()?,
        account: columns.read()?,
        placed_at: columns.read()?,
        kind: columns.read()?,
        protocol: columns.read()?,
        command: columns.read()?,
        action: columns.read()?,
        object: columns.read()?,
        client_id: columns.read()?,
        words: columns.read()?,
        state: columns.read()?,
        since: columns.read()?,
        refusals: columns.read()?,
        outcome: columns.read()?,
        answer: answer(columns)?,
        role: role(columns)?,
    })
}

fn role(columns: &mut Columns<'_>) -> Result<Option<RoleLogin>> {
    let (realm, login) = (columns.read::<Option<_>>()?, columns.read::<Option<_>>()?);
    Ok(realm.zip(login).map(|(realm, login)| RoleLogin { realm, login }))
}

fn answer(columns: &mut Columns<'_>) -> Result<Option<TaskAnswer>> {
    let (code, description, text) =
        (columns.read::<Option<u32>>()?, columns.read::<Option<String>>()?, columns.read()?);
    let (Some(code), Some(description), Some(text)) = (code, description, text) else { return Ok(None) };
    Ok(Some(TaskAnswer { code, description, text }))
}

/// A query for tasks: all their columns, then the rest of the statement.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, account_id, placed_at, kind, protocol, command, action, object, client_id, words, state, \
             since, refusals, outcome, code, description, answer, realm, login FROM task ",
            $rest
        )
    };
}

/// The condition that a task of an account fits a filter.
macro_rules! fitting {
    () => {
        "account_id = $1 AND kind = $2 AND ($3 = 0 OR id = $3) AND ($4 = '' OR state = $4) \
         AND ($5 = '' OR $5 LIKE '%,' || command || ',%') AND ($6 = '' OR object = $6) AND ($7 = 0 OR code = $7)"
    };
}

const SELECT: &str = select!("WHERE id = $1");
const SELECT_WAITING: &str = "SELECT id FROM task WHERE account_id = $1 AND object = $2 AND kind = 'job' \
     AND state = 'waiting' ORDER BY id";
const LISTED: Listing = Listing {
    rows: concat!(select!("WHERE "), fitting!(), " AND id > $8 ORDER BY id LIMIT $9 OFFSET $10"),
    count: concat!("SELECT COUNT(*) FROM task WHERE ", fitting!()),
};
const INSERT: &str = "INSERT INTO task (id, account_id, placed_at, kind, protocol, command, action, object, client_id, \
     words, state, since, refusals, outcome, code, description, answer, realm, login) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)";
const UPDATE: &str = "UPDATE task SET object = $1, words = $2, state = $3, since = $4, refusals = $5, outcome = $6, \
     code = $7, description = $8, answer = $9 WHERE id = $10";
const DELETE: &str = "DELETE FROM task WHERE id = $1";
