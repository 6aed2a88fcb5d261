//! A session and its state (RFC 5730 section 2.3).
//!
//! ```text
//!   connect ──> greeting ──> waiting for login ──login──> open ──logout──> closed
//!                                 │   ^   │                 │
//!                                 └hello──┘                 └── commands, hello
//! ```
//!
//! A login that fails leaves the session waiting; the third ends it. A fault that makes further answers unreliable,
//! a time-out and the server's end close it from any state.

mod read;
mod sign_on;
mod unreadable;

use std::sync::Arc;

use edge::{Fingerprint, SessionGuard, metrics::Live};
use engine::{Actor, Done, Failure, Outcome, Refusal, Refusals, Request as Ids, model::OperationId};
use outcomes::Operation as Name;

use crate::{
    dialect::{About, Dialect},
    response::{Response, Transaction},
    server::Inner,
};
use read::Request;

/// A session on a connection.
pub(crate) struct Session<D: Dialect> {
    server: Arc<Inner<D>>,
    from: std::net::IpAddr,
    certificate: Option<Fingerprint>,
    state: State<D::Services>,
}

enum State<S> {
    /// Not logged in yet.
    Waiting {
        /// Logins that failed on this connection.
        failures: u32,
    },
    /// Logged in.
    Open(Box<Open<S>>),
}

struct Open<S> {
    actor: Actor,
    services: S,
    _place: SessionGuard,
    _live: Live,
}

/// What to send, and what to do then.
pub(crate) struct Reply {
    /// The frame, header included.
    pub(crate) frame: Vec<u8>,
    /// The operation, for metrics, if it was recognised.
    pub(crate) operation: Option<Name>,
    /// The result code, 0 for a greeting.
    pub(crate) code: u32,
    /// Whether the connection closes afterwards.
    pub(crate) closes: bool,
    /// The server's id of the transaction.
    pub(crate) operation_id: OperationId,
}

impl<S> Open<S> {
    fn clid(&self) -> &str {
        self.actor.account.clid.as_str()
    }
}

impl<D: Dialect> Session<D> {
    /// A session that waits for a login.
    pub(crate) fn new(
        server: Arc<Inner<D>>,
        from: std::net::IpAddr,
        certificate: Option<Fingerprint>,
    ) -> Self {
        Self { server, from, certificate, state: State::Waiting { failures: 0 } }
    }

    /// The identifier of the account that is logged in.
    pub(crate) fn account(&self) -> Option<&str> {
        match &self.state {
            State::Waiting { .. } => None,
            State::Open(open) => Some(open.clid()),
        }
    }

    /// Answers a document.
    pub(crate) async fn answer(&mut self, document: &[u8]) -> Reply {
        let operation_id = self.server.desk.engine().new_operation();
        let incoming = read::read(document, &self.server.dialect, self.services());
        let client = incoming.client_id.as_deref();
        let ids = Transaction { client, server: operation_id };
        let about = &incoming.about;
        let request = match incoming.request {
            Ok(request) => request,
            Err(refusals) => {
                let response = self.server.dialect.refusal(&refusals, about, self.services(), ids);
                return reply(response, about.operation, operation_id);
            }
        };

        if let Request::Hello = request {
            return self.greet(operation_id);
        }
        let end = match self.out_of_turn(&request) {
            Some(refusal) => Err(refusal.into()),
            None => self.carry_out(request, operation_id, client).await,
        };
        let response = match &end {
            Ok(done) => self.server.dialect.success(done, about, self.services(), ids),
            Err(failure) => self.failure(failure, about, ids),
        };
        reply(response, about.operation, operation_id)
    }

    /// The greeting, at the start and to every hello.
    pub(crate) fn greet(&self, operation_id: OperationId) -> Reply {
        let now = self.server.desk.engine().now();
        let frame = self.server.dialect.greeting(&self.server.settings.server_name, now);
        Reply { frame, operation: Some(Name::SessionHello), code: 0, closes: false, operation_id }
    }

    /// The last word before the connection is closed for a reason that is not an answer to a document.
    pub(crate) fn farewell(&self, refusal: Refusal) -> Reply {
        let operation_id = self.server.desk.engine().new_operation();
        let ids = Transaction { client: None, server: operation_id };
        let refusals = Refusals::from(refusal);
        let response = self.server.dialect.refusal(&refusals, &About::default(), self.services(), ids);
        let mut reply = reply(response, None, operation_id);
        reply.closes = true;
        reply
    }

    fn services(&self) -> Option<&D::Services> {
        match &self.state {
            State::Waiting { .. } => None,
            State::Open(open) => Some(&open.services),
        }
    }

    /// Before the login only a login is in its turn, and after it no second one.
    fn out_of_turn(&self, request: &Request<D>) -> Option<Refusal> {
        match (&self.state, request) {
            (State::Waiting { .. }, Request::Login(_)) => None,
            (State::Waiting { .. }, _) => Some(Refusal::new(Outcome::LoginRequired)),
            (State::Open(open), Request::Login(_)) => {
                Some(Refusal::new(Outcome::AlreadyLoggedIn).fact("account", open.clid()))
            }
            (State::Open(_), _) => None,
        }
    }

    async fn carry_out(
        &mut self,
        request: Request<D>,
        operation: OperationId,
        client: Option<&str>,
    ) -> Result<Done<D::Answer>, Failure> {
        let client_id = client.map(str::to_owned);
        match request {
            Request::Login(login) => self.log_in(*login, operation, client_id).await,
            Request::Logout => Ok(Done::new(Outcome::LoggedOut, self.server.dialect.logged_out())),
            Request::Hello => Err(Outcome::LoginRequired.into()),
            Request::Command(request) => match &self.state {
                State::Open(open) => {
                    let ids = Ids { client_id, ..Ids::new(open.actor.clone(), operation) };
                    self.server.dialect.carry_out(&self.server.desk, ids, request).await
                }
                State::Waiting { .. } => Err(Outcome::LoginRequired.into()),
            },
        }
    }

    fn failure(&self, failure: &Failure, about: &About<D::Subject>, ids: Transaction<'_>) -> Response {
        let (dialect, services) = (&self.server.dialect, self.services());
        match failure {
            Failure::Refused(refusals) => dialect.refusal(refusals, about, services, ids),
            Failure::Fault(fault) => {
                let operation = about.operation.map_or("none", Name::name);
                tracing::error!(incident = %ids.server, operation, account = ?self.account(), %fault, "a command failed");
                let incident = Refusal::new(fault.outcome()).fact("incident", ids.server);
                dialect.refusal(&incident.into(), about, services, ids)
            }
        }
    }
}

fn reply(response: Response, operation: Option<Name>, operation_id: OperationId) -> Reply {
    Reply {
        frame: response.frame,
        operation,
        code: response.code.number,
        closes: response.code.closes,
        operation_id,
    }
}
