//! The HTTP side: from a request to an answer.

use std::collections::BTreeMap;
use std::sync::Arc;

use arc_swap::ArcSwap;
use axum::Router;
use axum::body::Body;
use axum::extract::{Extension, RawQuery, State};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::Response as HttpResponse;
use axum::routing::any;
use edge::http::{BodyError, Peer, form, read_body};
use edge::journal::{Entry, Journal};
use edge::metrics::{CommandMeter, Metrics};
use edge::scrub::Content;
use edge::{Desk, Errand};
use engine::guard::{LockGuard, LockLimits, RequestGuard};
use engine::model::{DomainName, Instant, OperationId};
use engine::policy::Zone;
use engine::{Actor, Failure, Field, Outcome, Refusal, Refusals, Request};
use outcomes::{ENOM, Operation as Name};
use tokio::time::Instant as Stopwatch;

use crate::answer::{Ended, Troubles};
use crate::call::{Call, NUMBERS};
use crate::commands::{self, Command};
use crate::entrance::Knock;
use crate::envelope::{About, Envelope};
use crate::fields::Fields;
use crate::params::missing;
use crate::request::Wire;
use crate::write::Form;

/// How the server behaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// When an account is locked.
    pub lock: LockLimits,
    /// Requests in error from one address within an hour, after which it is not heard; `None`: it always is.
    pub errors: Option<u32>,
    /// What signs in the place of a TLD stand for in `Check`: TLDs, in the order in which they are told.
    pub wildcards: BTreeMap<String, Vec<String>>,
    /// Why nothing is answered at present and until when, in the operator's words; `None` while it is in service.
    pub maintenance: Option<String>,
}

/// The signs that the service had.
impl Default for Settings {
    fn default() -> Self {
        let set = |count: usize| TLDS[..count].iter().map(|tld| (*tld).to_owned()).collect();
        let wildcards = [("*", TLDS.len()), ("*1", 7), ("*2", 6), ("@", 3)];
        let wildcards = wildcards.map(|(sign, count)| (sign.to_owned(), set(count)));
        let (lock, errors, maintenance) = (LockLimits::default(), None, None);
        Self { lock, errors, wildcards: wildcards.into(), maintenance }
    }
}

/// Enom behind HTTP.
#[derive(Clone)]
pub struct Server(Arc<Inner>);

struct Inner {
    desk: Desk,
    rules: ArcSwap<Rules>,
    errors: RequestGuard,
    meter: CommandMeter,
    journal: Journal,
}

/// The settings, and what they are kept by.
struct Rules {
    settings: Settings,
    lock: LockGuard,
}

impl From<Settings> for Rules {
    fn from(settings: Settings) -> Self {
        Self { lock: LockGuard::new(settings.lock), settings }
    }
}

/// A request that has come.
struct Arrived {
    begun: Stopwatch,
    now: Instant,
    operation: OperationId,
    peer: Peer,
}

/// What is known of a request, step by step: as much is told when it is refused as was found out by then.
#[derive(Default)]
struct Known {
    form: Form,
    word: String,
    zone: Option<Arc<Zone>>,
    command: Option<&'static Command>,
    actor: Option<Actor>,
}

impl Known {
    /// The form that is asked for, and the command.
    fn hear(&mut self, wire: &Wire) {
        self.form = wire.form;
        self.word.clone_from(&wire.command);
    }

    /// What was done or tried: before it is known who asks, to find that out.
    fn operation(&self) -> Option<Name> {
        let login = self.actor.is_none().then_some(Name::AccountLogin);
        self.command.map(|command| command.operation).or(login)
    }
}

impl Server {
    /// A server before a desk.
    pub fn new(desk: Desk, settings: Settings, journal: Journal, metrics: &Metrics) -> Self {
        let operations: Vec<&str> = Name::ALL.iter().map(|operation| operation.name()).collect();
        let codes: Vec<u32> = ENOM.codes.iter().map(|code| code.number).collect();
        let meter = metrics.commands(PROTOCOL, &operations, &codes);
        let rules = ArcSwap::from_pointee(Rules::from(settings));
        Self(Arc::new(Inner { desk, rules, errors: RequestGuard::default(), meter, journal }))
    }

