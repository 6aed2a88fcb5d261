//! The server: connections and their sessions.

use std::io::ErrorKind;
use std::sync::Arc;
use std::time::Duration;

use edge::journal::{Entry, Journal};
use edge::metrics::{CommandMeter, LiveCount, Metrics};
use edge::scrub::Content;
use edge::{Arrival, Connection, Desk, Handler, SessionLimits, WRITE_DEADLINE};
use engine::{Outcome, Refusal};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::answer;
use super::message;
use super::session::{Said, Session};
use crate::rules::Rules;

/// How the server behaves.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What it calls itself in its greeting.
    pub server_name: String,
    /// How long a session may be silent.
    pub idle: Duration,
    /// How long a request may take from its first byte to its last.
    pub request_deadline: Duration,
    /// How many sessions there may be at once: one count, whoever has a part in it.
    pub sessions: SessionLimits,
}

/// RRP on a listener.
#[derive(Clone)]
pub struct Server(Arc<Inner>);

pub(super) struct Inner {
    pub(super) desk: Desk,
    pub(super) settings: Settings,
    pub(super) live: LiveCount,
    pub(super) rules: Rules,
    meter: CommandMeter,
    journal: Journal,
}

impl Server {
    /// A server before a desk, which keeps to the rules of that behind HTTP.
    pub fn new(desk: Desk, settings: Settings, rules: Rules, journal: Journal, metrics: &Metrics) -> Self {
        let operations: Vec<&str> =
            outcomes::Operation::ALL.iter().map(|operation| operation.name()).collect();
        let codes: Vec<u32> = outcomes::RRP.codes.iter().map(|code| code.number).collect();
        Self(Arc::new(Inner {
            live: metrics.sessions(PROTOCOL),
            rules,
            meter: metrics.commands(PROTOCOL, &operations, &codes),
            desk,
            settings,
            journal,
        }))
    }
}

impl Handler for Server {
    async fn handle(&self, connection: Connection, stop: CancellationToken) {
        let session = Session::new(self.0.clone(), connection.peer.ip(), connection.certificate);
        Conversation { server: self.0.clone(), connection, session }.run(&stop).await;
    }
}

/// A session on its connection.
struct Conversation {
    server: Arc<Inner>,
    connection: Connection,
    session: Session,
}

impl Conversation {
    async fn run(mut self, stop: &CancellationToken) {
        let now = self.server.desk.engine().now();
        let greeting = answer::greeting(&self.server.settings.server_name, now);
        if self.send(&greeting).await.is_err() {
            return;
        }
        while let Some(said) = self.turn(stop).await {
            if self.send(&said.text).await.is_err() {
                return;
            }
            if said.closes {
                // Gives the session's place back before the goodbye, which may take a while.
                drop(self.session);
                return self.connection.close().await;
            }
        }
    }

    /// Waits for a request and answers it. `None` when the client is gone.
    async fn turn(&mut self, stop: &CancellationToken) -> Option<Said> {
        let idle = self.server.settings.idle;
        match self.connection.wait(idle, stop).await {
            Ok(Arrival::Bytes) => self.answer_request().await,
            Ok(Arrival::Idle) => Some(self.too_slow(idle)),
            Ok(Arrival::Stopping) => Some(self.session.farewell(Refusal::new(Outcome::ShuttingDown))),
            Ok(Arrival::Ended) | Err(_) => None,
        }
    }

    async fn answer_request(&mut self) -> Option<Said> {
        let begun = Instant::now();
        let length = match self.whole_request(begun).await {
            Ok(length) => length,
            Err(last_word) => return last_word,
        };
        let request = &self.connection.waiting()[..length];
        let said = self.session.answer(request).await;
        let operation = said.operation.map(|operation| operation as usize);
        self.server.meter.record(operation, said.code, begun.elapsed());
        if self.server.journal.is_enabled() {
            self.record(request, &said);
        }
        self.connection.consume(length);
        Some(said)
    }

    /// Waits until a request is there as a whole, and tells its length; otherwise what there is to say before the end.
    async fn whole_request(&mut self, begun: Instant) -> Result<usize, Option<Said>> {
        let span = self.server.settings.request_deadline;
        loop {
            let waiting = self.connection.waiting();
            let length = message::length(waiting);
            if length.unwrap_or(waiting.len()) > LONGEST_REQUEST {
                let refusal = Refusal::new(Outcome::RequestTooLarge).fact("limit", LONGEST_REQUEST);
                return Err(Some(self.session.farewell(refusal)));
            }
            if let Some(length) = length {
                return Ok(length);
            }
            match self.connection.fill_more(begun + span).await {
                Ok(()) => {}
                Err(error) if error.kind() == ErrorKind::TimedOut => return Err(Some(self.too_slow(span))),
                Err(_) => return Err(None),
            }
        }
    }

    fn too_slow(&self, span: Duration) -> Said {
        self.session.farewell(Refusal::new(Outcome::SessionIdle).fact("seconds", span.as_secs()))
    }

    async fn send(&mut self, text: &str) -> std::io::Result<()> {
        self.connection.send(text.as_bytes(), WRITE_DEADLINE).await
    }

    fn record(&self, request: &[u8], said: &Said) {
        self.server.journal.record(&Entry {
            at_millis: self.server.desk.engine().now().millis(),
            trid: said.operation_id,
            protocol: PROTOCOL,
            peer: self.connection.peer,
            account: self.session.account(),
            request: (Content::Lines, request),
            answer: (Content::Lines, said.text.as_bytes()),
            code: said.code,
        });
    }
}

/// In bytes: thirteen name servers and more.
const LONGEST_REQUEST: usize = 16 * 1024;
/// The protocol's name in metrics and in the journal.
const PROTOCOL: &str = "rrp-stream";
