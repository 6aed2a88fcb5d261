//! An EPP connection of the load generator: as little as will do.

use std::io::{self, ErrorKind};
use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use memchr::memmem;
use rustls::client::Resumption;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use super::draft::HEADER;
use super::inbox::Inbox;

/// Where to connect, and whom to trust there.
#[derive(Clone)]
pub(super) struct Target {
    address: SocketAddr,
    name: ServerName<'static>,
    connector: TlsConnector,
}

/// An open connection.
pub(super) struct Session {
    stream: TlsStream<TcpStream>,
    inbox: Inbox,
}

/// How a client hands its frames to the kernel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// Each in one piece, without delay.
    Whole,
    /// The length apart from the document, Nagle's algorithm on: how many a client library does it.
    Apart,
}

impl Target {
    /// A server at an address whose certificate is for `name` and signed by the authority in `ca_file`. Sessions
    /// are never resumed, so every connection pays for a whole handshake.
    ///
    /// # Errors
    /// The file cannot be read, or holds no certificate; the name is none.
    pub(super) fn new(address: SocketAddr, name: &str, ca_file: &Path) -> anyhow::Result<Self> {
        let pem = std::fs::read(ca_file).with_context(|| ca_file.display().to_string())?;
        let mut roots = RootCertStore::empty();
        for certificate in CertificateDer::pem_slice_iter(&pem) {
            roots.add(certificate.with_context(|| ca_file.display().to_string())?)?;
        }
        let builder = ClientConfig::builder_with_provider(edge::tls::provider());
        let mut config = builder
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        config.resumption = Resumption::disabled();
        let name = ServerName::try_from(name.to_owned()).context("the server's name")?;
        Ok(Self { address, name, connector: TlsConnector::from(Arc::new(config)) })
    }

    /// Whether the server is on this machine, on an address of which there are many.
    pub(super) fn is_loopback(&self) -> bool {
        matches!(self.address.ip(), IpAddr::V4(address) if address.is_loopback())
    }

    async fn dial(&self, source: Option<IpAddr>) -> io::Result<TcpStream> {
        let socket = if self.address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
        if let Some(source) = source {
            socket.bind((source, 0).into())?;
        }
        socket.connect(self.address).await
    }
}

impl Session {
    /// Connects and shakes hands. `source` is the address to come from, if it matters.
    ///
    /// # Errors
    /// The connection or the handshake failed, or took longer than ten seconds.
    pub(super) async fn connect(
        target: &Target,
        writing: Writing,
        source: Option<IpAddr>,
    ) -> io::Result<Self> {
        let connecting = async {
            let tcp = target.dial(source).await?;
            tcp.set_nodelay(writing == Writing::Whole)?;
            let stream = target.connector.connect(target.name.clone(), tcp).await?;
            Ok(Self { stream, inbox: Inbox::default() })
        };
        timeout(PATIENCE, connecting).await.unwrap_or_else(|_| Err(ErrorKind::TimedOut.into()))
    }

    /// Connects, hears the greeting and logs in.
    ///
    /// # Errors
    /// Those of [`connect`](Self::connect); the server refused the login.
    pub(super) async fn enter(
        target: &Target,
        writing: Writing,
        source: Option<IpAddr>,
        login: &[u8],
    ) -> io::Result<Self> {
        let mut session = Self::connect(target, writing, source).await?;
        let entering = async {
            session.inbox.next(&mut session.stream).await?;
            session.exchange(login).await
        };
        match timeout(PATIENCE, entering).await {
            Ok(Ok(OK)) => Ok(session),
            Ok(Ok(code)) => Err(io::Error::other(format!("the login was answered with {code}"))),
            Ok(Err(error)) => Err(error),
            Err(_) => Err(ErrorKind::TimedOut.into()),
        }
    }

    /// Sends a frame in one piece and waits for the answer; its result code.
    ///
    /// # Errors
    /// The connection ended or broke, or the answer has no code.
    pub(super) async fn exchange(&mut self, frame: &[u8]) -> io::Result<u16> {
        self.stream.write_all(frame).await?;
        self.stream.flush().await?;
        self.answered().await
    }

    /// The same, with the length sent apart from the document.
    ///
    /// # Errors
    /// Those of [`exchange`](Self::exchange).
    pub(super) async fn exchange_apart(&mut self, frame: &[u8]) -> io::Result<u16> {
        let (header, document) = frame.split_at(HEADER);
        self.stream.write_all(header).await?;
        self.stream.flush().await?;
        self.stream.write_all(document).await?;
        self.stream.flush().await?;
        self.answered().await
    }

    /// The last answer, its length in front.
    pub(super) fn answer(&self) -> &[u8] {
        self.inbox.last()
    }

    async fn answered(&mut self) -> io::Result<u16> {
        let frame = self.inbox.next(&mut self.stream).await?;
        code(frame).ok_or_else(|| io::Error::new(ErrorKind::InvalidData, "an answer without a result code"))
    }
}

/// The first result code in an answer.
fn code(frame: &[u8]) -> Option<u16> {
    let at = memmem::find(frame, b"<result code=")? + b"<result code=".len();
    let digits = frame.get(at + 1..at + 5)?;
    std::str::from_utf8(digits).ok()?.parse().ok()
}

/// The one code that counts as success.
pub(super) const OK: u16 = 1000;
/// How long a connection or login may take.
const PATIENCE: Duration = Duration::from_secs(10);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_found_in_either_kind_of_quotes() {
        assert_eq!(code(b"....<epp><response><result code=\"1000\"><msg>"), Some(1000));
        assert_eq!(code(b"....<epp><response><result code='2302'><msg>"), Some(2302));
        for bad in [&b"....<greeting/>"[..], b"<result code=\"10", b"<result code=\"abcd\">"] {
            assert_eq!(code(bad), None);
        }
    }
}
