//! The server: connections and their sessions.

use std::{ops::Range, sync::Arc, time::Duration};

use edge::{
    Arrival, Connection, Desk, FRAME_DEADLINE, SessionLimits, WRITE_DEADLINE,
    journal::{Entry, Journal},
    metrics::{CommandMeter, LiveCount, Metrics},
    scrub::Content,
};
use engine::{Actor, Outcome, Refusal};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use crate::{
    dialect::Dialect,
    frame,
    session::{Reply, Session},
};

/// How the server behaves.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What it calls itself in the greeting (`svID`, 3 to 64 characters).
    pub server_name: String,
    /// How long a session may be silent.
    pub idle: Duration,
    /// How long a frame may take from its first byte to its last.
    pub frame_deadline: Duration,
    /// How many sessions there may be at once: one count, whoever has a part in it.
    pub sessions: SessionLimits,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            server_name: "Chancery".to_owned(),
            idle: Duration::from_secs(20 * 60),
            frame_deadline: FRAME_DEADLINE,
            sessions: SessionLimits::new(256, 1024),
        }
    }
}

/// A dialect on a listener.
#[derive(Clone)]
pub(crate) struct Service<D: Dialect>(Arc<Inner<D>>);

pub(crate) struct Inner<D: Dialect> {
    pub(crate) dialect: D,
    pub(crate) desk: Desk,
    pub(crate) settings: Settings,
    pub(crate) live: LiveCount,
    /// On whose behalf logins are looked up.
    pub(crate) nobody: Actor,
    meter: CommandMeter,
    journal: Journal,
}

impl<D: Dialect> Service<D> {
    /// A server before a desk.
    pub(crate) fn new(
        dialect: D,
        desk: Desk,
        settings: Settings,
        journal: Journal,
        metrics: &Metrics,
    ) -> Self {
        let protocol = dialect.protocol();
        let operations: Vec<&str> =
            outcomes::Operation::ALL.iter().map(|operation| operation.name()).collect();
        let codes: Vec<u32> = dialect.table().codes.iter().map(|code| code.number).collect();
        Self(Arc::new(Inner {
            live: metrics.sessions(protocol),
            meter: metrics.commands(protocol, &operations, &codes),
            nobody: Actor::nobody(),
            dialect,
            desk,
            settings,
            journal,
        }))
    }
}

impl<D: Dialect> Service<D> {
    /// Speaks with a client until one of both ends it.
    pub(crate) async fn converse(&self, connection: Connection, stop: &CancellationToken) {
        let session = Session::new(self.0.clone(), connection.peer.ip(), connection.certificate);
        Conversation { server: self.0.clone(), connection, session }.run(stop).await;
    }
}

/// A session on its connection.
struct Conversation<D: Dialect> {
    server: Arc<Inner<D>>,
    connection: Connection,
    session: Session<D>,
}

impl<D: Dialect> Conversation<D> {
    async fn run(mut self, stop: &CancellationToken) {
        let greeting = self.session.greet(self.server.desk.engine().new_operation());
        if self.send(&greeting.frame).await.is_err() {
            return;
        }
        while let Some(reply) = self.turn(stop).await {
            if self.send(&reply.frame).await.is_err() {
                return;
            }
            frame::recycle(reply.frame);
            if reply.closes {
                // Gives the session's place back before the goodbye, which may take a while.
                drop(self.session);
                return self.connection.close().await;
            }
        }
    }

    /// Waits for a frame and answers it. `None` when the client is gone.
    async fn turn(&mut self, stop: &CancellationToken) -> Option<Reply> {
        loop {
            match self.connection.wait(self.server.settings.idle, stop).await {
                Ok(Arrival::Bytes) if self.skips_blanks() => {}
                arrival => return self.answer(arrival).await,
            }
        }
    }

    /// Lets go of white space between documents without frames. Whether nothing else waits.
    fn skips_blanks(&mut self) -> bool {
        if !self.server.dialect.takes_unframed() {
            return false;
        }
        let blanks = self.connection.waiting().iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        self.connection.consume(blanks);
        self.connection.waiting().is_empty()
    }

