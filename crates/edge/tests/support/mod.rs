//! A framed echo protocol to serve, and clients to speak it.

// Each test binary uses its own part of this.
#![allow(dead_code, unreachable_pub)]

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use edge::metrics::Metrics;
use edge::tls::{self, ClientCertificates, Tls};
use edge::{
    Arrival, Authority, Connection, FRAME_DEADLINE, Gate, Handler, Issued, Listener, Network, Service,
    Shutdown,
};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::sign::CertifiedKey;
use rustls::{ClientConfig, RootCertStore, SupportedProtocolVersion};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::Instant;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_util::sync::CancellationToken;

/// Answers each frame (4 bytes of length, then so many bytes) with who is there, a space, and the frame.
pub struct Echo {
    pub frame_deadline: Duration,
}

impl Handler for Echo {
    async fn handle(&self, mut connection: Connection, stop: CancellationToken) {
        let idle = Duration::from_secs(20);
        while let Ok(Arrival::Bytes) = connection.wait(idle, &stop).await {
            let deadline = Instant::now() + self.frame_deadline;
            if connection.fill_to(4, deadline).await.is_err() {
                return;
            }
            let length = connection.waiting()[..4].try_into().map(u32::from_be_bytes).unwrap() as usize;
            if length > 100_000 {
                let _ = connection.send(&framed(b"too long"), FRAME_DEADLINE).await;
                return connection.close().await;
            }
            if connection.fill_to(4 + length, deadline).await.is_err() {
                return;
            }
            let said = format!("{} ", who(&connection));
            let answer = framed(&[said.as_bytes(), &connection.waiting()[4..4 + length]].concat());
            connection.consume(4 + length);
            if connection.send(&answer, Duration::from_millis(400)).await.is_err() {
                return;
            }
        }
        connection.close().await;
    }
}

fn who(connection: &Connection) -> String {
    let certificate = connection.certificate.map_or("-".to_owned(), |certificate| certificate.to_string());
    let version = connection.tls.map_or("plain", |tls| tls.version);
    format!("{} {version} {certificate}", connection.peer.ip())
}

pub fn framed(body: &[u8]) -> Vec<u8> {
    [&u32::try_from(body.len()).unwrap().to_be_bytes(), body].concat()
}

pub async fn read_frame(stream: &mut (impl AsyncRead + Unpin)) -> std::io::Result<String> {
    let length = stream.read_u32().await?;
    let mut body = vec![0; length as usize];
    stream.read_exact(&mut body).await?;
    Ok(String::from_utf8(body).unwrap())
}

/// A running listener and what it was made of.
pub struct Server {
    pub address: SocketAddr,
    pub gate: Arc<Gate>,
    pub metrics: Metrics,
    pub shutdown: Shutdown,
}

impl Server {
    /// Serves the echo protocol with this gate, changed as the test wants.
    pub fn echo(gate: Arc<Gate>, change: impl FnOnce(Service<Echo>) -> Service<Echo>) -> Self {
        Self::start(Echo { frame_deadline: Duration::from_millis(300) }, gate, change)
    }

    pub fn start<H: Handler>(
        handler: H,
        gate: Arc<Gate>,
        change: impl FnOnce(Service<H>) -> Service<H>,
    ) -> Self {
        let (metrics, shutdown) = (Metrics::new(), Shutdown::default());
        let listener = Listener::bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let address = listener.local_address();
        let service = change(Service::new("test", handler, Arc::clone(&gate), &metrics));
        tokio::spawn(listener.serve(service, shutdown.clone()));
        Self { address, gate, metrics, shutdown }
    }

    pub async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    pub fn refused(&self, reason: &str) -> bool {
        let line = format!("chancery_connections_refused_total{{listener=\"test\",reason=\"{reason}\"}} 1\n");
        self.metrics.encode().contains(&line)
    }

    /// Waits until nothing is connected any more.
    pub async fn empty(&self) {
        while self.gate.open() > 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

pub fn roomy() -> Arc<Gate> {
    Gate::new(100, 100)
}

pub fn networks(texts: &[&str]) -> Vec<Network> {
    texts.iter().map(|text| text.parse().unwrap()).collect()
}

pub fn server_tls(authority: &Authority) -> Tls {
    let config = tls::server_config(authority.chain_pem(), authority.key_pem(), ClientCertificates::Optional);
    Tls::new(config.unwrap())
}

pub fn der(issued: &Issued) -> CertificateDer<'static> {
    CertificateDer::from_pem_slice(issued.certificate_pem.as_bytes()).unwrap()
}

/// A client that trusts the authority and shows the certificate of `shown` with the key of `held`.
pub fn client(
    authority: &Authority,
    version: &'static SupportedProtocolVersion,
    identity: Option<(&Issued, &Issued)>,
) -> TlsConnector {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(authority.ca_pem().as_bytes()).unwrap()).unwrap();
    let builder = ClientConfig::builder_with_provider(tls::provider())
        .with_protocol_versions(&[version])
        .unwrap()
        .with_root_certificates(roots);
    let config = match identity {
        None => builder.with_no_client_auth(),
        Some((shown, held)) => {
            let key = PrivateKeyDer::from_pem_slice(held.key.expose().as_bytes()).unwrap();
            let key = tls::provider().key_provider.load_private_key(key).unwrap();
            let certified = CertifiedKey::new(vec![der(shown)], key);
            builder.with_client_cert_resolver(Arc::new(Always(Arc::new(certified))))
        }
    };
    TlsConnector::from(Arc::new(config))
}

/// Shows its certificate whatever the server asks for, and whether or not the key fits.
#[derive(Debug)]
struct Always(Arc<CertifiedKey>);

impl rustls::client::ResolvesClientCert for Always {
    fn resolve(&self, _: &[&[u8]], _: &[rustls::SignatureScheme]) -> Option<Arc<CertifiedKey>> {
        Some(Arc::clone(&self.0))
    }

    fn has_certs(&self) -> bool {
        true
    }
}

pub async fn secured(server: &Server, connector: &TlsConnector) -> std::io::Result<TlsStream<TcpStream>> {
    let name = ServerName::try_from("localhost").unwrap();
    connector.connect(name, server.connect().await).await
}

pub async fn exchange(
    stream: &mut (impl AsyncRead + tokio::io::AsyncWrite + Unpin),
    body: &[u8],
) -> std::io::Result<String> {
    stream.write_all(&framed(body)).await?;
    stream.flush().await?;
    read_frame(stream).await
}

/// Whether the server ends the connection without another byte.
pub async fn is_closed(stream: &mut (impl AsyncRead + Unpin)) -> bool {
    !matches!(stream.read(&mut [0; 64]).await, Ok(count) if count > 0)
}

/// Unix seconds: certificates of tests must be good for clients that look at the clock.
#[allow(clippy::disallowed_methods)] // a client's view of the time, which rustls takes from the system too
pub fn now() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    i64::try_from(since.as_secs()).unwrap()
}
