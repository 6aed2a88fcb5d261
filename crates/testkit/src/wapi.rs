//! A client of WAPI, in either format.

use std::fmt::Write as _;
use std::io::{Read, Write};
use std::net::{IpAddr, Shutdown, SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use sha1::{Digest as _, Sha1};
use socket2::{Domain, Socket, Type};

use crate::Answer;
use crate::path::EPP;

/// The format of a request and of its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WapiFormat {
    /// JSON.
    Json,
    /// XML.
    Xml,
}

/// Who asks.
#[derive(Clone, Debug)]
pub struct WapiUser {
    /// The login.
    pub login: String,
    /// The secret.
    pub secret: String,
    /// The address to come from; any unless said otherwise.
    pub from: Option<IpAddr>,
}

impl WapiFormat {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Json, Self::Xml];

    /// The last part of its path.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Xml => "xml",
        }
    }

    /// A whole request.
    pub fn request(self, envelope: Map<String, Value>) -> String {
        match self {
            Self::Json => json!({"request": envelope}).to_string(),
            Self::Xml => element("request", &Value::Object(envelope)),
        }
    }
}

impl WapiUser {
    /// What it makes of its secret now, by the clock on the wall: a client knows of no other.
    pub fn token_now(&self) -> String {
        self.token(jiff::Timestamp::now().as_second())
    }

    /// What it makes of its secret at a moment, in Unix seconds.
    pub fn token(&self, seconds: i64) -> String {
        let stamp = jiff::Timestamp::from_second(seconds).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let hour = stamp.in_tz("Europe/Prague").map_or(0, |there| there.hour());
        let inner = hex::encode(Sha1::digest(self.secret.as_bytes()));
        hex::encode(Sha1::digest(format!("{}{inner}{hour:02}", self.login).as_bytes()))
    }
}

/// Sends the commands of one account, each by a connection of its own, as most clients do.
#[derive(Clone, Debug)]
pub struct WapiClient {
    to: SocketAddr,
    user: WapiUser,
}

impl WapiClient {
    /// Speaks for a user at an address.
    pub const fn new(to: SocketAddr, user: WapiUser) -> Self {
        Self { to, user }
    }

    /// Sends a command and reads the answer.
    ///
    /// # Errors
    /// When there is none.
    pub fn ask(&self, format: WapiFormat, command: &str, data: &Value) -> Result<Answer> {
        let token = self.user.token_now();
        let envelope = json!({"user": self.user.login, "auth": token, "command": command, "data": data});
        let Value::Object(envelope) = envelope else { anyhow::bail!("an envelope is an object") };
        let text = post(self.to, self.user.from, format, &form(&format.request(envelope)))?;
        Ok(Answer::of_wapi(text, format))
    }
}

/// A form with a request in it.
pub(crate) fn form(request: &str) -> Vec<u8> {
    form_urlencoded::Serializer::new(String::new()).append_pair("request", request).finish().into_bytes()
}

/// Posts a body, and reads what comes back.
///
/// # Errors
/// When nothing does, or something else than HTTP 200.
pub(crate) fn post(to: SocketAddr, from: Option<IpAddr>, format: WapiFormat, body: &[u8]) -> Result<String> {
    let head = format!(
        "POST /wapi/{} HTTP/1.1\r\nHost: {to}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n",
        format.name(),
        body.len()
    );
    exchange(to, from, &head, body)
}

/// Sends a head and a body by a connection of its own, and reads what comes back.
///
/// # Errors
/// When nothing does, or something else than HTTP 200.
pub(crate) fn exchange(to: SocketAddr, from: Option<IpAddr>, head: &str, body: &[u8]) -> Result<String> {
    answer(sent(to, from, head, body)?)
}

/// The same, and no more is sent behind the body, whatever the head says of its length.
pub(crate) fn exchange_torn(to: SocketAddr, from: Option<IpAddr>, head: &str, body: &[u8]) -> Result<String> {
    let stream = sent(to, from, head, body)?;
    stream.shutdown(Shutdown::Write)?;
    answer(stream)
}

