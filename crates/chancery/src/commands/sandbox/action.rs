use anyhow::Result;
use clap::Subcommand;
use serde_json::{Value, json};

use super::call::Call;
use super::setting::Setting;

/// What a sandbox can be made to do.
#[derive(Debug, Subcommand)]
pub(super) enum Action {
    /// Show the clock.
    Clock,
    /// Move the clock forward by a span such as 30d, 1y2m or PT5M; tells what happened on the way.
    Advance { span: String },
    /// Move the clock forward to a moment (RFC 3339).
    Until { moment: String },
    /// Stop the clock.
    Freeze,
    /// Let a stopped clock go on.
    Release,
    /// Order a fault: at which port, which trouble, and when (next=, skip=, probability=, seed=, always=, delay_ms=,
    /// account=, operation=, object=).
    Fault { port: String, trouble: String, settings: Vec<Setting> },
    /// Show the faults that are ordered.
    Faults,
    /// Take a fault back, or all of them.
    NoFault { id: Option<String> },
    /// Make names in every state that a registry knows, for each registrar (each=5, tags=["ALPHA"]). The set is nominet:
    /// .uk as registrars test against it. Names that are there stay as they are.
    Seed { set: String, settings: Vec<Setting> },
    /// Make everything as at the first start.
    Reset,
    /// List the snapshots.
    Snapshots,
    /// Keep everything as it is under a name.
    Snapshot { name: String },
    /// Bring a snapshot back.
    Restore { name: String },
    /// Start a second server on a copy of a snapshot.
    Fork { name: String },
    /// Throw a snapshot away.
    Forget { name: String },
    /// List the accounts.
    Accounts,
    /// Show one account.
    Account { id: String },
    /// Open an account (secret=, balance=, currency=, credit_limit=, networks=, max_sessions=, vat= ...).
    Open { id: String, settings: Vec<Setting> },
    /// Change an account.
    Change { id: String, settings: Vec<Setting> },
    /// Pay money in.
    Deposit { id: String, amount: String },
    /// Show what happened to an account's credit (from=, until=, limit=).
    Statement { id: String, filters: Vec<Setting> },
    /// Show the notices that wait for an account.
    Notices { id: String },
    /// Have an account answer the transfers that are asked of it: approve, reject, ignore (after=, object=); or none.
    Counterpart { id: String, answer: String, settings: Vec<Setting> },
    /// Have an account ask for a domain.
    Request { id: String, domain: String, authinfo: String },
    /// Show a domain: its state, what lies ahead, what happened, what was billed.
    Domain { name: String },
    /// Choose what happens at the end of a registration: automatic, explicit, or zone.
    Renewal { name: String, mode: String },
    /// Set a status that belongs to the server, such as serverHold.
    SetStatus { name: String, status: String },
    /// Take such a status away.
    UnsetStatus { name: String, status: String },
    /// Count and list changes (account=, operation=, object=, cltrid=, from=, to=, limit=).
    Journal { filters: Vec<Setting> },
    /// List requests and their answers (account=, protocol=, code=, trid=, contains=, limit=).
    Exchanges { filters: Vec<Setting> },
    /// Show the mail that was sent (to=, contains=, from=).
    Mailbox { filters: Vec<Setting> },
    /// Throw all mail away.
    NoMail,
    /// Announce a maintenance to all accounts.
    Maintenance { from: String, until: String, text: String },
    /// Send any request to the control API.
    Call { method: String, path: String, body: Option<String> },
}

impl Action {
    /// The request that does it.
    ///
    /// # Errors
    /// The body of a request of one's own is no JSON.
    pub(super) fn call(&self) -> Result<Call> {
        Ok(match self {
            Self::Clock => Call::get(&["clock"]),
            Self::Advance { span } => Call::post(&["clock"], json!({"advance": span})),
            Self::Until { moment } => Call::post(&["clock"], json!({"to": moment})),
            Self::Freeze => Call::post(&["clock"], json!({"freeze": true})),
            Self::Release => Call::post(&["clock"], json!({"release": true})),
            Self::Fault { port, trouble, settings } => {
                Call::post(&["faults"], object(&[("port", port), ("trouble", trouble)], settings))
            }
            Self::Faults => Call::get(&["faults"]),
            Self::NoFault { id: Some(id) } => Call::delete(&["faults", id]),
            Self::NoFault { id: None } => Call::delete(&["faults"]),
            Self::Seed { set, settings } => Call::post(&["seeds", set], object(&[], settings)),
            Self::Reset => Call::post(&["reset"], Value::Null),
            Self::Snapshots => Call::get(&["snapshots"]),
            Self::Snapshot { name } => Call::put(&["snapshots", name], Value::Null),
            Self::Restore { name } => Call::post(&["snapshots", name, "restore"], Value::Null),
            Self::Fork { name } => Call::post(&["snapshots", name, "fork"], json!({})),
            Self::Forget { name } => Call::delete(&["snapshots", name]),
            Self::Accounts => Call::get(&["accounts"]),
            Self::Account { id } => Call::get(&["accounts", id]),
            Self::Open { id, settings } => Call::post(&["accounts"], object(&[("id", id)], settings)),
            Self::Change { id, settings } => Call::patch(&["accounts", id], object(&[], settings)),
            Self::Deposit { id, amount } => {
                Call::post(&["accounts", id, "deposit"], json!({"amount": amount}))
            }
            Self::Statement { id, filters } => Call::get(&["accounts", id, "statement"]).filtered(filters),
            Self::Notices { id } => Call::get(&["accounts", id, "notices"]),
            Self::Counterpart { id, answer, .. } if answer == "none" => {
                Call::delete(&["accounts", id, "counterpart"])
            }
            Self::Counterpart { id, answer, settings } => {
                Call::put(&["accounts", id, "counterpart"], object(&[("transfers", answer)], settings))
            }
            Self::Request { id, domain, authinfo } => {
                let body = json!({"domain": domain, "authinfo": authinfo});
                Call::post(&["accounts", id, "counterpart", "request"], body)
            }
            Self::Domain { name } => Call::get(&["domains", name]),
            Self::Renewal { name, mode } => {
                let mode = (mode != "zone").then_some(mode);
                Call::put(&["domains", name, "renewal"], json!({"mode": mode}))
            }
            Self::SetStatus { name, status } => {
                Call::put(&["domains", name, "statuses", status], Value::Null)
            }
            Self::UnsetStatus { name, status } => Call::delete(&["domains", name, "statuses", status]),
            Self::Journal { filters } => Call::get(&["journal"]).filtered(filters),
            Self::Exchanges { filters } => Call::get(&["exchanges"]).filtered(filters),
            Self::Mailbox { filters } => Call::get(&["mailbox"]).filtered(filters),
            Self::NoMail => Call::delete(&["mailbox"]),
            Self::Maintenance { from, until, text } => {
                Call::post(&["maintenance"], json!({"from": from, "until": until, "text": text}))
            }
            Self::Call { method, path, body } => Call::any(method, path, body.as_deref())?,
        })
    }
}

/// A JSON object of what is known and what was set.
fn object(known: &[(&str, &String)], settings: &[Setting]) -> Value {
    let known = known.iter().map(|(key, value)| ((*key).to_owned(), json!(value)));
    known.chain(settings.iter().map(|setting| (setting.key.clone(), setting.to_json()))).collect()
}
