//! The HTTP side: from a request to an answer.

use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::body::Body;
use axum::extract::{Extension, RawQuery, State};
use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::response::Response as HttpResponse;
use axum::routing::any;
use edge::http::{BodyError, Peer, form, read_body};
use edge::journal::{Entry, Journal};
use edge::metrics::{CommandMeter, Metrics};
use edge::scrub::Content;
use edge::{Desk, Errand};
use engine::guard::{LockLimits, SessionTerms};
use engine::model::{Instant, OperationId};
use engine::{Actor, Failure, Field, Outcome, Refusal, Refusals, Request};
use outcomes::{Operation as Name, RRP};
use tokio::time::Instant as Stopwatch;

use crate::answer::Ended;
use crate::call::{Call, Rooms, Turn};
use crate::commands::{self, Command};
use crate::entrance::{Entrance, Knock};
use crate::face::Face;
use crate::params::missing;
use crate::request::Wire;
use crate::response::Response;
use crate::rules::{InForce, Rules};

/// How the server behaves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// When an account is locked.
    pub lock: LockLimits,
    /// Requests in error from one address within an hour, after which it is not heard; `None`: it always is.
    pub errors: Option<u32>,
    /// How long sessions stay open, and how many an account may have.
    pub sessions: SessionTerms,
    /// Why nothing is answered at present and until when, in the operator's words; `None` while it is in service.
    pub maintenance: Option<String>,
}

/// RRPproxy and HEXONET behind HTTP.
#[derive(Clone)]
pub struct Server(Arc<Inner>);

struct Inner {
    desk: Desk,
    rules: Rules,
    entrance: Entrance,
    meter: CommandMeter,
    journal: Journal,
}

/// A request that has come.
struct Arrived {
    begun: Stopwatch,
    now: Instant,
    operation: OperationId,
    peer: Peer,
}

/// What became of it, step by step: as much is known when it is refused as was found out by then.
#[derive(Default)]
struct Known {
    command: Option<&'static Command>,
    actor: Option<Actor>,
    client_id: Option<String>,
    /// What was done, where that is not what the command is called after.
    done: Option<Name>,
}

impl Known {
    /// What was done or tried: before it is known who asks, to find that out.
    fn operation(&self) -> Option<Name> {
        let login = self.actor.is_none().then_some(Name::AccountLogin);
        self.done.or(self.command.map(|command| command.operation)).or(login)
    }
}

impl Server {
    /// A server before a desk.
    pub fn new(desk: Desk, settings: Settings, journal: Journal, metrics: &Metrics) -> Self {
        let operations: Vec<&str> =
            outcomes::Operation::ALL.iter().map(|operation| operation.name()).collect();
        let codes: Vec<u32> = outcomes::HEXONET.codes.iter().map(|code| code.number).collect();
        let meter = metrics.commands(PROTOCOL, &operations, &codes);
        let rules = Rules::new(settings);
        Self(Arc::new(Inner { desk, rules, entrance: Entrance::default(), meter, journal }))
    }

    /// How the server behaves now.
    pub fn settings(&self) -> Settings {
        self.0.rules.in_force().settings.clone()
    }

    /// What the door of RRP itself has to keep to as well.
    pub fn rules(&self) -> Rules {
        self.0.rules.clone()
    }

    /// Behaves otherwise from now on. What was counted so far is forgotten.
    pub fn set(&self, settings: Settings) {
        self.0.rules.set(settings);
        self.0.entrance.errors.clear();
    }

    /// Both paths of `/api`, to be merged with what else HTTP serves. Clients of either face use either.
    pub fn router(&self) -> Router {
        let answer = |State(server): State<Self>,
                      Extension(peer): Extension<Peer>,
                      RawQuery(query): RawQuery,
                      body: Body| async move { server.answer(peer, query, body).await };
        let router = PATHS.iter().fold(Router::new(), |router, path| router.route(path, any(answer)));
        router.with_state(self.clone())
    }

    async fn answer(self, peer: Peer, query: Option<String>, body: Body) -> HttpResponse {
        let begun = Stopwatch::now();
        let engine = self.0.desk.engine();
        let arrived = Arrived { begun, now: engine.now(), operation: engine.new_operation(), peer };
        let mut request = query.unwrap_or_default().into_bytes();
        let read = text(body).await.map(|body| {
            request.push(b'&');
            request.extend(body);
        });
        let wire = read.map_err(|refusal| (Face::Cnr, refusal.into())).and_then(|()| wire(&request));
        let (known, face, response) = self.0.respond(&arrived, wire).await;
        let answer = response.write(face, begun.elapsed());
        self.0.record(&arrived, &known, response.code.number, (&request, answer.as_bytes()));
        let mut response = HttpResponse::new(Body::from(answer));
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
        response
    }
}

