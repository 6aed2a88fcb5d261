//! The mail that was sent.

use axum::extract::State;
use serde_json::{Value, json};

use super::Control;
use super::input::{Parameters, moment};
use super::reply::{Answer, Reply};
use super::route::Route;
use super::shown::message;
use crate::mailbox::Message;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/sandbox/mailbox", list)
            .filters(&[
                ("to", "string", "To this address"),
                ("contains", "string", "What stands in the subject or the text"),
                ("from", "string", "Delivered from this moment on, RFC 3339"),
                (
                    "limit",
                    "integer",
                    "How many at most, the latest; 100 unless said otherwise, 10000 at most",
                ),
            ])
            .says(
                "The mail that was sent; it went nowhere but here",
                "How many messages fit, and the latest, oldest first",
            ),
        Route::delete("/sandbox/mailbox", clear).says("Throw all mail away", "How many messages there were"),
    ]
}

async fn list(State(control): State<Control>, mut asked: Parameters) -> Answer {
    let most = asked.limit(100, 10_000)?;
    let (to, contains) = (asked.take("to"), asked.take("contains"));
    let from = asked.parsed("from", moment)?;
    asked.end()?;
    let fits = |message: &Message| {
        to.as_deref().is_none_or(|to| message.to.eq_ignore_ascii_case(to))
            && contains
                .as_deref()
                .is_none_or(|text| message.subject.contains(text) || message.text.contains(text))
            && from.is_none_or(|from| message.at >= from)
    };
    let fitting = control.parts().mailbox.list(fits);
    let skipped = fitting.len().saturating_sub(most);
    let shown: Vec<Value> = fitting[skipped..].iter().map(message).collect();
    Ok(Reply::ok(json!({"count": fitting.len(), "messages": shown})))
}

async fn clear(State(control): State<Control>) -> Answer {
    Ok(Reply::ok(json!({"removed": control.parts().mailbox.clear()})))
}