    async fn answer(&mut self, arrival: std::io::Result<Arrival>) -> Option<Reply> {
        match arrival {
            Ok(Arrival::Bytes) => self.answer_frame().await,
            Ok(Arrival::Idle) => Some(self.farewell(Outcome::SessionIdle, self.server.settings.idle)),
            Ok(Arrival::Stopping) => Some(self.session.farewell(Refusal::new(Outcome::ShuttingDown))),
            Ok(Arrival::Ended) | Err(_) => None,
        }
    }

    async fn answer_frame(&mut self) -> Option<Reply> {
        let begun = Instant::now();
        let document = match self.collect(begun + self.server.settings.frame_deadline).await {
            Collected::Document(place) => place,
            Collected::Refused(refusal) => return Some(self.session.farewell(refusal)),
            Collected::TimedOut => {
                return Some(self.farewell(Outcome::FrameTimeout, self.server.settings.frame_deadline));
            }
            Collected::Gone => return None,
        };
        let end = document.end;
        let document = &self.connection.waiting()[document];
        let reply = self.session.answer(document).await;
        let operation = reply.operation.map(|operation| operation as usize);
        self.server.meter.record(operation, reply.code, begun.elapsed());
        if self.server.journal.is_enabled() {
            self.record(document, &reply);
        }
        self.connection.consume(end);
        Some(reply)
    }

    /// Reads until a whole frame waits; nothing is allocated for bytes that have not come.
    async fn collect(&mut self, deadline: Instant) -> Collected {
        if let Err(error) = self.connection.fill_to(frame::HEADER, deadline).await {
            return error.into();
        }
        if self.server.dialect.takes_unframed() && self.connection.waiting().starts_with(b"<") {
            return self.collect_unframed(deadline).await;
        }
        let Some(header) = self.connection.waiting().first_chunk::<{ frame::HEADER }>() else {
            return Collected::Gone;
        };
        let length = match frame::length(*header) {
            Ok(length) => length,
            Err(refusal) => return Collected::Refused(refusal),
        };
        match self.connection.fill_to(length, deadline).await {
            Ok(()) if self.server.dialect.takes_unframed() => {
                Collected::Document(frame::HEADER..frame::true_end(self.connection.waiting(), length))
            }
            Ok(()) => Collected::Document(frame::HEADER..length),
            Err(error) => error.into(),
        }
    }

    /// Reads up to the end of a document that has no frame around it.
    async fn collect_unframed(&mut self, deadline: Instant) -> Collected {
        loop {
            let waiting = self.connection.waiting();
            if let Some(end) = frame::end_of_document(waiting) {
                return Collected::Document(0..end);
            }
            if waiting.len() > frame::LONGEST {
                let refusal = Refusal::new(Outcome::FrameTooLarge).value(waiting.len());
                return Collected::Refused(refusal.fact("limit", frame::LONGEST));
            }
            if let Err(error) = self.connection.fill_more(deadline).await {
                return error.into();
            }
        }
    }

    fn farewell(&self, outcome: Outcome, after: Duration) -> Reply {
        self.session.farewell(Refusal::new(outcome).fact("seconds", after.as_secs()))
    }

    async fn send(&mut self, frame: &[u8]) -> std::io::Result<()> {
        self.connection.send(frame, WRITE_DEADLINE).await
    }

    fn record(&self, request: &[u8], reply: &Reply) {
        // An operation is recognised only in a document that could be read.
        let written_in = if reply.operation.is_some() { Content::SoundXml } else { Content::Xml };
        self.server.journal.record(&Entry {
            at_millis: self.server.desk.engine().now().millis(),
            trid: reply.operation_id,
            protocol: self.server.dialect.protocol(),
            peer: self.connection.peer,
            account: self.session.account(),
            request: (written_in, request),
            // Passwords and authInfo are never written into an answer.
            answer: (Content::Public, &reply.frame[frame::HEADER..]),
            code: reply.code,
        });
    }
}

/// How the reading of a frame ended.
enum Collected {
    /// Where the document stands in what waits.
    Document(Range<usize>),
    Refused(Refusal),
    TimedOut,
    Gone,
}

impl From<std::io::Error> for Collected {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::TimedOut { Self::TimedOut } else { Self::Gone }
    }
}
