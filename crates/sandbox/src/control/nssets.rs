//! Sets of name servers, as the operator sees and changes them.

use axum::extract::State;
use engine::model::{Account, Nsset, NssetName, Status};
use engine::ops::nsset::Delete;
use engine::ports::store::{Result as StoreResult, Snapshot, Transaction};
use outcomes::Operation;
use serde_json::{Value, json};

use super::Control;
use super::input::Named;
use super::problem::Problem;
use super::reply::{Answer, Reply};
use super::route::Route;
use super::shown::time;
use super::statuses::Change;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/sandbox/nssets/{name}", show)
            .says("A set of name servers", "Dates, statuses, servers, how many contacts it has"),
        Route::delete("/sandbox/nssets/{name}", delete)
            .says("Delete a set, as a registry does that nobody uses any more", "Its name"),
        Route::put("/sandbox/nssets/{name}/statuses/{status}", set_status)
            .says("Set a status that belongs to the server, such as serverUpdateProhibited", "The set"),
        Route::delete("/sandbox/nssets/{name}/statuses/{status}", unset_status)
            .says("Take a status that belongs to the server away", "The set"),
    ]
}

async fn show(State(control): State<Control>, Named(name): Named<String>) -> Answer {
    Ok(Reply::ok(described(&control, NssetName::parse(&name)?).await?))
}

async fn delete(State(control): State<Control>, Named(name): Named<String>) -> Answer {
    let name = NssetName::parse(&name)?;
    let wanted = name.clone();
    let sponsor = control.office().look(move |store| sponsor(&wanted, store)).await?;
    let sponsor = sponsor.ok_or_else(|| unknown(&name))?;
    control.office().command_as(sponsor, Delete { name: name.clone() }).await?;
    Ok(Reply::ok(json!({"removed": name.as_str()})))
}

/// Who sponsors a set, if there is such a set.
fn sponsor(name: &NssetName, store: &dyn Snapshot) -> StoreResult<Option<Account>> {
    let nsset = store.nsset(name)?;
    nsset.map_or(Ok(None), |nsset| store.account(nsset.sponsor))
}

async fn set_status(State(control): State<Control>, Named(names): Named<(String, String)>) -> Answer {
    change_status(&control, names, true).await
}

async fn unset_status(State(control): State<Control>, Named(names): Named<(String, String)>) -> Answer {
    change_status(&control, names, false).await
}

async fn change_status(control: &Control, (name, status): (String, String), set: bool) -> Answer {
    let (name, change) = (NssetName::parse(&name)?, Change::of(control, &status, set)?);
    let wanted = name.clone();
    if !control.office().change(move |store| make(&change, &wanted, store)).await? {
        return Err(unknown(&name));
    }
    Ok(Reply::ok(described(control, name).await?))
}

/// `false` if there is no such set.
fn make(change: &Change, name: &NssetName, store: &dyn Transaction) -> StoreResult<bool> {
    let Some(mut nsset) = store.nsset(name)? else { return Ok(false) };
    change.make(&mut nsset.statuses);
    store.update_nsset(&nsset)?;
    store.record(&change.entry(Operation::NssetUpdate, nsset.id.into(), name.as_str()))?;
    Ok(true)
}

async fn described(control: &Control, name: NssetName) -> Result<Value, Problem> {
    let wanted = name.clone();
    let nsset = control.office().look(move |store| store.nsset(&wanted)).await?;
    Ok(state(&nsset.ok_or_else(|| unknown(&name))?))
}

fn state(nsset: &Nsset) -> Value {
    json!({
        "name": nsset.name.as_str(),
        "roid": nsset.id.roid(),
        "created_at": time(nsset.created_at),
        "updated_at": nsset.updated_at.map(time),
        "transferred_at": nsset.transferred_at.map(time),
        "statuses": nsset.statuses.iter().map(Status::name).collect::<Vec<_>>(),
        "servers": nsset.servers.iter().map(|server| server.name.as_str()).collect::<Vec<_>>(),
        "contacts": nsset.contacts.len(),
        "has_authinfo": nsset.authinfo.is_some(),
    })
}

fn unknown(name: &NssetName) -> Problem {
    Problem::not_found("nsset_unknown", format_args!("there is no set of name servers {name}"))
}
