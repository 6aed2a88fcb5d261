//! Accounts.

use axum::extract::State;
use engine::model::{
    Account, AccountId, AccountState, Clid, CustomerId, Instant, OneTimeKey, Party, Realm, Secret, Standing,
};
use engine::ops::account::{
    Cost, Deposit, NewSecret, Open, SetBilling, SetOneTimeKey, SetPassword, SetTerms, Update,
};
use engine::ports::store::Result as StoreResult;
use engine::ports::store::Snapshot;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Control;
use super::account_settings::{FIELDS_OF_NEW, FIELDS_OF_PATCH, Settings, Wanted};
use super::billing;
use super::input::{Amount, Json, Named, Parameters, clid};
use super::problem::Problem;
use super::reply::{Answer, Reply};
use super::route::Route;
use super::shown::{notice, time};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/sandbox/accounts", list)
            .says("The accounts", "Each with its balance, logins and settings"),
        Route::post("/sandbox/accounts", open)
            .takes(FIELDS_OF_NEW)
            .makes()
            .says("Open an account with any balance and settings", "The account"),
        Route::get("/sandbox/accounts/{id}", show)
            .says("One account", "Its balance, logins, settings, queue"),
        Route::patch("/sandbox/accounts/{id}", change)
            .takes(FIELDS_OF_PATCH)
            .says("Change an account; what is not named stays", "The account"),
        Route::post("/sandbox/accounts/{id}/deposit", deposit)
            .takes(&[("amount", "string|number", "How much, in the account's currency")])
            .says("Pay money in", "The account"),
        Route::post("/sandbox/accounts/{id}/otp", one_time_key)
            .takes(&[("on", "boolean", "false: the password is enough again; true unless said otherwise")])
            .says(
                "Have the account's login at RRPproxy and HEXONET need a one-time password beside its password",
                "The key for an authenticator, the code that is good now and the next one",
            ),
        Route::get("/sandbox/accounts/{id}/notices", notices)
            .filters(&[("limit", "integer", "How many at most; 100 unless said otherwise, 10000 at most")])
            .says("The notices that wait in its queue, without taking any", "How many, and the oldest"),
    ]
}

async fn list(State(control): State<Control>) -> Answer {
    let looked = control
        .office()
        .look(|store| store.accounts()?.into_iter().map(|account| seen(store, account)).collect());
    let accounts: Vec<Seen> = looked.await?;
    Ok(Reply::ok(accounts.iter().map(|account| shown(&control, account)).collect()))
}

async fn show(State(control): State<Control>, Named(id): Named<String>) -> Answer {
    Ok(Reply::ok(one(&control, &clid("id", &id)?).await?))
}

async fn open(State(control): State<Control>, Json(new): Json<Wanted>) -> Answer {
    let id = clid("id", new.id.as_deref().unwrap_or_default())?;
    let currency = new.currency()?;
    let settings = new.settings(currency)?;
    let balance = new.balance.as_ref().map(|amount| amount.positive("balance", currency)).transpose()?;
    let logins = new.logins(&id)?;
    let billing = new.billing_of_new(&id)?;
    refuse_taken(&control, &logins).await?;

    let name = new.name.clone().unwrap_or_else(|| format!("Sandbox account {id}"));
    let office = control.office();
    let opened = Open { clid: id.clone(), name, currency, credit_limit: settings.credit_limit.unwrap_or(0) };
    let account = office.command(opened).await?.answer;
    apply(&control, &id, settings, billing).await?;
    if let Some(minor) = balance.filter(|minor| *minor > 0) {
        office.command(Deposit { clid: id.clone(), minor }).await?;
    }
    if let Some(secret) = new.secret()? {
        set_secret(&control, account, &secret, logins).await?;
    }
    Ok(Reply::created(one(&control, &id).await?))
}

