//! Telling every account that the system will not be there for a while.

use axum::extract::State;
use engine::model::{Delivery, Due, Event, Instant, Job, Notice, NoticeId, ObjectId};
use engine::ports::store::{Result as StoreResult, Transaction};
use serde::Deserialize;
use serde_json::json;

use super::Control;
use super::input::{Json, moment};
use super::problem::Problem;
use super::reply::{Answer, Reply};
use super::route::Route;
use super::shown::time;
use crate::office::Office;

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
    let text = announcement.text;
    if !(1..=LONGEST).contains(&text.chars().count()) || text.chars().any(char::is_control) {
        return Err(Problem::value("text", text, "it has 1 to 1000 characters on one line"));
    }
    let (office, at) = (control.office().clone(), control.now());
    let event = Event::Maintenance { from, until, text };
    let told = control.office().change(move |store| tell_everybody(store, &office, &event, at)).await?;
    Ok(Reply::created(json!({"accounts": told, "from": time(from), "until": time(until)})))
}

fn tell_everybody(
    store: &dyn Transaction,
    office: &Office,
    event: &Event,
    at: Instant,
) -> StoreResult<usize> {
    let accounts = store.accounts()?;
    for account in &accounts {
        let id = NoticeId(office.new_id().0);
        store.push_notice(&Notice { id, account: account.id, at, event: event.clone() })?;
        if store.destination(account.id)?.is_some() {
            store.put_delivery(&Delivery::from(id, at))?;
            store.remind(&Due { at, job: Job::Delivery, object: ObjectId(id.0) })?;
        }
    }
    Ok(accounts.len())
}

const LONGEST: usize = 1_000;
