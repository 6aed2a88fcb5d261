//! Telling every account that the system will not be there for a while.

use axum::extract::State;
use engine::model::Line;
use engine::ops::account::Announce;
use serde::Deserialize;
use serde_json::json;

use super::Control;
use super::input::{Json, moment};
use super::problem::Problem;
use super::reply::{Answer, Reply};
use super::route::Route;
use super::shown::time;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::post("/sandbox/maintenance", announce)
            .takes(&[
                ("from", "string", "From when, RFC 3339"),
                ("until", "string", "Until when"),
                ("text", "string", "What for"),
            ])
            .makes()
            .says("Put a notice of maintenance into every account's queue", "How many accounts hear of it"),
    ]
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Announcement {
    from: String,
    until: String,
    text: String,
}

async fn announce(State(control): State<Control>, Json(announcement): Json<Announcement>) -> Answer {
    let from = moment("from", &announcement.from)?;
    let until = moment("until", &announcement.until)?;
    if until <= from {
        return Err(Problem::value("until", until, format_args!("it has to lie behind `from`, {from}")));
    }
    let text = Line::parse(&announcement.text, Announce::LONGEST)
        .map_err(|refusal| Problem::value("text", &announcement.text, refusal.reason()))?;
    let told = control.office().command(Announce { from, until, text }).await?.answer;
    Ok(Reply::created(json!({"accounts": told, "from": time(from), "until": time(until)})))
}