async fn change(
    State(control): State<Control>,
    Named(id): Named<String>,
    Json(patch): Json<Wanted>,
) -> Answer {
    let id = clid("id", &id)?;
    let Seen { account, logins, .. } = find(&control, &id).await?;
    patch.refuse_for_good()?;
    let settings = patch.settings(account.currency)?;
    let (secret, billing) = (patch.secret()?, patch.billing(&id)?);
    apply(&control, &id, settings, billing).await?;
    if let Some(secret) = secret {
        set_secret(&control, account.id, &secret, logins).await?;
    }
    Ok(Reply::ok(one(&control, &id).await?))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Payment {
    amount: Amount,
}

async fn deposit(
    State(control): State<Control>,
    Named(id): Named<String>,
    Json(payment): Json<Payment>,
) -> Answer {
    let id = clid("id", &id)?;
    let currency = find(&control, &id).await?.account.currency;
    let minor = payment.amount.positive("amount", currency)?;
    control.office().command(Deposit { clid: id.clone(), minor }).await?;
    Ok(Reply::ok(one(&control, &id).await?))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OneTime {
    #[serde(default = "yes")]
    on: bool,
}

const fn yes() -> bool {
    true
}

async fn one_time_key(
    State(control): State<Control>,
    Named(id): Named<String>,
    Json(OneTime { on }): Json<OneTime>,
) -> Answer {
    let Seen { account, logins, .. } = find(&control, &clid("id", &id)?).await?;
    let realm = Realm::Rrp;
    let held = logins.into_iter().find(|(held, _)| *held == realm);
    let login = held.map(|(_, login)| login).unwrap_or_default();
    let engine = control.office().engine();
    let key = on.then(|| OneTimeKey::generate(engine.entropy()));
    let now = engine.now();
    let set = SetOneTimeKey { account: account.id, realm, login, key: key.clone() };
    control.office().command(set).await?;
    Ok(Reply::ok(key.map_or_else(|| json!({"on": false}), |key| shown_once(&key, now))))
}

/// What everybody may know in a sandbox, and an operator is told once elsewhere.
fn shown_once(key: &OneTimeKey, now: Instant) -> Value {
    let next = now.plus_millis(OneTimeKey::GOOD_FOR);
    json!({"on": true, "key": key.text().expose(), "code": key.code(now), "next_code": key.code(next)})
}

async fn notices(State(control): State<Control>, Named(id): Named<String>, mut asked: Parameters) -> Answer {
    let most = asked.limit(100, 10_000)?;
    asked.end()?;
    let account = find(&control, &clid("id", &id)?).await?;
    let id = account.account.id;
    let waiting = control.office().look(move |store| store.notices(id, most)).await?;
    let list: Vec<Value> = waiting.iter().map(notice).collect();
    Ok(Reply::ok(json!({"count": account.waiting, "notices": list})))
}

/// An account, and what belongs to it.
pub(super) struct Seen {
    pub(super) account: Account,
    standing: Standing,
    party: Option<Party>,
    logins: Vec<(Realm, String)>,
    waiting: u64,
}

fn seen(store: &dyn Snapshot, account: Account) -> StoreResult<Seen> {
    let credentials = store.credentials(account.id)?;
    Ok(Seen {
        standing: store.standing(account.id)?,
        party: account.billing.party.map(|party| store.party(party)).transpose()?.flatten(),
        logins: credentials.into_iter().map(|held| (held.realm, held.login)).collect(),
        waiting: store.queue(account.id)?.map_or(0, |queue| queue.waiting),
        account,
    })
}

/// The account with an id.
pub(super) async fn find(control: &Control, id: &Clid) -> Result<Seen, Problem> {
    let wanted = id.clone();
    let looked = control
        .office()
        .look(move |store| store.account_by_clid(&wanted)?.map(|account| seen(store, account)).transpose());
    let unknown = || {
        let message = format!("there is no account {id}; GET /sandbox/accounts lists those there are");
        Problem::not_found("account_unknown", message)
    };
    looked.await?.ok_or_else(unknown)
}

async fn one(control: &Control, id: &Clid) -> Result<Value, Problem> {
    Ok(shown(control, &find(control, id).await?))
}

fn shown(control: &Control, seen: &Seen) -> Value {
    let Seen { account, standing, party, logins, waiting } = seen;
    let state = match account.state {
        AccountState::Active => "active",
        AccountState::Suspended => "suspended",
    };
    let money = |minor: i64| engine::model::Money::new(minor, account.currency).to_string();
    let login = |(realm, login): &(Realm, String)| json!({"realm": realm.name(), "login": login});
    json!({
        "id": account.clid.as_str(),
        "name": account.name,
        "state": state,
        "currency": account.currency.code(),
        "balance": standing.balance.to_string(),
        "held": money(standing.held),
        "left": standing.left().to_string(),
        "credit_limit": money(account.credit_limit),
        "credit_warning": standing.threshold().to_string(),
        "price_list": account.terms.price_list,
        "vat": account.terms.vat.to_string(),
        "dns_zones": account.terms.dns.zones,
        "dns_rows": account.terms.dns.rows,
        "billing": party.as_ref().map(billing::party),
        "credit": account.billing.credit.name(),
        "reverse_charge": account.billing.reverse_charge,
        "customer": account.billing.customer.map(|CustomerId(number)| number),
        "networks": account.networks.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "certificates": account.certificates,
        "max_sessions": account.max_sessions,
        "max_requests": account.max_requests,
        "created_at": time(account.created_at),
        "logins": logins.iter().map(login).collect::<Vec<_>>(),
        "notices_waiting": waiting,
        "counterpart": control.parts().counterparts.rule(&account.clid),
    })
}

/// Login names are unique in their realm: looked at before anything is made, so that nothing is half made.
async fn refuse_taken(control: &Control, logins: &[(Realm, String)]) -> Result<(), Problem> {
    let wanted = logins.to_vec();
    let looked = control.office().look(move |store| {
        for (realm, login) in wanted {
            if store.credential(realm, &login)?.is_some() {
                return Ok(Some((realm, login)));
            }
        }
        Ok(None)
    });
    let Some((realm, login)) = looked.await? else { return Ok(()) };
    let message =
        format!("the login `{login}` for {} is another account's; choose another `login`", realm.name());
    Err(Problem::conflict("login_taken", message))
}

async fn set_secret(
    control: &Control,
    account: AccountId,
    password: &Secret,
    logins: Vec<(Realm, String)>,
) -> Result<(), Problem> {
    let office = control.office();
    for (realm, login) in logins {
        let secret = NewSecret::of(realm, password, Cost::Published, office.engine().entropy())?;
        office.command(SetPassword { account, realm, login, secret }).await?;
    }
    Ok(())
}

async fn apply(control: &Control, id: &Clid, settings: Settings, billing: SetBilling) -> Result<(), Problem> {
    let Settings {
        networks,
        certificates,
        state,
        max_sessions,
        max_requests,
        credit_limit,
        price_list,
        vat,
        credit_warning,
        dns_zones,
        dns_rows,
    } = settings;
    let office = control.office();
    let clid = id.clone();
    office.command(Update { clid, networks, certificates, state, max_sessions, max_requests }).await?;
    let clid = id.clone();
    let terms = SetTerms { clid, credit_limit, price_list, vat, credit_warning, dns_zones, dns_rows };
    office.command(terms).await?;
    office.command(billing).await?;
    Ok(())
}
