//! The page on which registrants confirm their e-mail addresses, with the code of the letter.
//!
//! Looking at it changes nothing: programs that read mail follow links before people do.

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use edge::Desk;
use engine::model::AddressCode;
use engine::ops::address_check::{Confirm, Find};
use engine::{Actor, End, Failure, Outcome, Request};
use serde_json::{Value, json};

/// Where it is.
pub(super) const PATH: &str = "/verify";

/// The page, and what its form is sent to.
pub(super) fn router(desk: Desk) -> Router {
    Router::new().route(PATH, get(page).post(confirm)).with_state(desk)
}

async fn page(RawQuery(query): RawQuery) -> Html<String> {
    Html(format!(
        "<!doctype html>\n<meta charset=\"utf-8\">\n<title>E-mail address</title>\n\
         <p>Enter the code from the letter to confirm your e-mail address.</p>\n\
         <form method=\"post\"><input name=\"code\" size=\"60\" value=\"{}\"> <button>Confirm</button></form>\n",
        harmless(&code_in(query.as_deref().unwrap_or_default()))
    ))
}

/// The code stands in the form, or in the query, for those who send no form.
async fn confirm(State(desk): State<Desk>, RawQuery(query): RawQuery, form: String) -> Response {
    let code =
        [form, query.unwrap_or_default()].iter().map(|text| code_in(text)).find(|code| !code.is_empty());
    let Some(code) = code.and_then(|code| AddressCode::parse(&code)) else { return wrong() };
    match confirmed(&desk, code).await {
        Ok(done) => answer(StatusCode::OK, &json!({"confirmed": done.answer.as_str()})),
        Err(Failure::Fault(_)) => {
            let message = "nothing was changed for sure; try again later";
            answer(StatusCode::SERVICE_UNAVAILABLE, &json!({"error": "unavailable", "message": message}))
        }
        Err(Failure::Refused(refusals)) if refusals.first().outcome == Outcome::AuthinfoLocked => {
            let message = "too many wrong codes were tried; wait, or have another letter sent";
            answer(StatusCode::TOO_MANY_REQUESTS, &json!({"error": "code_locked", "message": message}))
        }
        Err(Failure::Refused(_)) => wrong(),
    }
}

/// Anybody can send codes, so the wrong ones are refused by reading and take no turn of the writer.
async fn confirmed(desk: &Desk, code: AddressCode) -> End<Confirm> {
    let request = || Request::new(Actor::nobody(), desk.engine().new_operation());
    desk.query(request(), Find { code: code.clone() }).await?;
    desk.command(request(), Confirm { code }).await
}

fn wrong() -> Response {
    let message = "this is not the code of the last letter";
    answer(StatusCode::FORBIDDEN, &json!({"error": "code_wrong", "message": message}))
}

fn answer(status: StatusCode, body: &Value) -> Response {
    (status, [(CONTENT_TYPE, "application/json")], body.to_string()).into_response()
}

fn code_in(pairs: &str) -> String {
    let code = form_urlencoded::parse(pairs.as_bytes()).find(|(name, _)| name == "code");
    code.map(|(_, code)| code.into_owned()).unwrap_or_default()
}

/// What codes are made of, and nothing that means something in HTML.
fn harmless(code: &str) -> String {
    code.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_holds_nothing_but_the_code() {
        assert_eq!(code_in("a=1&code=12-aB%22%3E3&code=4"), "12-aB\">3");
        assert_eq!(harmless("12-aB\">3"), "12-aB3");
        assert_eq!(code_in("codes=1"), "");
    }
}
