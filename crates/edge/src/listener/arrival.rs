//! From an accepted socket to a connection: PROXY header, TLS handshake, one deadline for both.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use tokio::net::TcpStream;
use tokio::time::{Instant, timeout_at};
use tokio_rustls::TlsAcceptor;

use super::{Handler, Service};
use crate::connection::Connection;
use crate::gate::{Admission, Refused};
use crate::network::canonical;
use crate::proxy::{Proxied, read_header};
use crate::socket::Socket;
use crate::stream::Stream;

impl<H: Handler> Service<H> {
    /// Brings the connection to where its protocol begins, or says why not.
    pub(super) async fn arrive(
        self: &Arc<Self>,
        tcp: TcpStream,
        peer: SocketAddr,
        mut admission: Admission,
    ) -> Result<Connection, Refused> {
        let deadline = Instant::now() + self.handshake_deadline;
        let local = tcp.local_addr().map_err(|_| Refused::Handshake)?;
        let mut socket = Socket::new(tcp).map_err(|_| Refused::Handshake)?;
        let (mut peer, mut local) = (peer, canonical(local));
        if self.is_balancer(peer) {
            match self.proxied(&mut socket, deadline).await? {
                Proxied::Client { source, destination } => {
                    (peer, local) = (source, destination);
                    admission.count_source(peer.ip())?;
                }
                Proxied::Balancer => {}
            }
        }
        let stream = self.secured(socket, deadline).await?;
        Ok(Connection::new(stream, peer, local, admission))
    }

    async fn proxied(&self, socket: &mut Socket, deadline: Instant) -> Result<Proxied, Refused> {
        let read = timeout_at(deadline, read_header(socket)).await;
        read.map_err(io::Error::from).flatten().map_err(|error| {
            tracing::debug!(listener = self.name, %error, "a balancer sent no good PROXY header");
            Refused::ProxyHeader
        })
    }

    async fn secured(&self, socket: Socket, deadline: Instant) -> Result<Stream, Refused> {
        let Some(tls) = &self.tls else { return Ok(Stream::plain(socket)) };
        let handshake = TlsAcceptor::from(tls.current()).accept(socket);
        match timeout_at(deadline, handshake).await {
            Ok(Ok(stream)) => Ok(Stream::tls(stream)),
            Ok(Err(error)) => {
                tracing::debug!(listener = self.name, %error, "a TLS handshake failed");
                Err(Refused::Handshake)
            }
            Err(_) => Err(Refused::HandshakeDeadline),
        }
    }
}
