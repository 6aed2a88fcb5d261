//! What can be set of a protocol while it runs: its limits, its switches.

use std::sync::Arc;

use axum::extract::State;
use serde_json::Value;

use super::Control;
use super::input::{Json, Named};
use super::problem::Problem;
use super::reply::{Answer, Reply};
use super::route::Route;
use crate::keep::Knobs;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/sandbox/protocols/{name}", show).says(
            "How a protocol is set: wapi",
            "Its limits and switches; null: no limit, and no maintenance",
        ),
        Route::put("/sandbox/protocols/{name}", turn)
            .takes(&[
                (
                    "requests_per_hour",
                    "integer|null",
                    "Requests of an account within an hour; null: any number",
                ),
                (
                    "availability_per_hour",
                    "integer|null",
                    "Questions for availability of an account within an hour",
                ),
                (
                    "errors_before_block",
                    "integer|null",
                    "Errors from one address before it is not heard for a while",
                ),
                ("disabled", "array", "Commands that are switched off"),
                (
                    "maintenance",
                    "string|null",
                    "Why nothing is answered, and until when; null: it is in service",
                ),
            ])
            .says(
                "Set it otherwise; what is not named stays, and what was counted is forgotten",
                "How it is set",
            ),
    ]
}

async fn show(State(control): State<Control>, Named(name): Named<String>) -> Answer {
    Ok(Reply::ok(find(&control, &name)?.show()))
}

async fn turn(
    State(control): State<Control>,
    Named(name): Named<String>,
    Json(wanted): Json<Value>,
) -> Answer {
    let knobs = find(&control, &name)?;
    knobs.turn(&wanted).map_err(|reason| Problem::malformed("body_malformed", reason))?;
    Ok(Reply::ok(knobs.show()))
}

fn find<'c>(control: &'c Control, name: &str) -> Result<&'c Arc<dyn Knobs>, Problem> {
    let knobs = &control.parts().knobs;
    let found = knobs.iter().find(|knobs| knobs.protocol() == name);
    found.ok_or_else(|| {
        let known: Vec<&str> = knobs.iter().map(|knobs| knobs.protocol()).collect();
        let reason = format!("nothing can be set of {name}; there is {}", known.join(", "));
        Problem::not_found("protocol_unknown", reason)
    })
}
