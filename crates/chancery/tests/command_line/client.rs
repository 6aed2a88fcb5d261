//! Just enough of a client to see that a server is there and who it lets in.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

use crate::process::Server;

/// The answer to a GET over plain HTTP.
pub(crate) fn get(address: &str, path: &str) -> String {
    ask(connect(address), path)
}

/// The answer to a GET over HTTPS, trusting the server's authority.
pub(crate) fn get_secure(server: &Server, path: &str) -> String {
    ask(secure(server, "https", None), path)
}

/// A session over EPP.
pub(crate) struct Epp(StreamOwned<ClientConnection, TcpStream>);

impl Epp {
    /// Connects and hears the greeting.
    pub(crate) fn connect(server: &Server, certificate: Option<&edge::Issued>) -> Self {
        let mut epp = Self(secure(server, "epp", certificate));
        let greeting = epp.read().unwrap();
        assert!(greeting.contains("<greeting"), "{greeting}");
        epp
    }

    /// Logs in and returns the result code.
    pub(crate) fn login(&mut self, clid: &str, password: &str) -> u32 {
        let login = format!(
            "<login><clID>{clid}</clID><pw>{password}</pw><options><version>1.0</version><lang>en</lang></options>\
             <svcs><objURI>{DOMAIN}</objURI></svcs></login>"
        );
        self.ask(&login).unwrap()
    }

    /// Registers a name without contacts and returns the result code, `None` when the server is gone.
    pub(crate) fn create(&mut self, name: &str) -> Option<u32> {
        self.ask(&format!(
            "<create><create xmlns=\"{DOMAIN}\"><name>{name}</name><authInfo><pw>Zx9-kupfer</pw></authInfo></create></create>"
        ))
    }

    /// Whether the server says goodbye (code 2500 or 2502) and closes.
    pub(crate) fn is_told_to_go(&mut self) -> bool {
        let answer = self.read().unwrap();
        let mut rest = Vec::new();
        // A client that hears goodbye does not care how the stream ends.
        let _ = self.0.read_to_end(&mut rest);
        rest.is_empty() && matches!(code(&answer), Some(2500 | 2502))
    }

    fn ask(&mut self, command: &str) -> Option<u32> {
        let document =
            format!("<epp xmlns=\"urn:ietf:params:xml:ns:epp-1.0\"><command>{command}</command></epp>");
        let length = u32::try_from(document.len() + 4).unwrap();
        self.0.write_all(&[&length.to_be_bytes(), document.as_bytes()].concat()).ok()?;
        code(&self.read().ok()?)
    }

    fn read(&mut self) -> std::io::Result<String> {
        let mut header = [0; 4];
        self.0.read_exact(&mut header)?;
        let mut document = vec![0; u32::from_be_bytes(header) as usize - 4];
        self.0.read_exact(&mut document)?;
        Ok(String::from_utf8(document).unwrap())
    }
}

fn code(answer: &str) -> Option<u32> {
    answer.split("code=\"").nth(1)?.split('"').next()?.parse().ok()
}

/// The code of a login on a connection of its own.
pub(crate) fn login(server: &Server, clid: &str, password: &str) -> u32 {
    Epp::connect(server, None).login(clid, password)
}

fn ask(mut stream: impl Read + Write, path: &str) -> String {
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

fn secure(
    server: &Server,
    listener: &str,
    certificate: Option<&edge::Issued>,
) -> StreamOwned<ClientConnection, TcpStream> {
    let mut roots = RootCertStore::empty();
    let ca_file = server.ready["ca_file"].as_str().unwrap();
    roots.add(CertificateDer::from_pem_file(ca_file).unwrap()).unwrap();
    let builder = ClientConfig::builder_with_provider(edge::tls::provider());
    let builder = builder.with_safe_default_protocol_versions().unwrap().with_root_certificates(roots);
    let config = match certificate {
        None => builder.with_no_client_auth(),
        Some(issued) => {
            let chain = vec![CertificateDer::from_pem_slice(issued.certificate_pem.as_bytes()).unwrap()];
            let key = PrivateKeyDer::from_pem_slice(issued.key.expose().as_bytes()).unwrap();
            builder.with_client_auth_cert(chain, key).unwrap()
        }
    };
    let name = ServerName::try_from("localhost").unwrap();
    let connection = ClientConnection::new(Arc::new(config), name).unwrap();
    StreamOwned::new(connection, connect(&server.address(listener)))
}

fn connect(address: &str) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream.set_nodelay(true).unwrap();
    stream
}

const PATIENCE: Duration = Duration::from_secs(10);
const DOMAIN: &str = "urn:ietf:params:xml:ns:domain-1.0";
