//! Names to begin with.

use axum::extract::State;
use serde::Deserialize;
use serde_json::json;

use super::Control;
use super::input::{Json, Named, clid};
use super::problem::Problem;
use super::reply::{Answer, Reply};
use super::route::Route;
use crate::seed::{MOST_EACH, SETS, Set, Wish, sow};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::post("/sandbox/seeds/{set}", plant)
            .takes(&[
                ("tags", "array", "For which registrars; all that can log in by EPP unless said otherwise"),
                ("each", "integer", "How many names in each state; 5 unless said otherwise, 100 at most"),
            ])
            .makes()
            .says(
                "Make names in every state that a registry knows, for each registrar; what is there stays",
                "The names by registrar and state, and how many of them were made",
            ),
    ]
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    tags: Option<Vec<String>>,
    each: Option<u32>,
}

async fn plant(
    State(control): State<Control>,
    Named(name): Named<String>,
    Json(wanted): Json<Wanted>,
) -> Answer {
    let set = Set::named(&name).ok_or_else(|| unknown(&name))?;
    let read = |tags: Vec<String>| tags.iter().map(|tag| clid("tags", tag)).collect();
    let tags = wanted.tags.map(read).transpose()?;
    let each = wanted.each.unwrap_or(USUAL_EACH);
    if !(1..=MOST_EACH).contains(&each) {
        let reason = format_args!("it is a number from 1 to {MOST_EACH}");
        return Err(Problem::value("each", each, reason));
    }
    let sown = sow(control.office(), set, Wish { tags, each }).await?;
    Ok(Reply::created(json!(sown)))
}

fn unknown(name: &str) -> Problem {
    let names = SETS.map(|set| set.name).join(", ");
    Problem::not_found("seed_unknown", format_args!("there is no set of names `{name}`; there are: {names}"))
}

const USUAL_EACH: u32 = 5;
