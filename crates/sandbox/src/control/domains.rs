//! Domains, as the operator sees and changes them.

use axum::extract::State;
use engine::Fault;
use engine::model::{Account, AccountId, DomainName, Entry, Hold, RenewalMode, Transfer};
use engine::ops::domain::{DomainView, Info, Outlook, Release, Released, SetRenewalMode, SetTerm, Timeline};
use engine::ports::store::{Result as StoreResult, Snapshot, Transaction};
use outcomes::Operation;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Control;
use super::input::{Json, Named, domain_name, moment};
use super::problem::Problem;
use super::reply::{Answer, Reply};
use super::route::Route;
use super::shown::{entry, time};
use super::statuses::Change;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/sandbox/domains/{name}", show).says(
            "A domain: its state, what lies ahead, what happened, what was billed",
            "Dates, statuses, timeline, transfer, history, ledger lines",
        ),
        Route::put("/sandbox/domains/{name}/renewal", renewal)
            .takes(&[("mode", "string|null", "automatic, explicit, once or delete; null: as the zone says")])
            .says("Choose what happens at the end of its registration", "The domain"),
        Route::put("/sandbox/domains/{name}/term", term)
            .takes(&[
                ("since", "string", "When the registration began, RFC 3339; not ahead"),
                ("until", "string", "When it ends; may lie behind"),
            ])
            .says("Date its registration differently; what falls due by that is done", "The domain"),
        Route::post("/sandbox/domains/{name}/release", release)
            .takes(&[("tag", "string", "To which registrar; DETAGGED: to none")])
            .says("Release it to another registrar, whoever has it now", "The domain"),
        Route::put("/sandbox/domains/{name}/statuses/{status}", set_status)
            .says("Set a status that belongs to the server, such as serverHold", "The domain"),
        Route::delete("/sandbox/domains/{name}/statuses/{status}", unset_status)
            .says("Take a status that belongs to the server away", "The domain"),
    ]
}

