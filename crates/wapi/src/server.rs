//! The HTTP side: from a body to an answer.

use std::sync::Arc;

use arc_swap::ArcSwap;
use axum::Router;
use axum::body::Body;
use axum::extract::{Extension, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderValue, Method};
use axum::response::Response as HttpResponse;
use axum::routing::any;
use edge::Desk;
use edge::http::{BodyError, Peer, read_body};
use edge::journal::{Entry, Journal};
use edge::metrics::{CommandMeter, Metrics};
use edge::scrub::Content;
use engine::guard::{RequestGuard, RequestLimits};
use engine::model::{Instant, OperationId, Realm, Secret};
use engine::ops::account::{Attempt, Claim, Second};
use engine::ports::Clock;
use engine::{Actor, Failure, Field, Manner, Outcome, Refusal, Refusals, Request};
use outcomes::{Operation as Name, WAPI};
use tokio::time::Instant as Stopwatch;

use crate::Call;
use crate::commands::{self, Command};
use crate::envelope::{Echo, Envelope};
use crate::form;
use crate::format::Format;
use crate::params::Params;
use crate::response::{Head, Response};
use crate::token;

/// How the server behaves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// How much clients may ask.
    pub limits: RequestLimits,
    /// Commands that are switched off, by their names on the wire.
    pub disabled: Vec<String>,
    /// Why nothing is answered at present and until when, in the operator's words; `None` while WAPI is in service.
    pub maintenance: Option<String>,
}

/// WAPI behind HTTP.
#[derive(Clone)]
pub struct Server(Arc<Inner>);

struct Inner {
    desk: Desk,
    wall: Arc<dyn Clock>,
    settings: ArcSwap<Settings>,
    guard: RequestGuard,
    meter: CommandMeter,
    journal: Journal,
}

/// A request that has come.
struct Arrived {
    format: Format,
    begun: Stopwatch,
    now: Instant,
    operation: OperationId,
    peer: Peer,
}

/// What became of it, step by step: as much is known when it is refused as was found out by then.
#[derive(Default)]
struct Known {
    echo: Echo,
    rehearsal: bool,
    command: Option<&'static Command>,
    actor: Option<Actor>,
}

impl Known {
    /// What was done or tried: before it is known who asks, to find that out.
    fn operation(&self) -> Option<Name> {
        let login = self.actor.is_none().then_some(Name::AccountLogin);
        self.command.map(|command| command.operation).or(login)
    }
}

impl Server {
    /// A server before a desk. Clients make their tokens by the clock on the wall, whatever the engine's is set to.
    pub fn new(
        desk: Desk,
        wall: Arc<dyn Clock>,
        settings: Settings,
        journal: Journal,
        metrics: &Metrics,
    ) -> Self {
        let operations: Vec<&str> =
            outcomes::Operation::ALL.iter().map(|operation| operation.name()).collect();
        let codes: Vec<u32> = WAPI.codes.iter().map(|code| code.number).collect();
        let meter = metrics.commands(PROTOCOL, &operations, &codes);
        let (settings, guard) = (ArcSwap::from_pointee(settings), RequestGuard::default());
        Self(Arc::new(Inner { desk, wall, settings, guard, meter, journal }))
    }

    /// How the server behaves now.
    pub fn settings(&self) -> Settings {
        self.0.settings.load().as_ref().clone()
    }

    /// Behaves otherwise from now on. What was counted so far is forgotten.
    pub fn set(&self, settings: Settings) {
        self.0.settings.store(Arc::new(settings));
        self.0.guard.clear();
    }

    /// Everything under `/wapi`, to be merged with what else HTTP serves.
    pub fn router(&self) -> Router {
        let mut router = Router::new();
        for format in Format::ALL {
            let path = format!("/wapi/{}", format.name());
            let answer = move |State(server): State<Self>,
                               Extension(peer): Extension<Peer>,
                               method: Method,
                               headers: HeaderMap,
                               body: Body| async move {
                server.answer(format, peer, (method, headers, body)).await
            };
            router = router.route(&path, any(answer)).route(&format!("{path}/"), any(answer));
        }
        router.with_state(self.clone())
    }

    async fn answer(
        self,
        format: Format,
        peer: Peer,
        (method, headers, body): (Method, HeaderMap, Body),
    ) -> HttpResponse {
        let begun = Stopwatch::now();
        let media_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let read = match method {
            Method::POST => text(media_type, body).await,
            // What is no post holds no form.
            _ => Err(form::empty()),
        };
        let engine = self.0.desk.engine();
        let arrived = Arrived { format, begun, now: engine.now(), operation: engine.new_operation(), peer };
        let request = read.clone().unwrap_or_default();
        let (known, response) = self.0.respond(&arrived, read).await;
        let answer = format.write("response", &response.tree);
        self.0.record(&arrived, &known, response.code, &request, &answer);
        let mut response = HttpResponse::new(Body::from(answer));
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(format.media_type()));
        response
    }
}

/// The document in a body.
async fn text(media_type: &str, body: Body) -> Result<Vec<u8>, Refusal> {
    match read_body(body).await {
        Ok(bytes) => form::request(media_type, bytes).await,
        Err(BodyError::TooLarge) => Err(too_large()),
        Err(BodyError::TooSlow | BodyError::Broken(_)) => Err(form::empty()),
    }
}

fn too_large() -> Refusal {
    Refusal::new(Outcome::RequestTooLarge).fact("limit", LONGEST_REQUEST)
}

