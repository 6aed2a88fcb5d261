//! An account's statement.

use axum::extract::State;
use engine::model::EntryId;
use engine::ops::account::Statement;
use serde_json::{Value, json};

use super::Control;
use super::input::{Named, Parameters, clid, moment};
use super::problem::Problem;
use super::reply::{Answer, Reply};
use super::route::Route;
use super::shown::entry;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/sandbox/accounts/{id}/statement", statement)
            .filters(&[
                ("from", "string", "From this moment on, RFC 3339"),
                ("until", "string", "Before this moment"),
                ("newest", "boolean", "true: the line that was booked last comes first"),
                ("after", "string", "Where the page before ended: its `next`"),
                ("limit", "integer", "How many lines at most; 100 unless said otherwise, 10000 at most"),
            ])
            .says("What happened to its credit", "Opening and closing balance, and the lines in between"),
    ]
}

async fn statement(
    State(control): State<Control>,
    Named(id): Named<String>,
    mut asked: Parameters,
) -> Answer {
    let statement = Statement {
        clid: clid("id", &id)?,
        from: asked.parsed("from", moment)?,
        until: asked.parsed("until", moment)?,
        newest_first: asked.parsed("newest", yes_or_no)?.unwrap_or(false),
        after: asked.parsed("after", line)?,
        most: u32::try_from(asked.limit(100, 10_000)?).unwrap_or(u32::MAX),
    };
    asked.end()?;
    let page = control.office().query(statement).await?.answer;
    let accounts = control.office().look(|store| store.accounts()).await?;
    let line = |line: &engine::model::StatementLine| {
        let mut shown = entry(&line.entry, &accounts);
        shown["object"] = json!(line.name);
        shown
    };
    Ok(Reply::ok(json!({
        "currency": page.opening.currency.code(),
        "opening": page.opening.to_string(),
        "closing": page.closing.to_string(),
        "lines": page.lines.iter().map(line).collect::<Vec<Value>>(),
        "next": page.next.map(|id| id.0.to_string()),
    })))
}

fn line(name: &str, text: &str) -> Result<EntryId, Problem> {
    text.parse().map(EntryId).map_err(|_| Problem::value(name, text, "it is what `next` said, a number"))
}

fn yes_or_no(name: &str, text: &str) -> Result<bool, Problem> {
    text.parse().map_err(|_| Problem::value(name, text, "it is true or false"))
}
