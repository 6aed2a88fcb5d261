//! Payments that could not be given back.

use axum::extract::State;
use engine::model::{Account, OperationId, Owed};
use engine::ops::ledger::{ListOwed, Repay};
use serde_json::{Value, json};

use super::Control;
use super::input::Named;
use super::problem::Problem;
use super::reply::{Answer, Reply};
use super::route::Route;
use super::shown::time;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/sandbox/owed", list)
            .says("The payments that could not be given back yet", "Each with its account, amount and trid"),
        Route::post("/sandbox/owed/{trid}/repay", repay)
            .says("Give back a payment that is owed", "What was given back"),
    ]
}

async fn list(State(control): State<Control>) -> Answer {
    let owed = control.office().query(ListOwed).await?.answer;
    let accounts = control.office().look(|store| store.accounts()).await?;
    Ok(Reply::ok(owed.iter().map(|owed| shown(owed, &accounts)).collect()))
}

async fn repay(State(control): State<Control>, Named(trid): Named<String>) -> Answer {
    let malformed =
        || Problem::value("trid", &trid, "it is the trid of the payment, as GET /sandbox/owed tells it");
    let operation = OperationId::parse(&trid).ok_or_else(malformed)?;
    let owed = control.office().command(Repay { operation }).await?.answer;
    let accounts = control.office().look(|store| store.accounts()).await?;
    Ok(Reply::ok(shown(&owed, &accounts)))
}

fn shown(owed: &Owed, accounts: &[Account]) -> Value {
    let account = accounts.iter().find(|account| account.id == owed.account);
    json!({
        "trid": owed.operation.to_string(),
        "account": account.map(|account| account.clid.as_str()),
        "amount": owed.amount.to_string(),
        "currency": owed.amount.currency.code(),
        "object": owed.name,
        "since": time(owed.since),
    })
}
