//! Requests of RRPproxy over HTTP, byte by byte.

use std::{
    io::{Read, Write},
    net::TcpStream,
};

use testkit::Server;

/// A command with its login, as a body.
pub(crate) fn form(login: &str, secret: &str, command: &str) -> String {
    let pairs = [("s_login", login), ("s_pw", secret), ("s_command", command)];
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// The code of an answer that is whole: its lines are those that it should have, and it has one code.
pub(crate) fn code(answer: &str) -> u32 {
    let lines: Vec<&str> = answer.strip_suffix("EOF\n").expect("an end").lines().collect();
    assert_eq!(lines[0], "[RESPONSE]", "{answer}");
    assert!(lines[2].starts_with("description = "), "{answer}");
    let rest = &lines[3..];
    let is_known =
        |line: &&str| ["property[", "runtime = ", "queuetime = "].iter().any(|key| line.starts_with(key));
    assert!(rest.len() >= 2 && rest.iter().all(is_known), "{answer}");
    lines[1].strip_prefix("code = ").and_then(|code| code.parse().ok()).expect("a code")
}

/// What comes back.
pub(crate) fn post(server: &Server, body: &str) -> String {
    let mut socket = TcpStream::connect(server.ready().listeners.http.unwrap()).unwrap();
    let head = format!(
        "POST /api/call HTTP/1.1\r\nHost: test\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    socket.write_all(head.as_bytes()).unwrap();
    // Whoever sends too much may be answered, and the connection closed, before it has sent all.
    let _ = socket.write_all(body.as_bytes());
    let mut answer = Vec::new();
    socket.read_to_end(&mut answer).unwrap();
    let answer = String::from_utf8(answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 200 "), "{head}");
    body.to_owned()
}
