//! Time.

use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Control;
use super::input::{Json, moment};
use super::problem::Problem;
use super::reply::{Answer, Reply};
use super::route::Route;
use super::shown::{happening, time};
use crate::span::Span;
use crate::timekeeper::Stuck;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/sandbox/clock", show)
            .says("What the clock shows", "The time here, and when something falls due next"),
        Route::post("/sandbox/clock", turn)
            .takes(&[
                ("advance", "string", "How far to move it forward: 30d, 1y2m, 90min, P1Y2M, PT5M"),
                ("to", "string", "The moment to move it to, RFC 3339; not behind what it shows"),
                ("freeze", "boolean", "true: it stands still"),
                ("release", "boolean", "true: it goes on from where it stands"),
            ])
            .says("Move, freeze or release the clock", "What it shows now, and what happened on the way"),
    ]
}

async fn show(State(control): State<Control>) -> Answer {
    Ok(Reply::ok(face(&control).await?))
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Turn {
    advance: Option<String>,
    to: Option<String>,
    freeze: Option<bool>,
    release: Option<bool>,
}

async fn turn(State(control): State<Control>, Json(turn): Json<Turn>) -> Answer {
    let timekeeper = &control.parts().timekeeper;
    let advance = match turn {
        Turn { advance: Some(text), to: None, freeze: None, release: None } => {
            let span = Span::parse(&text).map_err(|reason| Problem::value("advance", &text, reason))?;
            timekeeper.advance_by(span).await?
        }
        Turn { advance: None, to: Some(text), freeze: None, release: None } => {
            timekeeper.advance_to(moment("to", &text)?).await?
        }
        Turn { advance: None, to: None, freeze: Some(true), release: None } => {
            timekeeper.clock().freeze();
            return Ok(Reply::ok(face(&control).await?));
        }
        Turn { advance: None, to: None, freeze: None, release: Some(true) } => {
            timekeeper.clock().release();
            return Ok(Reply::ok(face(&control).await?));
        }
        _ => return Err(Problem::malformed("body_malformed", SAY_ONE)),
    };
    let mut answer = face(&control).await?;
    answer["from"] = time(advance.from);
    answer["count"] = json!(advance.count);
    answer["fired"] = advance.fired.iter().map(happening).collect();
    Ok(Reply::ok(answer))
}

async fn face(control: &Control) -> Result<Value, Problem> {
    // What counterparts heard of a moment ago counts.
    control.parts().counterparts.listen().await?;
    let hands = control.parts().timekeeper.clock().hands();
    let next = control.office().look(|store| store.next_due()).await?;
    let next = [next, control.parts().counterparts.next()].into_iter().flatten().min();
    Ok(json!({
        "now": time(control.now()),
        "frozen": hands.frozen_at.is_some(),
        "offset_ms": hands.offset_ms,
        "next_due": next.map(time),
    }))
}

impl From<Stuck> for Problem {
    fn from(stuck: Stuck) -> Self {
        match stuck {
            Stuck::Backwards(backwards) => {
                let help = "; restore a snapshot to have an earlier world back, or POST /sandbox/reset";
                Self::conflict("clock_backwards", format_args!("{backwards}{help}"))
            }
            Stuck::TooFar { .. } | Stuck::Endless => Self::conflict("clock_too_far", stuck),
            Stuck::Broken { at, fault } => {
                let message = Stuck::Broken { at, fault: fault.clone() }.to_string();
                Self::from(engine::Fault { message, ..fault })
            }
        }
    }
}

const SAY_ONE: &str = "say one thing: {\"advance\": \"30d\"}, {\"to\": \"2027-03-01T12:00:00Z\"}, {\"freeze\": true} or \
                       {\"release\": true}";