    /// How the server behaves now.
    pub fn settings(&self) -> Settings {
        self.0.rules.load().settings.clone()
    }

    /// Behaves otherwise from now on. What was counted so far is forgotten.
    pub fn set(&self, settings: Settings) {
        self.0.rules.store(Arc::new(settings.into()));
        self.0.errors.clear();
    }

    /// The path, to be merged with what else HTTP serves.
    pub fn router(&self) -> Router {
        let answer = |State(server): State<Self>,
                      Extension(peer): Extension<Peer>,
                      RawQuery(query): RawQuery,
                      body: Body| async move { server.answer(peer, query, body).await };
        Router::new().route(PATH, any(answer)).with_state(self.clone())
    }

    async fn answer(self, peer: Peer, query: Option<String>, body: Body) -> HttpResponse {
        let begun = Stopwatch::now();
        let engine = self.0.desk.engine();
        let arrived =
            Arrived { begun, now: engine.now(), operation: engine.new_operation_of_parts(NUMBERS), peer };
        let mut request = query.unwrap_or_default().into_bytes();
        let read = text(body).await.map(|body| {
            request.push(b'&');
            request.extend(body);
        });
        let wire = read.and_then(|()| form::pairs(&request)).map(Wire::read);
        let wire = wire.map_err(|refusal| (Wire::read_in_part(&request), refusal));
        let (known, code, fields) = self.0.respond(&arrived, wire).await;
        let answer = known.form.write(&fields, MACHINE);
        // HTML is kept as lines, out of which secrets are known to be taken.
        let lines = (known.form == Form::Html).then(|| Form::Text.write(&fields, MACHINE));
        let kept = lines.as_deref().unwrap_or(&answer);
        self.0.record(&arrived, &known, code, (&request, kept.as_bytes()));
        let mut response = HttpResponse::new(Body::from(answer));
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(known.form.media_type()));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("private"));
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(NOTHING_RUNS));
        response
    }
}

/// What a body holds.
async fn text(body: Body) -> Result<Vec<u8>, Refusal> {
    match read_body(body).await {
        Ok(bytes) if bytes.len() <= LONGEST_REQUEST => Ok(bytes.into()),
        Ok(_) | Err(BodyError::TooLarge) => {
            Err(Refusal::new(Outcome::RequestTooLarge).fact("limit", LONGEST_REQUEST))
        }
        Err(BodyError::TooSlow | BodyError::Broken(_)) => {
            Err(Refusal::new(Outcome::RequestMalformed).fact("reason", "its body did not come whole"))
        }
    }
}

impl Inner {
    /// What is known in the end, the number for the whole, and the answer.
    async fn respond(&self, arrived: &Arrived, wire: Result<Wire, (Wire, Refusal)>) -> (Known, u32, Fields) {
        let mut known = Known::default();
        let rules = self.rules.load_full();
        let ended = match wire {
            Ok(wire) => self.carry_out(arrived, wire, &rules, &mut known).await,
            Err((wire, refusal)) => {
                known.hear(&wire);
                Err(refusal.into())
            }
        };
        let mut is_of_several = false;
        let (told, troubles) = match ended {
            Ok(reply) => {
                is_of_several = reply.is_of_several;
                let troubles = reply.refused.map(|refusals| Troubles::of(&refusals, known.operation()));
                (reply.fields, troubles)
            }
            Err(failure) => {
                let refusals = refusals(arrived, &known.word, failure);
                let troubles = Troubles::of(&refusals, known.operation());
                (troubles.registry(), Some(troubles))
            }
        };
        if troubles.is_some() && rules.settings.maintenance.is_none() {
            self.errors.note_error(arrived.peer.address.ip(), arrived.now);
        }
        let envelope = Envelope {
            command: &known.word,
            about: match &known.zone {
                _ if is_of_several => About::Several,
                Some(zone) => About::Zone(zone),
                None => About::Nothing,
            },
            is_known: known.actor.is_some(),
            machine: MACHINE,
            operation: arrived.operation,
            now: arrived.now,
            took: arrived.begun.elapsed(),
        };
        let fields = envelope.around(told, troubles.as_ref());
        let code = troubles.as_ref().map_or(CARRIED_OUT, Troubles::number);
        (known, code, fields)
    }