fn sent(to: SocketAddr, from: Option<IpAddr>, head: &str, body: &[u8]) -> Result<TcpStream> {
    let mut stream = connect(to, from)?;
    stream.write_all(head.as_bytes())?;
    // The server may answer, and close, before it has read all of a body that is too large.
    drop(stream.write_all(body));
    Ok(stream)
}

fn answer(mut stream: TcpStream) -> Result<String> {
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let answer = String::from_utf8(answer).context("the answer is no text")?;
    let (head, body) = answer.split_once("\r\n\r\n").with_context(|| format!("no HTTP: {answer:?}"))?;
    anyhow::ensure!(head.starts_with("HTTP/1.1 200 "), "expected HTTP 200, whatever the code: {head}");
    Ok(body.to_owned())
}

fn connect(to: SocketAddr, from: Option<IpAddr>) -> Result<TcpStream> {
    let socket = Socket::new(Domain::for_address(to), Type::STREAM, None)?;
    if let Some(from) = from {
        socket.bind(&SocketAddr::new(from, 0).into()).with_context(|| format!("to come from {from}"))?;
    }
    socket.connect(&to.into())?;
    socket.set_read_timeout(Some(Duration::from_secs(60)))?;
    Ok(socket.into())
}

/// An answer as a document in which paths can be looked for, the same for both formats.
pub(crate) fn as_xml(answer: &str, format: WapiFormat) -> String {
    let document = match format {
        WapiFormat::Xml => answer.split_once("?>").map_or(answer, |(_, document)| document).to_owned(),
        WapiFormat::Json => match serde_json::from_str::<Map<String, Value>>(answer) {
            Ok(map) => map.iter().map(|(name, value)| element(name, value)).collect(),
            Err(_) => String::new(),
        },
    };
    document.replacen('>', &format!(" xmlns=\"{EPP}\">"), 1)
}

/// What JSON says, in XML: lists are repeated, and so is what has numbers for names.
fn element(name: &str, value: &Value) -> String {
    match value {
        Value::Array(items) => items.iter().map(|item| element(name, item)).collect(),
        Value::Object(entries) if is_numbered(entries) => {
            let item = if name == "data" { "item" } else { name };
            let items: String = entries.values().map(|value| element(item, value)).collect();
            if name == "data" { format!("<data>{items}</data>") } else { items }
        }
        Value::Object(entries) => {
            let inner: String = entries.iter().map(|(name, value)| element(name, value)).collect();
            format!("<{name}>{inner}</{name}>")
        }
        Value::Null => format!("<{name}/>"),
        Value::Bool(truth) => format!("<{name}>{}</{name}>", u8::from(*truth)),
        Value::Number(number) => format!("<{name}>{number}</{name}>"),
        Value::String(text) => format!("<{name}>{}</{name}>", escaped(text)),
    }
}

fn is_numbered(entries: &Map<String, Value>) -> bool {
    !entries.is_empty() && entries.keys().all(|name| name.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A text as XML writes it.
pub(crate) fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut escaped, letter| {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\r' => escaped.push_str("&#13;"),
            _ => drop(escaped.write_char(letter)),
        }
        escaped
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_formats_are_looked_at_alike() {
        let json =
            r#"{"response":{"code":1000,"data":{"domain":{"1":{"name":"a"},"0":{"name":"b<"}},"row":[]}}}"#;
        let xml = "<?xml version=\"1.0\"?><response><code>1000</code><data><domain><name>a</name></domain>\
                   <domain><name>b&lt;</name></domain></data></response>";
        assert_eq!(as_xml(json, WapiFormat::Json), as_xml(xml, WapiFormat::Xml));
    }

    #[test]
    fn a_token_is_that_of_the_manual() {
        let tester = WapiUser { login: "tester".to_owned(), secret: "123456".to_owned(), from: None };
        assert_eq!(
            tester.token(1_768_473_000),
            "ac28237e80e68efa3bfd07f42dca3d41c5986e01",
            "11:30 in Prague"
        );
    }
}
