//! Listening sockets, and the way of a connection from the kernel to its protocol.

mod arrival;

use std::future::Future;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio_util::sync::CancellationToken;

use crate::connection::Connection;
use crate::gate::{Admission, Gate, Refused};
use crate::metrics::{LiveCount, Metrics, RefusedMeter};
use crate::network::{Network, canonical};
use crate::pace::Pace;
use crate::stop::Shutdown;
use crate::tls::Tls;

/// A bound, listening socket.
#[derive(Debug)]
pub struct Listener {
    tcp: TcpListener,
    address: SocketAddr,
}

/// A protocol: what is done with a connection once its handshake is over.
pub trait Handler: Send + Sync + 'static {
    /// Serves one connection to its end. When `stop` is cancelled the command in progress is still answered,
    /// then the connection is closed.
    fn handle(&self, connection: Connection, stop: CancellationToken) -> impl Future<Output = ()> + Send;
}

/// A protocol on a listener, with the conditions under which connections reach it.
#[derive(Debug)]
pub struct Service<H> {
    name: &'static str,
    handler: H,
    gate: Arc<Gate>,
    tls: Option<Tls>,
    balancers: Vec<Network>,
    handshake_deadline: Duration,
    handshakes_per_second: u32,
    connections: LiveCount,
    refused: RefusedMeter,
}

impl Listener {
    /// Binds and listens, with SO_REUSEADDR and a backlog of 4096. Port 0 is any free port. To be called within
    /// the runtime.
    pub fn bind(address: SocketAddr) -> io::Result<Self> {
        let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
        socket.set_reuseaddr(true)?;
        socket.bind(address)?;
        let tcp = socket.listen(BACKLOG)?;
        let address = tcp.local_addr()?;
        Ok(Self { tcp, address })
    }

    /// The address it listens on, with the port that was chosen.
    pub fn local_address(&self) -> SocketAddr {
        self.address
    }

    /// Accepts connections until the end begins, and runs each in a task of its own that the end waits for.
    pub async fn serve<H: Handler>(self, service: Service<H>, shutdown: Shutdown) {
        let stop = shutdown.token();
        let mut pace = Pace::new(if service.tls.is_some() { service.handshakes_per_second } else { 0 });
        let service = Arc::new(service);
        loop {
            let accepted = tokio::select! {
                biased;
                () = stop.cancelled() => return,
                accepted = self.tcp.accept() => accepted,
            };
            match accepted {
                Ok((tcp, peer)) => service.accepted(tcp, canonical(peer), &mut pace, &shutdown).await,
                Err(error) => survive(service.name, &error).await,
            }
        }
    }
}

impl<H: Handler> Service<H> {
    /// A protocol without TLS or balancers. `name` is the listener's in metrics and logs.
    pub fn new(name: &'static str, handler: H, gate: Arc<Gate>, metrics: &Metrics) -> Self {
        Self {
            name,
            handler,
            gate,
            tls: None,
            balancers: Vec::new(),
            handshake_deadline: HANDSHAKE_DEADLINE,
            handshakes_per_second: HANDSHAKES_PER_SECOND,
            connections: metrics.connections(name),
            refused: metrics.refused(name),
        }
    }

    /// With TLS.
    #[must_use]
    pub fn with_tls(self, tls: Tls) -> Self {
        Self { tls: Some(tls), ..self }
    }

    /// Behind these balancers: they must begin each connection with a PROXY header (version 1 or 2). From any
    /// other peer such a header is bytes like all others.
    #[must_use]
    pub fn behind(self, balancers: Vec<Network>) -> Self {
        Self { balancers, ..self }
    }

    /// Allows this long for the PROXY header and the TLS handshake together. 10 seconds unless set.
    #[must_use]
    pub fn handshake_deadline(self, handshake_deadline: Duration) -> Self {
        Self { handshake_deadline, ..self }
    }

    /// Starts at most so many TLS handshakes per second, 0 for no limit; the rest wait in the backlog. Otherwise
    /// a flood of handshakes would take the whole machine from the sessions that are logged in. 2,000 unless set.
    #[must_use]
    pub fn handshakes_per_second(self, handshakes_per_second: u32) -> Self {
        Self { handshakes_per_second, ..self }
    }

    async fn accepted(
        self: &Arc<Self>,
        tcp: TcpStream,
        peer: SocketAddr,
        pace: &mut Pace,
        shutdown: &Shutdown,
    ) {
        match self.admit(peer) {
            Ok(admission) => {
                pace.pass().await;
                let stop = shutdown.token();
                shutdown.spawn(Arc::clone(self).run(tcp, peer, admission, stop));
            }
            Err(reason) => self.refused.count(reason),
        }
    }

    /// A balancer's connections count for the clients it speaks for, which are not known yet.
    fn admit(&self, peer: SocketAddr) -> Result<Admission, Refused> {
        let mut admission = self.gate.enter()?;
        if !self.is_balancer(peer) {
            admission.count_source(peer.ip())?;
        }
        Ok(admission)
    }

    async fn run(
        self: Arc<Self>,
        tcp: TcpStream,
        peer: SocketAddr,
        admission: Admission,
        stop: CancellationToken,
    ) {
        let _live = self.connections.enter();
        // Boxed, so that the handshake's memory is gone once the session begins.
        let arriving = Box::pin(self.arrive(tcp, peer, admission));
        let arrived = tokio::select! {
            biased;
            () = stop.cancelled() => return,
            arrived = arriving => arrived,
        };
        match arrived {
            Ok(connection) => self.handler.handle(connection, stop).await,
            Err(reason) => self.refused.count(reason),
        }
    }

    fn is_balancer(&self, peer: SocketAddr) -> bool {
        self.balancers.iter().any(|network| network.contains(peer.ip()))
    }
}

/// What to do when accepting fails. A connection that was gone before it was accepted concerns nobody; anything
/// else, mostly too many open files, passes when connections end, and asking again at once would only burn time.
async fn survive(listener: &'static str, error: &io::Error) {
    if matches!(error.kind(), ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset) {
        return;
    }
    tracing::warn!(listener, %error, "connections cannot be accepted for now");
    tokio::time::sleep(ACCEPT_PAUSE).await;
}

const BACKLOG: u32 = 4096;
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);
const HANDSHAKE_DEADLINE: Duration = Duration::from_secs(10);
/// About a third of what two cores can do.
const HANDSHAKES_PER_SECOND: u32 = 2_000;
