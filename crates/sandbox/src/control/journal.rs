//! What was changed: who, what, when, by which request.

use std::collections::VecDeque;

use axum::extract::State;
use engine::model::{AccountId, Instant};
use engine::ports::store::{HistoryLine, Result as StoreResult, Snapshot};
use serde_json::{Value, json};

use super::Control;
use super::input::{Parameters, moment, pattern};
use super::problem::Problem;
use super::reply::{Answer, Reply};
use super::route::Route;
use super::shown::time;
use crate::faults::Pattern;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/sandbox/journal", journal)
            .filters(&[
                ("account", "string", "On whose behalf; `server` for what the server did by itself"),
                ("operation", "string", "Which operation, such as domain_renew or domain_*"),
                ("object", "string", "Which object, by the name it had: shop.test or *.test"),
                ("cltrid", "string", "The client's own id of the request"),
                ("from", "string", "From this moment on, RFC 3339"),
                ("to", "string", "Up to this moment"),
                (
                    "limit",
                    "integer",
                    "How many lines at most, the latest; 100 unless said otherwise, 10000 at most",
                ),
            ])
            .says(
                "What was changed, and how often",
                "How many changes fit, and the latest of them, oldest first",
            ),
    ]
}

async fn journal(State(control): State<Control>, mut asked: Parameters) -> Answer {
    let most = asked.limit(100, 10_000)?;
    let filter = Filter {
        account: asked.take("account"),
        operation: asked.parsed("operation", pattern)?,
        object: asked.parsed("object", pattern)?,
        cltrid: asked.take("cltrid"),
        from: asked.parsed("from", moment)?.unwrap_or(Instant::from_millis(i64::MIN)),
        to: asked.parsed("to", moment)?.unwrap_or(Instant::from_millis(i64::MAX)),
    };
    asked.end()?;
    let found = control.office().look(move |store| filter.find(store, most)).await?;
    let found = found.map_err(|account| {
        let message = format!("there is no account {account}; GET /sandbox/accounts lists those there are");
        Problem::not_found("account_unknown", message)
    })?;
    Ok(Reply::ok(json!({"count": found.count, "lines": found.shown})))
}

/// What is asked for. What is `None` does not matter.
struct Filter {
    account: Option<String>,
    operation: Option<Pattern>,
    object: Option<Pattern>,
    cltrid: Option<String>,
    from: Instant,
    to: Instant,
}

struct Found {
    count: u64,
    shown: Vec<Value>,
}

impl Filter {
    /// What fits; or the account that is not there.
    fn find(&self, store: &dyn Snapshot, most: usize) -> StoreResult<Result<Found, String>> {
        let accounts: Vec<(AccountId, String)> =
            store.accounts()?.into_iter().map(|account| (account.id, account.clid.to_string())).collect();
        let server = (AccountId::SERVER, SERVER.to_owned());
        let names: Vec<_> = std::iter::once(server).chain(accounts).collect();
        let wanted = self
            .account
            .as_ref()
            .map(|wanted| names.iter().find(|(_, name)| name == wanted).map(|(id, _)| *id));
        if wanted == Some(None) {
            return Ok(Err(self.account.clone().unwrap_or_default()));
        }
        let (mut count, mut latest) = (0, VecDeque::new());
        store.read_history(self.from, self.to, &mut |line| {
            if self.fits(&line) && wanted.flatten().is_none_or(|id| id == line.account) {
                count += 1;
                if latest.len() == most {
                    latest.pop_front();
                }
                latest.push_back(line);
            }
        })?;
        Ok(Ok(Found { count, shown: latest.iter().map(|line| shown(line, &names)).collect() }))
    }

    fn fits(&self, line: &HistoryLine) -> bool {
        self.operation.as_ref().is_none_or(|pattern| pattern.fits(&line.action))
            && self.object.as_ref().is_none_or(|pattern| pattern.fits(&line.name))
            && self.cltrid.as_ref().is_none_or(|id| line.client_id.as_ref() == Some(id))
    }
}

fn shown(line: &HistoryLine, names: &[(AccountId, String)]) -> Value {
    let account = names.iter().find(|(id, _)| *id == line.account).map(|(_, name)| name.as_str());
    json!({
        "at": time(line.at),
        "account": account,
        "operation": line.action,
        "object": line.name,
        "cltrid": line.client_id,
        "svtrid": line.operation.to_string(),
    })
}

const SERVER: &str = "server";
