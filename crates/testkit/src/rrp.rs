//! A client of RRP (RFC 2832).

use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, StreamOwned};

use crate::path::EPP;
use crate::wapi::escaped;

/// A connection. It waits for an answer no longer than ten seconds.
#[derive(Debug)]
pub struct RrpClient {
    stream: BufReader<StreamOwned<ClientConnection, TcpStream>>,
}

impl RrpClient {
    /// Connects and reads the greeting.
    ///
    /// # Errors
    /// When there is no connection or no greeting.
    pub fn connect(address: SocketAddr, tls: Arc<ClientConfig>) -> Result<Self> {
        let socket = TcpStream::connect_timeout(&address, PATIENCE).context("connecting")?;
        socket.set_nodelay(true)?;
        socket.set_read_timeout(Some(PATIENCE))?;
        let session = ClientConnection::new(tls, ServerName::try_from("localhost")?)?;
        let mut client = Self { stream: BufReader::new(StreamOwned::new(session, socket)) };
        let greeting = client.receive()?.context("the server closed without a greeting")?;
        if !greeting.lines().next().is_some_and(|line| line.contains(" RRP Server version ")) {
            bail!("this is no greeting of RRP: {greeting}");
        }
        Ok(client)
    }

    /// Sends a request, whose last line is added, and reads its answer; `None` where the server closes instead.
    ///
    /// # Errors
    /// When it cannot be sent, or nothing comes.
    pub fn ask(&mut self, request: &str) -> Result<Option<String>> {
        let lines: String = request.lines().map(|line| format!("{line}\r\n")).collect();
        self.send_bytes(format!("{lines}.\r\n").as_bytes())?;
        self.receive()
    }

    /// Sends bytes that need be no request.
    ///
    /// # Errors
    /// When the server no longer takes any.
    pub fn send_bytes(&mut self, bytes: &[u8]) -> Result<()> {
        let stream = self.stream.get_mut();
        stream.write_all(bytes)?;
        Ok(stream.flush()?)
    }

    /// Waits until the server closes, reading over what it still says; whether it did so in time.
    pub fn is_closed(&mut self) -> bool {
        loop {
            match self.receive() {
                Ok(Some(_)) => {}
                Ok(None) => return true,
                Err(_) => return false,
            }
        }
    }

    /// Reads an answer without its last line; `None` where the server has closed.
    ///
    /// # Errors
    /// When nothing comes for long.
    pub fn receive(&mut self) -> Result<Option<String>> {
        let mut answer = String::new();
        loop {
            let mut line = String::new();
            match self.stream.read_line(&mut line) {
                Ok(0) => return Ok(None),
                // A server that closes need not say goodbye in TLS.
                Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Ok(None),
                Err(error) => return Err(error.into()),
                Ok(_) if line.trim() == "." => return Ok(Some(answer)),
                Ok(_) => answer.push_str(&line),
            }
        }
    }
}

/// An answer as a document in which paths can be looked for: a property is an element of its name in small letters without
/// spaces.
pub(crate) fn as_xml(answer: &str) -> String {
    let mut lines = answer.lines();
    let (code, description) = lines.next().and_then(|line| line.split_once(' ')).unwrap_or_default();
    let element = |name: &str, value: &str| format!("<{name}>{}</{name}>", escaped(value));
    let property = |line: &str| {
        let (name, value) = line.split_once(':')?;
        Some(element(&name.trim().to_ascii_lowercase().replace(' ', ""), value.trim()))
    };
    let properties: String = lines.filter_map(property).collect();
    let head = element("code", code) + &element("description", description);
    format!("<answer xmlns=\"{EPP}\">{head}{properties}</answer>")
}

const PATIENCE: Duration = Duration::from_secs(10);
