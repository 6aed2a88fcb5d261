//! A client for EPP: as polite, or as rude, as a test needs.

mod documents;
mod identity;

use std::{
    io::{self, Read, Write},
    net::{Shutdown, SocketAddr, TcpStream},
    path::Path,
    sync::Arc,
    time::Duration,
};

use anyhow::{Context, Result, bail};
use rustls::pki_types::{CertificateDer, pem::PemObject};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned, pki_types::ServerName};

use crate::{Answer, framed, read_frame};

use documents::login;
pub(crate) use documents::login_body;
pub use documents::{command, epp};
pub use identity::ClientIdentity;

/// An EPP connection. It waits for an answer no longer than ten seconds.
#[derive(Debug)]
pub struct EppClient {
    stream: StreamOwned<ClientConnection, TcpStream>,
    greeting: Answer,
    read: fn(String) -> Answer,
}

impl EppClient {
    /// Connects and reads the greeting.
    ///
    /// # Errors
    /// When there is no connection or no greeting.
    pub fn connect(address: SocketAddr, tls: Arc<ClientConfig>) -> Result<Self> {
        let socket = TcpStream::connect_timeout(&address, PATIENCE).context("connecting")?;
        socket.set_nodelay(true)?;
        socket.set_read_timeout(Some(PATIENCE))?;
        socket.set_write_timeout(Some(PATIENCE))?;
        let session = ClientConnection::new(tls, ServerName::try_from("localhost")?)?;
        let mut stream = StreamOwned::new(session, socket);
        let greeting = read_frame(&mut stream).context("reading the greeting")?;
        let greeting = greeting.context("the server closed without a greeting")?;
        let read = if greeting.contains(NOMINET) { Answer::of_nominet } else { Answer::new };
        Ok(Self { stream, greeting: read(greeting), read })
    }

    /// The greeting that the connection began with.
    pub fn greeting(&self) -> &Answer {
        &self.greeting
    }

    /// Logs in with every service that the greeting offers.
    ///
    /// # Errors
    /// When there is no answer.
    pub fn login(&mut self, account: &str, secret: &str) -> Result<Answer> {
        let document = login(&self.greeting, account, secret);
        self.ask(&document)
    }

    /// Sends a command, wrapped and framed, and reads its answer.
    ///
    /// # Errors
    /// When there is no answer.
    pub fn command(&mut self, body: &str) -> Result<Answer> {
        self.ask(&command(body, None))
    }

    /// Sends a whole document and reads its answer.
    ///
    /// # Errors
    /// When there is no answer.
    pub fn ask(&mut self, document: &str) -> Result<Answer> {
        self.send(document.as_bytes()).context("sending")?;
        match self.receive().context("receiving")? {
            Some(answer) => Ok(answer),
            None => bail!("the server closed instead of answering {document}"),
        }
    }

    /// Sends a document as one frame, in one write.
    ///
    /// # Errors
    /// When it cannot be sent.
    pub fn send(&mut self, document: &[u8]) -> io::Result<()> {
        self.send_bytes(&framed(document))
    }

    /// Sends bytes as they are, which need be no frame.
    ///
    /// # Errors
    /// When they cannot be sent.
    pub fn send_bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stream.write_all(bytes)?;
        self.stream.flush()
    }

    /// Reads an answer; `None` where the server has closed.
    ///
    /// # Errors
    /// When nothing comes for long, or what comes is no frame.
    pub fn receive(&mut self) -> io::Result<Option<Answer>> {
        Ok(read_frame(&mut self.stream)?.map(self.read))
    }

    /// Waits until the server closes, reading over what it still says; whether it did so in time.
    pub fn is_closed(&mut self) -> bool {
        let mut rest = [0; 4096];
        loop {
            match self.stream.read(&mut rest) {
                Ok(0) => return true,
                Ok(_) => {}
                Err(error) => {
                    return !matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut);
                }
            }
        }
    }

    /// Waits another time for answers than the usual ten seconds.
    ///
    /// # Errors
    /// When the socket is gone.
    pub fn set_patience(&mut self, patience: Duration) -> io::Result<()> {
        self.stream.sock.set_read_timeout(Some(patience))
    }

    /// Waits another time until the server takes what is sent than the usual ten seconds.
    ///
    /// # Errors
    /// When the socket is gone.
    pub fn set_write_patience(&self, patience: Duration) -> io::Result<()> {
        self.stream.sock.set_write_timeout(Some(patience))
    }

    /// Cuts the connection without a farewell, as a broken network would.
    pub fn cut(self) {
        // It may be cut already.
        let _ = self.stream.sock.shutdown(Shutdown::Both);
    }
}

/// TLS settings that trust the authority in a PEM file and show `identity`, if there is one.
pub(crate) fn trusting(ca_file: &Path, identity: Option<&ClientIdentity>) -> Result<Arc<ClientConfig>> {
    let authority =
        CertificateDer::from_pem_file(ca_file).with_context(|| format!("reading {}", ca_file.display()))?;
    let mut roots = RootCertStore::empty();
    roots.add(authority)?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    let builder = builder.with_root_certificates(roots);
    Ok(Arc::new(match identity {
        None => builder.with_no_client_auth(),
        Some(identity) => builder.with_client_auth_cert(vec![identity.certificate()], identity.key())?,
    }))
}

/// What a greeting of Nominet's EPP has in it.
const NOMINET: &str = "//www.nominet.org.uk/";
const PATIENCE: Duration = Duration::from_secs(10);
