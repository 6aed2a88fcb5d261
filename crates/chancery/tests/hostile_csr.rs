//! Hostile requests for certificates at Enom's interface: each is told what is wrong with it, in time, and the next
//! good one is read.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use proptest::prelude::{any, prop, prop_assert};
use proptest::test_runner::{Config, TestRunner};
use testkit::{Launch, Server};

const GOOD: &str = include_str!("../../csr/tests/parsing/rsa2048.pem");
const WEAK: &str = include_str!("../../csr/tests/parsing/rsa1024.pem");
const UNKNOWN_CURVE: &str = include_str!("../../csr/tests/parsing/p521.pem");

const UNREADABLE: [&str; 2] = ["500 - Unable to parse CSR.", "Unable to retrieve CSR information"];

#[test]
fn what_is_no_request_is_told_in_time() {
    let server = start();
    let forged = GOOD.replacen("MII", "MIJ", 1);
    let nested = STANDARD.encode([0x30, 0x80].repeat(20_000));
    let megabyte = "A".repeat(1_000_000);
    for csr in ["nonsense", "AAAA", &nested, &forged, &megabyte, &GOOD[..GOOD.len() / 2]] {
        let answer = parse(&server, csr);
        for (place, line) in UNREADABLE.iter().enumerate() {
            assert!(answer.contains(&format!("\r\nErr{}={line}\r\n", place + 1)), "{answer}");
        }
    }
    for csr in [WEAK, UNKNOWN_CURVE] {
        assert!(parse(&server, csr).contains("\r\nResponseNumber1=304397\r\n"));
    }
    is_read(&server);
}

#[test]
fn random_bytes_are_told_in_time() {
    let server = start();
    let mut runner = TestRunner::new(Config { cases: 100, ..Config::default() });
    runner
        .run(&(prop::collection::vec(any::<u8>(), 0..4000), any::<bool>()), |(bytes, is_encoded)| {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let csr = if is_encoded { STANDARD.encode(&bytes) } else { text };
            prop_assert!(!parse(&server, &csr).contains("\r\nErrCount=0\r\n"));
            Ok(())
        })
        .unwrap();
    is_read(&server);
}

fn start() -> Server {
    Launch::in_memory(env!("CARGO_BIN_EXE_chancery")).unwrap().start().unwrap()
}

/// A good request is read, and only then looked for the certificate, of which there is none.
fn is_read(server: &Server) {
    assert!(parse(server, GOOD).contains("\r\nResponseNumber1=316397\r\n"));
}

/// Asks what a request says. The answer comes in time, whatever it is.
fn parse(server: &Server, csr: &str) -> String {
    let pairs = [
        ("uid", "alpha"),
        ("pw", "alpha-secret"),
        ("command", "CertParseCSR"),
        ("CertID", "1"),
        ("CSR", csr),
    ];
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    post(server, &body)
}

fn post(server: &Server, body: &str) -> String {
    let mut socket = TcpStream::connect(server.ready().listeners.http.unwrap()).unwrap();
    socket.set_read_timeout(Some(IN_TIME)).unwrap();
    let head = format!(
        "POST /interface.asp HTTP/1.1\r\nHost: test\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    socket.write_all(head.as_bytes()).unwrap();
    socket.write_all(body.as_bytes()).unwrap();
    let mut answer = String::new();
    socket.read_to_string(&mut answer).unwrap();
    answer
}

/// For how long an answer is waited for: far longer than it takes on a machine that is busy.
const IN_TIME: Duration = Duration::from_secs(30);