impl Inner {
    /// Answers. Whatever ends in an error counts against the address it came from, unless it is none of the client's.
    async fn respond(&self, arrived: &Arrived, read: Result<Vec<u8>, Refusal>) -> (Known, Response) {
        let mut known = Known::default();
        let settings = self.settings.load_full();
        let ended = match &settings.maintenance {
            Some(reason) => Err(Refusal::new(Outcome::ProtocolOutOfOrder).fact("reason", reason).into()),
            None => self.carry_out(arrived, read, &settings, &mut known).await,
        };
        let name = known.operation();
        let head = Head {
            at: arrived.now,
            operation: arrived.operation,
            echo: &known.echo,
            rehearsal: known.rehearsal,
        };
        let response = match ended {
            Ok(reply) => head.reply(reply, name.unwrap_or(Name::SessionPing)),
            Err(Failure::Refused(refusals)) => head.refusal(&refusals, name),
            Err(Failure::Fault(fault)) => {
                tracing::error!(%fault, incident = %arrived.operation, "a WAPI request failed");
                let incident = Refusal::new(fault.outcome()).fact("incident", arrived.operation);
                head.refusal(&Refusals::from(incident), name)
            }
        };
        let is_success = WAPI.code(response.code).is_some_and(|code| code.is_success);
        if !is_success && settings.maintenance.is_none() {
            self.guard.note_error(arrived.peer.address.ip(), arrived.now);
        }
        (known, response)
    }

    /// The order of checks: whether the address is heard; the document; the envelope; who asks; how often; the command;
    /// then what the command itself checks.
    async fn carry_out(
        &self,
        arrived: &Arrived,
        read: Result<Vec<u8>, Refusal>,
        settings: &Settings,
        known: &mut Known,
    ) -> crate::answer::Ended {
        let from = arrived.peer.address.ip();
        self.guard.hear(from, settings.limits.errors, arrived.now).map_err(|excess| excess.blocks(from))?;
        let document = document(read?)?;
        let root = arrived.format.read(&document, "request")?;
        known.echo = Echo::of(&root);
        let envelope = Envelope::read(&root)?;
        known.rehearsal = envelope.rehearsal;

        let actor = self.authenticate(arrived, &envelope).await?;
        known.actor = Some(actor.clone());
        let most = actor
            .account
            .max_requests
            .or(settings.limits.requests)
            .filter(|_| settings.limits.requests.is_some());
        self.guard.request(actor.id(), most, arrived.now).map_err(|excess| {
            Refusal::new(Outcome::RequestsOverLimit)
                .fact("limit", excess.count)
                .fact("seconds", excess.seconds)
        })?;

        let command = commands::find(&envelope.command).ok_or_else(|| {
            Refusal::new(Outcome::CommandUnknown).at(Field::Command).value(&envelope.command)
        })?;
        known.command = Some(command);
        self.admit(command, &actor, settings, arrived.now)?;
        let manner = Manner { rehearsal: envelope.rehearsal, form: Some(arrived.format.notices()) };
        let request = Request { actor, operation: arrived.operation, client_id: envelope.client_id, manner };
        command.run(&Call { desk: &self.desk, request }, Params::new(envelope.data)).await
    }

    /// Whether the command may be asked for, and may be again.
    fn admit(
        &self,
        command: &Command,
        actor: &Actor,
        settings: &Settings,
        now: Instant,
    ) -> Result<(), Refusal> {
        if settings.disabled.iter().any(|name| name == command.name) {
            return Err(Refusal::new(Outcome::CommandDisabled).at(Field::Command).value(command.name));
        }
        if !command.asks_availability {
            return Ok(());
        }
        self.guard.question(actor.id(), settings.limits.questions, now).map_err(|excess| {
            let refusal = Refusal::new(Outcome::AvailabilityOverLimit).fact("limit", excess.count);
            refusal.fact("seconds", excess.seconds)
        })
    }

    async fn authenticate(&self, arrived: &Arrived, envelope: &Envelope) -> Result<Actor, Failure> {
        let (user, token) = (envelope.user.clone(), envelope.token.clone());
        let moments = [arrived.now, self.wall.now()];
        let claim = move |secret: &Secret| token::fits(token.expose(), &user, secret, &moments);
        let attempt = Attempt {
            realm: Realm::Wapi,
            login: envelope.user.clone(),
            claim: Claim::Token(Arc::new(claim)),
            second: Second::Nothing,
            from: arrived.peer.address.ip(),
            certificate: arrived.peer.certificate.map(|fingerprint| fingerprint.to_string()),
        };
        self.desk.log_in(Request::new(Actor::nobody(), arrived.operation), attempt).await
    }

    fn record(&self, arrived: &Arrived, known: &Known, code: u32, request: &[u8], answer: &[u8]) {
        let operation = known.command.map(|command| command.operation as usize);
        self.meter.record(operation, code, arrived.begun.elapsed());
        if !self.journal.is_enabled() {
            return;
        }
        let content = match arrived.format {
            Format::Json => Content::Json,
            Format::Xml => Content::Xml,
        };
        self.journal.record(&Entry {
            at_millis: self.desk.engine().now().millis(),
            trid: arrived.operation,
            protocol: PROTOCOL,
            peer: arrived.peer.address,
            account: known.actor.as_ref().map(|actor| actor.account.clid.as_str()),
            request: (content, request),
            // No secret is ever written into an answer.
            answer: (Content::Public, answer),
            code,
        });
    }
}

/// A request is a text within bounds.
fn document(bytes: Vec<u8>) -> Result<String, Refusal> {
    if bytes.len() > LONGEST_REQUEST {
        return Err(too_large());
    }
    String::from_utf8(bytes).map_err(|error| {
        Refusal::new(Outcome::RequestNotUtf8).fact("offset", error.utf8_error().valid_up_to())
    })
}

/// In bytes. The largest request there is any use for is a zone's worth of addresses.
const LONGEST_REQUEST: usize = 256 * 1024;
/// The protocol's name in metrics and in the journal.
const PROTOCOL: &str = "wapi";
