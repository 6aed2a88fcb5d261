//! Protection services, and the network that sets them up.

use axum::extract::State;
use engine::model::{
    Account, CustomerId, Cycle, DomainName, Entry, NetworkRecord, Plan, Protection, ProtectionMode,
    ProtectionSettings,
};
use engine::ops::protection::MarkTemplate;
use engine::ports::store::{Result as StoreResult, Snapshot};
use serde::Deserialize;
use serde_json::{Value, json};

use super::Control;
use super::accounts::find;
use super::input::{Json, Named, clid, domain_name};
use super::problem::Problem;
use super::reply::{Answer, Reply};
use super::route::Route;
use super::shown::{entry, time};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/sandbox/protections/{name}", show).says(
            "The protection service of a name, and what the network has on record",
            "Its state, the network's record, history, ledger lines",
        ),
        Route::put("/sandbox/protections/{name}/template", mark)
            .takes(&[("enabled", "boolean", "Whether other services can be given its settings")])
            .says("Make a service a template, or take that back", "The service"),
        Route::put("/sandbox/network/{id}/{name}", enter).says(
            "Set a name of an account up at the network itself, past this system",
            "The network's record",
        ),
        Route::delete("/sandbox/network/{id}/{name}", forget).says(
            "Remove a name of an account at the network itself, past this system",
            "Whether it was there",
        ),
    ]
}

async fn show(State(control): State<Control>, Named(name): Named<String>) -> Answer {
    Ok(Reply::ok(described(&control, domain_name(&name)?).await?))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mark {
    enabled: bool,
}

async fn mark(
    State(control): State<Control>,
    Named(name): Named<String>,
    Json(Mark { enabled }): Json<Mark>,
) -> Answer {
    let name = domain_name(&name)?;
    let Around { owner, .. } = around(&control, &name).await?;
    let mark = MarkTemplate { name: name.clone(), is_template: enabled };
    control.office().command_as(owner, mark).await?;
    Ok(Reply::ok(described(&control, name).await?))
}

async fn enter(State(control): State<Control>, Named((id, name)): Named<(String, String)>) -> Answer {
    let (customer, name) = (customer_of(&control, &id).await?, domain_name(&name)?);
    let record = NetworkRecord {
        customer,
        name,
        service: None,
        plan: Plan::Start,
        expires_at: Cycle::Monthly.end_from(control.now()),
        mode: ProtectionMode::Cname,
        settings: ProtectionSettings::default(),
        dns_set_at: None,
        purged_at: None,
    };
    let shown = network_record(&record);
    control.office().change(move |store| store.put_network_record(&record)).await?;
    Ok(Reply::ok(shown))
}

async fn forget(State(control): State<Control>, Named((id, name)): Named<(String, String)>) -> Answer {
    let (customer, name) = (customer_of(&control, &id).await?, domain_name(&name)?);
    let removed = control.office().change(move |store| store.remove_network_record(customer, &name));
    Ok(Reply::ok(json!({"removed": removed.await?})))
}

/// As which customer the network knows an account.
async fn customer_of(control: &Control, id: &str) -> Result<CustomerId, Problem> {
    let account = find(control, &clid("id", id)?).await?.account;
    let missing = || Problem::conflict("customer_missing", format!("account {id} has no customer number"));
    account.billing.customer.ok_or_else(missing)
}

/// A service with what stands around it.
struct Around {
    protection: Protection,
    owner: Account,
    record: Option<NetworkRecord>,
    entries: Vec<Entry>,
    history: Vec<(engine::model::OperationId, String)>,
    accounts: Vec<Account>,
}

impl Around {
    fn of(store: &dyn Snapshot, name: &DomainName) -> StoreResult<Option<Self>> {
        let Some(protection) = store.protection(name)? else { return Ok(None) };
        let Some(owner) = store.account(protection.account)? else { return Ok(None) };
        let record =
            owner.billing.customer.map(|customer| store.network_record(customer, name)).transpose()?;
        let object = protection.id.into();
        Ok(Some(Self {
            record: record.flatten(),
            entries: store.entries_of(object)?,
            history: store.history_of(object)?,
            accounts: store.accounts()?,
            protection,
            owner,
        }))
    }
}

async fn around(control: &Control, name: &DomainName) -> Result<Around, Problem> {
    let wanted = name.clone();
    let found = control.office().look(move |store| Around::of(store, &wanted)).await?;
    found.ok_or_else(|| {
        Problem::not_found("protection_unknown", format_args!("{name} has no protection service"))
    })
}

async fn described(control: &Control, name: DomainName) -> Result<Value, Problem> {
    let Around { protection, owner, record, entries, history, accounts } = around(control, &name).await?;
    let event = |(id, action): &(engine::model::OperationId, String)| json!({"trid": id.to_string(), "operation": action});
    Ok(json!({
        "id": protection.id.to_string(),
        "name": protection.name.as_str(),
        "account": owner.clid.as_str(),
        "state": protection.state.name(),
        "plan": protection.plan.name(),
        "cycle": protection.cycle.name(),
        "mode": protection.mode.name(),
        "created_at": time(protection.created_at),
        "expires_at": time(protection.expires_at),
        "upstreams": protection.settings.upstreams,
        "rules": protection.settings.rules.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "template": protection.is_template,
        "dns_set": protection.dns_set,
        "network": record.as_ref().map(network_record),
        "history": history.iter().map(event).collect::<Vec<_>>(),
        "ledger": entries.iter().map(|line| entry(line, &accounts)).collect::<Vec<_>>(),
    }))
}

fn network_record(record: &NetworkRecord) -> Value {
    json!({
        "customer": record.customer.0,
        "name": record.name.as_str(),
        "ours": record.service.is_some(),
        "plan": record.plan.name(),
        "mode": record.mode.name(),
        "expires_at": time(record.expires_at),
        "dns_set_at": record.dns_set_at.map(time),
        "purged_at": record.purged_at.map(time),
    })
}