/// What a body holds.
async fn text(body: Body) -> Result<Vec<u8>, Refusal> {
    let too_large = || Refusal::new(Outcome::RequestTooLarge).fact("limit", LONGEST_REQUEST);
    match read_body(body).await {
        Ok(bytes) if bytes.len() <= LONGEST_REQUEST => Ok(bytes.into()),
        Ok(_) | Err(BodyError::TooLarge) => Err(too_large()),
        Err(BodyError::TooSlow | BodyError::Broken(_)) => {
            Err(Refusal::new(Outcome::RequestMalformed).fact("reason", "its body did not come whole"))
        }
    }
}

fn wire(request: &[u8]) -> Result<Wire, (Face, Refusals)> {
    let pairs = form::pairs(request).map_err(|refusal| (Face::Cnr, refusal.into()))?;
    Wire::read(pairs)
}

impl Inner {
    async fn respond(
        &self,
        arrived: &Arrived,
        wire: Result<Wire, (Face, Refusals)>,
    ) -> (Known, Face, Response) {
        let mut known = Known::default();
        let rules = self.rules.in_force();
        let face = wire.as_ref().map_or_else(|(face, _)| *face, |wire| wire.face);
        let ended = match (&rules.settings.maintenance, wire) {
            (Some(reason), _) => Err(Refusal::new(Outcome::ProtocolOutOfOrder).fact("reason", reason).into()),
            (None, Ok(wire)) => self.carry_out(arrived, wire, &rules, &mut known).await,
            (None, Err((_, refusals))) => Err(refusals.into()),
        };
        let name = known.operation();
        let mut response = match ended {
            Ok(reply) => Response::reply(reply, name.unwrap_or(Name::SessionPing), face),
            Err(Failure::Refused(refusals)) => Response::refusal(&refusals, name, face),
            Err(Failure::Fault(fault)) => {
                tracing::error!(%fault, incident = %arrived.operation, "an RRPproxy request failed");
                let incident = Refusal::new(fault.outcome()).fact("incident", arrived.operation);
                Response::refusal(&incident.into(), name, face)
            }
        };
        response.echo(known.client_id.as_deref(), arrived.operation);
        if !response.code.is_success && rules.settings.maintenance.is_none() {
            self.entrance.errors.note_error(arrived.peer.address.ip(), arrived.now);
        }
        (known, face, response)
    }

    /// The order of checks: whether the address is heard; who asks; the command, whether it may be given, and for which
    /// sub-account; then what the command itself checks.
    async fn carry_out(
        &self,
        arrived: &Arrived,
        mut wire: Wire,
        rules: &InForce,
        known: &mut Known,
    ) -> Ended {
        known.client_id.clone_from(&wire.client_id);
        let (entrance, from) = (&self.entrance, arrived.peer.address.ip());
        let heard = entrance.errors.hear(from, rules.settings.errors, arrived.now);
        heard.map_err(|excess| excess.blocks(from))?;
        let knock = Knock {
            desk: &self.desk,
            lock: &rules.lock,
            peer: arrived.peer,
            operation: arrived.operation,
            now: arrived.now,
        };
        let visitor = entrance.admit(&knock, &wire.connection).await?;
        known.actor = Some(visitor.actor.clone());
        let command = find(&wire.command)?;
        known.command = Some(command);
        command.permit(&visitor.actor)?;
        let visitor = knock.act_for(visitor, command.subuser(&mut wire.params)).await?;
        known.actor = Some(visitor.actor.clone());
        let request =
            Request { client_id: wire.client_id, ..Request::new(visitor.actor.clone(), arrived.operation) };
        let rooms = Rooms { sessions: &entrance.sessions, terms: rules.settings.sessions };
        let errand = Errand { desk: &self.desk, request };
        let (turn, done) = (Turn::Now, OnceLock::new());
        let call = Call { errand, face: wire.face, visitor, from, rooms: Some(rooms), turn, done };
        let ended = commands::job::begin(&call, command, wire.params).await;
        known.done = call.done.get().copied();
        ended
    }

    fn record(&self, arrived: &Arrived, known: &Known, code: u32, (request, answer): (&[u8], &[u8])) {
        let operation = known.command.map(|command| command.operation as usize);
        self.meter.record(operation, code, arrived.begun.elapsed());
        if !self.journal.is_enabled() {
            return;
        }
        self.journal.record(&Entry {
            at_millis: self.desk.engine().now().millis(),
            trid: arrived.operation,
            protocol: PROTOCOL,
            peer: arrived.peer.address,
            account: known.actor.as_ref().map(|actor| actor.account.clid.as_str()),
            request: (Content::Parameters, request),
            answer: (Content::Lines, answer),
            code,
        });
    }
}

fn find(name: &str) -> Result<&'static Command, Refusal> {
    if name.is_empty() {
        return Err(missing("COMMAND", Field::Command));
    }
    commands::find(name).ok_or_else(|| Refusal::new(Outcome::CommandUnknown).at(Field::Command).value(name))
}

const PATHS: [&str; 2] = ["/api/call", "/api/call.cgi"];
/// In bytes. The largest request there is any use for replaces the rows of a large DNS zone.
const LONGEST_REQUEST: usize = 1024 * 1024;
/// The protocol's name in metrics and in the journal.
const PROTOCOL: &str = RRP.name;
