//! What was said: requests and answers as they were on the wire, without secrets.

use axum::extract::State;
use engine::Fault;
use serde_json::{Value, json};

use super::input::Parameters;
use super::problem::Problem;
use super::reply::{Answer, Reply};
use super::route::Route;
use super::shown::time;
use super::{Control, apart};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/sandbox/exchanges", exchanges)
            .filters(&[
                ("account", "string", "Who was logged in"),
                ("protocol", "string", "In which protocol, such as epp"),
                ("code", "integer", "With which result code"),
                ("trid", "string", "The server's id of the request (svTRID)"),
                ("contains", "string", "What stands in the request or the answer"),
                ("limit", "integer", "How many at most, the latest; 100 unless said otherwise, 1000 at most"),
            ])
            .says(
                "What was said on the wire lately, secrets taken out",
                "How many exchanges fit, and the latest, oldest first",
            ),
    ]
}

async fn exchanges(State(control): State<Control>, mut asked: Parameters) -> Answer {
    let most = asked.limit(100, 1_000)?;
    let number = |name: &str, text: &str| {
        text.parse::<u64>().map_err(|_| Problem::value(name, text, "a result code is a number, such as 2302"))
    };
    let filter = Filter {
        account: asked.take("account"),
        protocol: asked.take("protocol"),
        code: asked.parsed("code", number)?,
        trid: asked.take("trid"),
        contains: asked.take("contains"),
    };
    asked.end()?;
    let journal = control.parts().journal.clone();
    if !journal.is_enabled() {
        let message =
            "this server keeps no journal of what is said; GET /sandbox/journal tells what was changed";
        return Err(Problem::not_offered("journal_off", message));
    }
    let fitting = apart(move || {
        journal.flush();
        let lines = journal.recent(usize::MAX);
        let read = lines.iter().filter_map(|line| serde_json::from_str(line).ok());
        Ok::<Vec<Value>, Fault>(read.filter(|exchange| filter.fits(exchange)).collect())
    });
    let fitting = fitting.await?;
    let skipped = fitting.len().saturating_sub(most);
    let shown: Vec<Value> = fitting[skipped..].iter().cloned().map(shown).collect();
    Ok(Reply::ok(json!({"count": fitting.len(), "exchanges": shown})))
}

/// What is asked for. What is `None` does not matter.
struct Filter {
    account: Option<String>,
    protocol: Option<String>,
    code: Option<u64>,
    trid: Option<String>,
    contains: Option<String>,
}

impl Filter {
    fn fits(&self, exchange: &Value) -> bool {
        let is = |name: &str, wanted: &Option<String>| {
            wanted.as_deref().is_none_or(|wanted| exchange[name].as_str() == Some(wanted))
        };
        let holds = |name: &str, text: &str| exchange[name].as_str().is_some_and(|said| said.contains(text));
        exchange.get("request").is_some()
            && is("account", &self.account)
            && is("protocol", &self.protocol)
            && is("trid", &self.trid)
            && self.code.is_none_or(|code| exchange["code"].as_u64() == Some(code))
            && self.contains.as_deref().is_none_or(|text| holds("request", text) || holds("answer", text))
    }
}

fn shown(mut exchange: Value) -> Value {
    if let Some(millis) = exchange["at"].as_i64() {
        exchange["at"] = time(engine::model::Instant::from_millis(millis));
    }
    exchange
}
