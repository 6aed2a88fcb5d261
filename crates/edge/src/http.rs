//! HTTP/1.1 over the same listeners, TLS and limits as the session protocols.
//!
//! Headers that name a client, such as `X-Forwarded-For`, are never looked at: the address in [`Peer`] is that of
//! the socket, or of a listed balancer's PROXY header.

mod body;
pub mod form;
mod housekeeping;
mod patience;

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::pin;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio_util::sync::CancellationToken;

pub use body::{BodyError, read_body};
pub use housekeeping::housekeeping;

use crate::connection::Connection;
use crate::fingerprint::Fingerprint;
use crate::listener::Handler;
use crate::stream::TlsFacts;
use body::BoundedBody;
use patience::Patience;

/// A router as a protocol of a listener.
#[derive(Clone, Debug)]
pub struct Http {
    router: Router,
    limits: HttpLimits,
}

/// What an HTTP client may ask of the server before it is told no.
#[derive(Clone, Copy, Debug)]
pub struct HttpLimits {
    /// The most bytes of a request line with its headers; at least 8192.
    pub head_bytes: usize,
    /// The most headers.
    pub headers: usize,
    /// How long a head may take, and how long a kept connection may be idle.
    pub head_deadline: Duration,
    /// The most bytes of a body.
    pub body_bytes: u64,
    /// How long a body may take from the end of its head.
    pub body_deadline: Duration,
    /// How long a client may take none of an answer.
    pub write_deadline: Duration,
}

/// Who sent a request. In the extensions of every request: `Extension<Peer>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer {
    /// The client's address.
    pub address: SocketAddr,
    /// The address the client connected to.
    pub local: SocketAddr,
    /// What TLS agreed on, `None` for plain HTTP.
    pub tls: Option<TlsFacts>,
    /// The client's certificate, where the listener asks for one.
    pub certificate: Option<Fingerprint>,
}

impl Http {
    /// Serves this router.
    pub fn new(router: Router, limits: HttpLimits) -> Self {
        Self { router, limits }
    }

    fn builder(&self) -> http1::Builder {
        let mut builder = http1::Builder::new();
        builder
            .timer(TokioTimer::new())
            .header_read_timeout(self.limits.head_deadline)
            .max_buf_size(self.limits.head_bytes.max(LEAST_HEAD))
            .max_headers(self.limits.headers)
            .half_close(true);
        builder
    }

    async fn answer(&self, request: Request<Incoming>, peer: Peer) -> Result<Response<Body>, Infallible> {
        let limits = &self.limits;
        let mut request =
            request.map(|body| Body::new(BoundedBody::new(body, limits.body_bytes, limits.body_deadline)));
        request.extensions_mut().insert(peer);
        TowerToHyperService::new(self.router.clone()).call(request).await
    }
}

impl Handler for Http {
    async fn handle(&self, connection: Connection, stop: CancellationToken) {
        let peer = Peer::of(&connection);
        let (stream, _admission) = connection.into_stream();
        let io = TokioIo::new(Patience::new(stream, self.limits.write_deadline));
        let service = service_fn(|request| self.answer(request, peer));
        let mut serving = pin!(self.builder().serve_connection(io, service));
        let ended = tokio::select! {
            biased;
            ended = serving.as_mut() => ended,
            () = stop.cancelled() => {
                serving.as_mut().graceful_shutdown();
                serving.await
            }
        };
        if let Err(error) = ended {
            tracing::debug!(%error, peer = %peer.address, "an HTTP connection ended badly");
        }
    }
}

impl Peer {
    fn of(connection: &Connection) -> Self {
        let Connection { peer: address, local, tls, certificate, .. } = *connection;
        Self { address, local, tls, certificate }
    }
}

impl Default for HttpLimits {
    /// 16 KiB and 64 headers in 30 seconds, 1 MiB of body in 30 more, 30 for the client to take its answer.
    fn default() -> Self {
        let half_a_minute = Duration::from_secs(30);
        Self {
            head_bytes: 16 * 1024,
            headers: 64,
            head_deadline: half_a_minute,
            body_bytes: 1024 * 1024,
            body_deadline: half_a_minute,
            write_deadline: half_a_minute,
        }
    }
}

/// The least that the HTTP library takes.
const LEAST_HEAD: usize = 8192;