    /// The order of checks: whether the service is in order and the address is heard; the command; who asks, and whether that
    /// command may be given; then what the command itself checks.
    async fn carry_out(&self, arrived: &Arrived, wire: Wire, rules: &Rules, known: &mut Known) -> Ended {
        known.hear(&wire);
        known.zone = wire.tld.as_deref().and_then(|tld| self.zone(tld));
        if let Some(reason) = &rules.settings.maintenance {
            return Err(Refusal::new(Outcome::ProtocolOutOfOrder).fact("reason", reason).into());
        }
        let from = arrived.peer.address.ip();
        let heard = self.errors.hear(from, rules.settings.errors, arrived.now);
        heard.map_err(|excess| excess.blocks(from))?;
        let command = find(&wire.command)?;
        let knock = Knock {
            desk: &self.desk,
            lock: &rules.lock,
            peer: arrived.peer,
            operation: arrived.operation,
            now: arrived.now,
        };
        let actor = if command.is_open() { Actor::nobody() } else { knock.admit(&wire).await? };
        known.actor = Some(actor.clone());
        known.command = Some(command);
        let request = Request::new(actor, arrived.operation);
        let call =
            Call { errand: Errand { desk: &self.desk, request }, from, wildcards: &rules.settings.wildcards };
        command.run(&call, wire.params).await
    }

    fn zone(&self, tld: &str) -> Option<Arc<Zone>> {
        let name = DomainName::parse(tld).ok()?;
        self.desk.engine().policies().zone(&name).cloned()
    }

    fn record(&self, arrived: &Arrived, known: &Known, code: u32, (request, answer): (&[u8], &[u8])) {
        let operation = known.command.map(|command| command.operation as usize);
        self.meter.record(operation, code, arrived.begun.elapsed());
        if !self.journal.is_enabled() {
            return;
        }
        let content = match known.form {
            Form::Text | Form::Html => Content::Lines,
            Form::Xml => Content::Xml,
        };
        self.journal.record(&Entry {
            at_millis: self.desk.engine().now().millis(),
            trid: arrived.operation,
            protocol: PROTOCOL,
            peer: arrived.peer.address,
            account: known.actor.as_ref().map(|actor| actor.account.clid.as_str()),
            request: (Content::Parameters, request),
            answer: (content, answer),
            code,
        });
    }
}

/// Why it was not done; of a fault only that it was one, and the rest goes to the log.
fn refusals(arrived: &Arrived, command: &str, failure: Failure) -> Refusals {
    match failure {
        Failure::Refused(refusals) => refusals,
        Failure::Fault(fault) => {
            tracing::error!(%fault, incident = %arrived.operation, "an Enom request failed");
            let incident = Refusal::new(fault.outcome()).fact("incident", arrived.operation);
            incident.fact("command", command.to_uppercase()).into()
        }
    }
}

fn find(name: &str) -> Result<&'static Command, Refusal> {
    if name.is_empty() {
        return Err(missing("Command", Field::Command));
    }
    commands::find(name).ok_or_else(|| Refusal::new(Outcome::CommandUnknown).at(Field::Command).value(name))
}

/// The TLDs of the signs, in their order.
const TLDS: [&str; 11] = ["com", "net", "org", "info", "biz", "us", "ws", "cc", "tv", "bz", "nu"];
const PATH: &str = "/interface.asp";
/// Lines of text go as HTML too, as they always did, with what the client sent in them: a browser that is led here runs
/// nothing of it.
const NOTHING_RUNS: &str = "default-src 'none'; sandbox";
/// In bytes. Some kilobytes are usual; the rest is for lists.
const LONGEST_REQUEST: usize = 1024 * 1024;
/// The protocol's name in metrics and in the journal.
const PROTOCOL: &str = ENOM.name;
/// What the server calls itself in answers.
const MACHINE: &str = "NODE01";
/// The number that stands for a success in metrics and journal; the answer has none.
const CARRIED_OUT: u32 = 100_000;