async fn show(State(control): State<Control>, Named(name): Named<String>) -> Answer {
    Ok(Reply::ok(described(&control, domain_name(&name)?).await?))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Renewal {
    mode: Option<String>,
}

async fn renewal(
    State(control): State<Control>,
    Named(name): Named<String>,
    Json(renewal): Json<Renewal>,
) -> Answer {
    let name = domain_name(&name)?;
    let read = |text: &String| {
        RenewalMode::parse(text)
            .ok_or_else(|| Problem::value("mode", text, "it is automatic, explicit, once, delete or null"))
    };
    let mode = renewal.mode.as_ref().map(read).transpose()?;
    let sponsor = sponsor(&control, &name).await?;
    control.office().command_as(sponsor, SetRenewalMode { name: name.clone(), mode }).await?;
    Ok(Reply::ok(described(&control, name).await?))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    since: String,
    until: String,
}

async fn term(State(control): State<Control>, Named(name): Named<String>, Json(term): Json<Term>) -> Answer {
    let name = domain_name(&name)?;
    let (since, until) = (moment("since", &term.since)?, moment("until", &term.until)?);
    control.office().command(SetTerm { name: name.clone(), since, until }).await?;
    Ok(Reply::ok(described(&control, name).await?))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Gaining {
    tag: String,
}

async fn release(
    State(control): State<Control>,
    Named(name): Named<String>,
    Json(gaining): Json<Gaining>,
) -> Answer {
    let name = domain_name(&name)?;
    let sponsor = sponsor(&control, &name).await?;
    let release = Release { what: Released::Domain(name.clone()), tag: gaining.tag, registrant: None };
    control.office().command_as(sponsor, release).await?;
    Ok(Reply::ok(described(&control, name).await?))
}

/// In whose name something is done with a domain.
async fn sponsor(control: &Control, name: &DomainName) -> Result<Account, Problem> {
    let view = control.office().query(Info { name: name.clone(), proof: None }).await?.answer;
    let sponsor = view.domain.sponsor;
    let account = control.office().look(move |store| store.account(sponsor)).await?;
    account.ok_or_else(|| Fault::internal(format_args!("the sponsor of {name} is missing")).into())
}

async fn set_status(State(control): State<Control>, Named(names): Named<(String, String)>) -> Answer {
    change_status(&control, names, true).await
}

async fn unset_status(State(control): State<Control>, Named(names): Named<(String, String)>) -> Answer {
    change_status(&control, names, false).await
}

async fn change_status(control: &Control, (name, status): (String, String), set: bool) -> Answer {
    let (name, change) = (domain_name(&name)?, Change::of(control, &status, set)?);
    let wanted = name.clone();
    if !control.office().change(move |store| make(&change, &wanted, store)).await? {
        return Err(unknown(&name));
    }
    Ok(Reply::ok(described(control, name).await?))
}

/// `false` if there is no such domain.
fn make(change: &Change, name: &DomainName, store: &dyn Transaction) -> StoreResult<bool> {
    let Some(mut domain) = store.domain(name)? else { return Ok(false) };
    change.make(&mut domain.statuses);
    store.update_domain(&domain)?;
    store.record(&change.entry(Operation::DomainUpdate, domain.id.into(), name.as_str()))?;
    Ok(true)
}

/// What stands about a domain beside the domain itself.
struct Around {
    entries: Vec<Entry>,
    holds: Vec<Hold>,
    history: Vec<(engine::model::OperationId, String)>,
    transfer: Option<Transfer>,
    accounts: Vec<Account>,
}

impl Around {
    fn of(store: &dyn Snapshot, object: engine::model::ObjectId) -> StoreResult<Self> {
        Ok(Self {
            entries: store.entries_of(object)?,
            holds: store.holds_of(object)?,
            history: store.history_of(object)?,
            transfer: store.transfer(object)?,
            accounts: store.accounts()?,
        })
    }

    fn clid(&self, id: AccountId) -> String {
        let account = self.accounts.iter().find(|account| account.id == id);
        account.map_or_else(|| id.0.to_string(), |account| account.clid.to_string())
    }
}

async fn described(control: &Control, name: DomainName) -> Result<Value, Problem> {
    let office = control.office();
    let view = office.query(Info { name: name.clone(), proof: None }).await?.answer;
    let outlook = office.query(Timeline { name }).await?.answer;
    let object = view.domain.id.into();
    let around = office.look(move |store| Around::of(store, object)).await?;
    let mut answer = state(&view, &outlook);
    answer["transfer"] = around.transfer.as_ref().map_or(Value::Null, |latest| transfer(latest, &around));
    answer["history"] = around
        .history
        .iter()
        .map(|(id, action)| json!({"trid": id.to_string(), "operation": action}))
        .collect();
    answer["ledger"] = around.entries.iter().map(|line| entry(line, &around.accounts)).collect();
    answer["holds"] = around.holds.iter().map(|hold| self::hold(hold, &around)).collect();
    Ok(answer)
}

fn state(view: &DomainView, outlook: &Outlook) -> Value {
    let domain = &view.domain;
    let rgp = |state: &engine::ops::domain::RgpState| json!({"state": state.name(), "until": state.ends_at().map(time)});
    json!({
        "name": domain.name.as_str(),
        "roid": domain.id.roid(),
        "zone": domain.zone.as_str(),
        "phase": outlook.phase.name(),
        "sponsor": view.sponsor.as_str(),
        "creator": view.creator.as_str(),
        "created_at": time(domain.created_at),
        "updated_at": domain.updated_at.map(time),
        "transferred_at": domain.transferred_at.map(time),
        "expires_at": time(domain.expires_at),
        "renewal": domain.renewal.map(RenewalMode::name),
        "statuses": view.statuses.iter().map(|(status, _)| status.name()).collect::<Vec<_>>(),
        "rgp": view.rgp.iter().map(rgp).collect::<Vec<_>>(),
        "registrant": view.registrant().map(engine::model::Handle::as_str),
        "hosts": view.hosts.iter().map(DomainName::as_str).collect::<Vec<_>>(),
        "has_authinfo": domain.authinfo.is_some(),
        "ahead": outlook.ahead.iter().map(|(at, what)| json!({"at": time(*at), "what": what.title()})).collect::<Vec<_>>(),
    })
}

fn transfer(transfer: &Transfer, around: &Around) -> Value {
    json!({
        "state": transfer.state.name(),
        "gaining": around.clid(transfer.gaining),
        "losing": around.clid(transfer.losing),
        "requested_at": time(transfer.requested_at),
        "acts_at": time(transfer.acts_at),
    })
}

fn hold(hold: &Hold, around: &Around) -> Value {
    json!({"account": around.clid(hold.account), "amount": hold.fee.gross().to_string(), "currency": hold.fee.net.currency.code()})
}

fn unknown(name: &DomainName) -> Problem {
    Problem::not_found("domain_unknown", format_args!("{name} is not registered"))
}
