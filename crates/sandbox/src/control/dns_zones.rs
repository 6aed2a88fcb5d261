//! DNS zones: what their owners do elsewhere than by a protocol, and what the name servers answer with.

use axum::extract::State;
use engine::model::{Account, DnsLock, DnsRecord, DnsZone, DomainName};
use engine::ops::dns_zone::{Lock, Switch};
use engine::ports::store::{Result as StoreResult, Snapshot};
use engine::{Command, Fault};
use serde::Deserialize;
use serde_json::{Value, json};

use super::Control;
use super::input::{Json, Named, domain_name};
use super::problem::Problem;
use super::reply::{Answer, Reply};
use super::route::Route;
use super::shown::time;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/sandbox/dns-zones/{name}", show)
            .says("A DNS zone: its state, its serial, what is published of it", "State, dates, records"),
        Route::put("/sandbox/dns-zones/{name}/lock", lock)
            .takes(&[("locked", "boolean", "Whether it is locked from now on")])
            .says("Lock a DNS zone against changes, or unlock it, as its owner", "The zone"),
        Route::put("/sandbox/dns-zones/{name}/switch", switch)
            .takes(&[("on", "boolean", "Whether the name servers answer for it from now on")])
            .says("Switch a DNS zone on or off, as its owner", "The zone"),
    ]
}

async fn show(State(control): State<Control>, Named(name): Named<String>) -> Answer {
    Ok(Reply::ok(described(&find(&control, domain_name(&name)?).await?)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Locking {
    locked: bool,
}

async fn lock(
    State(control): State<Control>,
    Named(name): Named<String>,
    Json(Locking { locked }): Json<Locking>,
) -> Answer {
    let name = domain_name(&name)?;
    let lock = if locked { DnsLock::User } else { DnsLock::None };
    as_owner(&control, name.clone(), Lock { name, lock }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Switching {
    on: bool,
}

async fn switch(
    State(control): State<Control>,
    Named(name): Named<String>,
    Json(Switching { on }): Json<Switching>,
) -> Answer {
    let name = domain_name(&name)?;
    as_owner(&control, name.clone(), Switch { name, on }).await
}

async fn as_owner<C: Command>(control: &Control, name: DomainName, command: C) -> Answer {
    let found = find(control, name.clone()).await?;
    control.office().command_as(found.owner, command).await?;
    Ok(Reply::ok(described(&find(control, name).await?)))
}

/// A zone, whose it is, and what is published of it.
struct Found {
    zone: DnsZone,
    owner: Account,
    records: Vec<DnsRecord>,
}

async fn find(control: &Control, name: DomainName) -> Result<Found, Problem> {
    let unknown =
        Problem::not_found("dns_zone_unknown", format_args!("no account has a DNS zone called {name}"));
    control.office().look(move |store| look(store, &name)).await?.ok_or(unknown)
}

fn look(store: &dyn Snapshot, name: &DomainName) -> StoreResult<Option<Found>> {
    let Some(zone) = store.dns_zone(name)? else { return Ok(None) };
    let owner = store
        .account(zone.owner)?
        .ok_or_else(|| Fault::internal(format_args!("the owner of {name} is missing")))?;
    let records = store.dns_records(zone.id)?;
    Ok(Some(Found { zone, owner, records }))
}

fn described(Found { zone, owner, records }: &Found) -> Value {
    json!({
        "name": zone.name.as_str(),
        "owner": owner.clid.as_str(),
        "type": zone.zone_type().name(),
        "state": zone.state.name(),
        "lock": zone.lock.name(),
        "primary": zone.source().map(|source| source.primary.to_string()),
        "name_servers": zone.name_servers.iter().map(DomainName::as_str).collect::<Vec<_>>(),
        "rows": zone.rows,
        "changed": zone.changed,
        "serial": zone.serial.0,
        "added_at": time(zone.added_at),
        "committed_at": zone.committed_at.map(time),
        "answered_for": zone.is_answered_for(),
        "records": records.iter().map(record).collect::<Vec<_>>(),
    })
}

/// Data of any type, as RFC 3597 writes it.
fn record(record: &DnsRecord) -> Value {
    let data: String = record.rdata.iter().map(|byte| format!("{byte:02x}")).collect();
    json!({"name": record.name.as_str(), "type": record.kind, "ttl": record.ttl, "rdata": data})
}
