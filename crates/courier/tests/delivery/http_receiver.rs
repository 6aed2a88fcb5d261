//! A receiver of HTTP that answers as it is told.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// A request as it came in.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    pub(crate) line: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Received {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(header, _)| header.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }
}

/// Listens until the test ends.
pub(crate) struct Receiver {
    address: String,
    received: Arc<Mutex<Vec<Received>>>,
}

impl Receiver {
    /// Answers each request with the next of these heads, and with the last one from then on. An empty one is no
    /// answer at all: the connection is closed.
    pub(crate) fn answering(answers: &[&str]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let received = Arc::<Mutex<Vec<Received>>>::default();
        let (log, answers) =
            (Arc::clone(&received), answers.iter().map(ToString::to_string).collect::<Vec<_>>());
        thread::spawn(move || {
            for connection in listener.incoming() {
                serve(connection.unwrap(), &answers, &log);
            }
        });
        Self { address, received }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}/notices?from=chancery", self.address)
    }

    pub(crate) fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }
}

/// One request per connection.
fn serve(mut connection: TcpStream, answers: &[String], log: &Mutex<Vec<Received>>) {
    let Some(request) = read(&mut connection) else { return };
    let mut log = log.lock().unwrap();
    log.push(request);
    let answer = &answers[(log.len() - 1).min(answers.len() - 1)];
    drop(log);
    if !answer.is_empty() {
        let head = format!("HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        drop(connection.write_all(head.as_bytes()));
    }
}

fn read(connection: &mut TcpStream) -> Option<Received> {
    let mut reader = BufReader::new(connection);
    let mut next = || {
        let mut line = String::new();
        reader.read_line(&mut line).ok().filter(|read| *read > 0).map(|_| line.trim_end().to_owned())
    };
    let line = next()?;
    let mut headers = Vec::new();
    while let Some((name, value)) = next()?.split_once(": ") {
        headers.push((name.to_owned(), value.to_owned()));
    }
    let mut received = Received { line, headers, body: String::new() };
    let length = received.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    received.body = String::from_utf8(body).unwrap();
    Some(received)
}
