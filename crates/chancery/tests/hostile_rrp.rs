//! Hostile bytes on RRP's connections: each gets a proper answer or a clean end, and nobody else notices, neither a
//! session of EPP that was logged in before (the canary) nor one of RRP.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test ends where something is not as it should be"
)]

mod canary;

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

use canary::Canary;
use testkit::{Launch, Patience, RrpClient, Server};

/// What cannot be read is refused with 507, and the session goes on.
#[test]
fn requests_that_cannot_be_read_are_refused_and_the_session_goes_on() {
    let (server, mut canary, mut quiet) = start(&[]);
    let mut client = log_in(&server, "BRAVO");
    let many = "x\r\n".repeat(4000);
    let requests: [&[u8]; 7] = [
        b"\r\n.\r\n",
        b"\0\r\n.\r\n",
        b"check\r\nEntityName:Domain\r\nDomainName:a\0b.test\r\n.\r\n",
        b"check\r\nEntityName:Domain\r\nDomainName:\xc3\xa9.test\r\n.\r\n",
        b"\xff\xfe\r\n.\r\n",
        b"check\r\nDomainName\r\n.\r\n",
        &[b"check\r\n", many.as_bytes(), b".\r\n"].concat(),
    ];
    for request in requests {
        client.send_bytes(request).unwrap();
        let answer = client.receive().unwrap().expect("closed without a word");
        assert!(answer.starts_with("507 "), "{answer}");
        canary.sings();
    }
    is_well(&mut client);
    is_well(&mut quiet);
}

/// A line without an end, and attributes without number: nothing of it is kept, and the connection ends.
#[test]
fn what_is_too_long_ends_the_connection_and_is_not_kept() {
    let (server, mut canary, mut quiet) = start(&["--no-journal"]);
    let endless = vec![b'x'; 1_000_000];
    let attributes =
        format!("add\r\nEntityName:Domain\r\n{}.\r\n", "NameServer:ns1.x.test\r\n".repeat(100_000));
    let memory = server.resident_kib().unwrap();
    for bytes in [&endless[..], attributes.as_bytes()].repeat(5) {
        for mut client in [server.connect_rrp().unwrap(), log_in(&server, "BRAVO")] {
            // The server may close while the bytes are on their way, and its last word be lost with them.
            let _ = client.send_bytes(bytes);
            if let Ok(Some(answer)) = client.receive() {
                assert!(answer.starts_with("507 "), "{answer}");
            }
            assert!(
                client.send_bytes(b"quit\r\n.\r\n").is_err()
                    || client.is_closed()
                    || client.receive().is_err()
            );
        }
        canary.sings();
    }
    let grown = server.resident_kib().unwrap().saturating_sub(memory);
    assert!(grown < 8192, "memory has grown by {grown} KiB");
    is_well(&mut quiet);
}

/// Half a request and then silence, or a byte now and then: both end when a request may not take longer.
#[test]
fn slow_requests_run_out_of_time() {
    let (server, mut canary, mut quiet) = start(&["--frame-deadline", "1"]);
    let request = b"check\r\nEntityName:Domain\r\nDomainName:slow.test\r\n.\r\n";
    let mut silent: Vec<RrpClient> = (1..request.len() - 1)
        .map(|cut| {
            let mut client = server.connect_rrp().unwrap();
            client.send_bytes(&request[..cut]).unwrap();
            client
        })
        .collect();
    let mut slow = log_in(&server, "BRAVO");
    let patience = Patience::seconds(4);
    while patience.spent() < Duration::from_millis(1500) && slow.send_bytes(b"x").is_ok() {
        std::thread::sleep(Duration::from_millis(100));
        canary.sings();
    }
    for client in silent.iter_mut().chain([&mut slow]) {
        let answer = client.receive().unwrap().expect("closed without a word");
        assert!(answer.starts_with("520 "), "{answer}");
        assert!(client.is_closed());
    }
    is_well(&mut quiet);
}

/// Requests may come before the greeting is read, many in one piece, or byte by byte: the answers come in their order.
#[test]
fn requests_arrive_early_split_and_joined() {
    let (server, _, mut quiet) = start(&[]);
    let mut client = log_in(&server, "BRAVO");
    let request = |name: &str| format!("check\r\nEntityName:Domain\r\nDomainName:{name}\r\n.\r\n");
    for byte in request("split.test").bytes() {
        client.send_bytes(&[byte]).unwrap();
    }
    assert!(client.receive().unwrap().unwrap().starts_with("210 "));
    client.send_bytes((request("joined.test") + "fly\r\n.\r\n").repeat(50).as_bytes()).unwrap();
    for code in ["210 ", "500 "].repeat(50) {
        let answer = client.receive().unwrap().unwrap();
        assert!(answer.starts_with(code), "{answer}");
    }
    is_well(&mut quiet);
}

/// Bytes that are no TLS, a request in plain text among them, are never answered.
#[test]
fn what_is_no_tls_is_dropped() {
    let (server, mut canary, mut quiet) = start(&[]);
    let address = server.ready().listeners.rrp.unwrap();
    for bytes in
        [&b"session\r\n-Id:ALPHA\r\n-Password:alpha-secret\r\n.\r\n"[..], &[0; 64], b"GET / HTTP/1.1\r\n\r\n"]
    {
        let mut socket = TcpStream::connect(address).unwrap();
        socket.set_read_timeout(Some(Duration::from_secs(12))).unwrap();
        socket.write_all(bytes).unwrap();
        let mut said = Vec::new();
        // A reset is an end like any other.
        let _ = socket.read_to_end(&mut said);
        assert!(!String::from_utf8_lossy(&said).contains("RRP"), "a greeting without TLS");
        canary.sings();
    }
    is_well(&mut quiet);
}

fn start(flags: &[&str]) -> (Server, Canary, RrpClient) {
    let launch = Launch::in_memory(env!("CARGO_BIN_EXE_chancery")).unwrap();
    let server = flags.iter().fold(launch, |launch, flag| launch.flag(*flag)).start().unwrap();
    let (canary, quiet) = (Canary::of(&server), log_in(&server, "ALPHA"));
    (server, canary, quiet)
}

fn log_in(server: &Server, account: &str) -> RrpClient {
    let mut client = server.connect_rrp().unwrap();
    let secret = server.ready().secret(account).unwrap();
    let answer = client.ask(&format!("session\n-Id:{account}\n-Password:{secret}")).unwrap().unwrap();
    assert!(answer.starts_with("200 "), "{answer}");
    client
}

fn is_well(client: &mut RrpClient) {
    let answer = client.ask("describe").unwrap().expect("closed");
    assert!(answer.starts_with("200 "), "{answer}");
}
