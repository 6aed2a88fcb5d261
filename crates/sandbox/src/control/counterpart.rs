//! The other side of transfers.

use axum::extract::State;
use engine::model::{Arrival, AuthInfo, Handle, Period};
use engine::ops::{AuthInfoProof, TransferAnswer, contact, domain};
use serde::Deserialize;
use serde_json::json;

use super::Control;
use super::accounts::find;
use super::input::{Json, Named, clid, domain_name};
use super::problem::Problem;
use super::reply::{Answer, Reply};
use super::route::Route;
use super::shown::time;
use crate::counterpart::Rule;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/sandbox/accounts/{id}/counterpart", show)
            .says("How an account answers transfers by itself", "Its rule"),
        Route::put("/sandbox/accounts/{id}/counterpart", set)
            .takes(&[
                ("transfers", "string", "approve, reject or ignore those that are asked of it"),
                ("after", "string", "How long it takes, by the sandbox's clock: 2d; nothing: at once"),
                ("object", "string", "Only for these names, such as *.test"),
            ])
            .says("Let an account answer transfers by itself; those that wait already, too", "Its rule"),
        Route::delete("/sandbox/accounts/{id}/counterpart", remove)
            .says("Let an account answer nothing by itself", "Whether it had a rule"),
        Route::post("/sandbox/accounts/{id}/counterpart/request", request)
            .takes(&[
                ("domain", "string", "Which domain to ask for"),
                ("contact", "string", "Or which contact"),
                ("authinfo", "string", "Its authInfo"),
                (
                    "years",
                    "integer",
                    "For how long to extend the registration; as the zone says unless said otherwise",
                ),
            ])
            .makes()
            .says("Let an account ask for a transfer to itself", "Where the transfer stands"),
    ]
}

async fn show(State(control): State<Control>, Named(id): Named<String>) -> Answer {
    let id = clid("id", &id)?;
    find(&control, &id).await?;
    let rule = control.parts().counterparts.rule(&id);
    let none = || {
        Problem::not_found(
            "rule_unknown",
            format_args!("{id} has no rule: it answers transfers only when it is told to"),
        )
    };
    Ok(Reply::ok(json!(rule.ok_or_else(none)?)))
}

async fn set(State(control): State<Control>, Named(id): Named<String>, Json(rule): Json<Rule>) -> Answer {
    let id = clid("id", &id)?;
    find(&control, &id).await?;
    control.parts().counterparts.set_rule(&id, rule.clone()).await?;
    Ok(Reply::ok(json!(rule)))
}

async fn remove(State(control): State<Control>, Named(id): Named<String>) -> Answer {
    let id = clid("id", &id)?;
    Ok(Reply::ok(json!({"removed": control.parts().counterparts.remove_rule(&id)})))
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Ask {
    domain: Option<String>,
    contact: Option<String>,
    authinfo: String,
    years: Option<u8>,
}

async fn request(State(control): State<Control>, Named(id): Named<String>, Json(ask): Json<Ask>) -> Answer {
    let account = find(&control, &clid("id", &id)?).await?.account;
    let authinfo = AuthInfo::presented(&ask.authinfo);
    let office = control.office();
    let done = match (&ask.domain, &ask.contact) {
        (Some(name), None) => {
            let period = ask.years.map(Period::of_years);
            let authority = domain::Authority::AuthInfo(Some(AuthInfoProof { authinfo, roid: None }));
            let (name, arrival) = (domain_name(name)?, Arrival::default());
            let request = domain::TransferRequest {
                name,
                period,
                authority,
                consent: None,
                arrival,
                people: Vec::new(),
            };
            office.command_as(account, request).await?
        }
        (None, Some(handle)) => {
            let request = contact::TransferRequest {
                handle: Handle::parse(handle)?,
                zone: None,
                proof: Some(authinfo),
            };
            office.command_as(account, request).await?
        }
        _ => {
            let message =
                "name what to ask for: {\"domain\": \"shop.test\", \"authinfo\": \"...\"}, or a \"contact\"";
            return Err(Problem::malformed("body_malformed", message));
        }
    };
    let TransferAnswer { name, transfer } = done.answer;
    Ok(Reply::created(json!({
        "object": name,
        "outcome": done.outcome.name(),
        "state": transfer.state.name(),
        "gaining": transfer.gaining,
        "losing": transfer.losing,
        "requested_at": time(transfer.requested_at),
        "acts_at": time(transfer.acts_at),
        "expires_at": transfer.expires_at.map(time),
    })))
}
