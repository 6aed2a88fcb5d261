//! Guessing: how often it may be tried, and what the answers and their times give away.
//!
//! Times depend on the machine. Medians are compared within one run and told; only a gross difference is a failure.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test ends where something is not as it should be"
)]

use std::{
    io::{Read, Write, stderr},
    net::TcpStream,
    time::Duration,
};

use testkit::{Answer, EppClient, Launch, Patience, Server, rounds};

/// An unknown account and a wrong password are answered with the same words, after the same time.
#[test]
fn a_failed_login_does_not_tell_what_was_wrong() {
    let launch = Launch::on_disk(env!("CARGO_BIN_EXE_chancery")).unwrap();
    let pairs = rounds(15, 500);
    // Each account is tried once: nobody has to wait.
    for number in 0..pairs {
        launch.open_account(&format!("KNOWN-{number}"), "a-secret-of-its-own", "1.00").unwrap();
    }
    let server = launch.start().unwrap();
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for number in 0..pairs {
        let [one, other] = [("KNOWN", &mut known), ("OTHER", &mut unknown)].map(|(account, times)| {
            let (account, mut client) = (format!("{account}-{number}"), server.connect().unwrap());
            let (answer, took) = timed(|| client.login(&account, "not-the-secret").unwrap());
            times.push(took);
            assert_eq!(answer.code(), Some(2200), "{answer}");
            without_id(&answer)
        });
        assert_eq!(one, other);
    }
    compare("a wrong password", known, "an unknown account", unknown);
}

/// An authInfo that is wrong from its first character on takes as long as one that is wrong in its last, and as long as
/// any that an object without authInfo is shown.
#[test]
fn a_wrong_authinfo_does_not_tell_how_wrong_it_is() {
    let server = Launch::in_memory(env!("CARGO_BIN_EXE_chancery")).unwrap().start().unwrap();
    let (mut owner, mut thief) = (server.login("ALPHA").unwrap(), server.login("BRAVO").unwrap());
    let (mut first, mut last) = (Vec::new(), Vec::new());
    for number in 0..rounds(100, 5000) {
        let name = format!("guarded-{number}.test");
        let create = format!(
            "<create><domain:create><domain:name>{name}</domain:name>{}</domain:create></create>",
            authinfo("Let-me-go-7")
        );
        assert_eq!(owner.command(&create).unwrap().code(), Some(1000));
        for (guess, times) in [("Xet-me-go-7", &mut first), ("Let-me-go-8", &mut last)] {
            let (answer, took) = timed(|| info(&mut thief, &name, guess));
            assert_eq!(answer.code(), Some(2202), "{answer}");
            times.push(took);
        }
    }
    compare("wrong at its beginning", first, "wrong at its end", last);
}

/// Wrong guesses at one object are counted whoever makes them: after ten nobody is heard.
#[test]
fn guesses_at_an_authinfo_are_counted_over_sessions_and_accounts() {
    let launch = Launch::on_disk(env!("CARGO_BIN_EXE_chancery")).unwrap();
    launch.open_account("CHARLIE", "charlie-secret", "1.00").unwrap();
    let server = launch.start().unwrap();
    let mut owner = server.login("ALPHA").unwrap();
    let create = format!(
        "<create><domain:create><domain:name>wanted.test</domain:name>{}</domain:create></create>",
        authinfo("Let-me-go-7")
    );
    assert_eq!(owner.command(&create).unwrap().code(), Some(1000));
    for number in 0..10 {
        let mut thief = match number % 2 {
            0 => server.login("BRAVO").unwrap(),
            _ => server.login_with("CHARLIE", "charlie-secret").unwrap(),
        };
        let answer = info(&mut thief, "wanted.test", &format!("Guess-number-{number}"));
        assert!(answer.tells_of(outcomes::Outcome::AuthinfoWrong), "{number}: {answer}");
    }
    let answer = info(&mut server.login("BRAVO").unwrap(), "wanted.test", "Let-me-go-7");
    assert!(answer.tells_of(outcomes::Outcome::AuthinfoLocked), "{answer}");
}

/// Three wrong passwords end a connection; more than nine from one address have to wait, however right they are then; and
/// no more than a thousand a day are heard.
#[test]
fn passwords_cannot_be_guessed_by_trying() {
    let server = Launch::in_memory(env!("CARGO_BIN_EXE_chancery")).unwrap().start().unwrap();
    let (mut heard, tries) = (0, rounds(40, 1000));
    let mut client = server.connect().unwrap();
    for number in 0..tries {
        let answer = client.login("ALPHA", &format!("guess-{number}")).unwrap();
        heard += usize::from(!answer.tells_of(outcomes::Outcome::LoginsThrottled));
        assert!(matches!(answer.code(), Some(2200 | 2501)), "{answer}");
        if answer.code() == Some(2501) {
            assert!(client.is_closed(), "said 2501 and did not close");
            client = server.connect().unwrap();
        }
    }
    let answer = server.connect().unwrap().login("ALPHA", "alpha-secret").unwrap();
    assert!(answer.tells_of(outcomes::Outcome::LoginsThrottled), "{answer}");
    // A debug build hashes slowly, so a second or two may pass: each lets another one through.
    assert!((9..=20).contains(&heard), "{heard} of {tries} guesses were heard");
}

/// Whatever a request says of where it comes from, it counts for the address of its socket: here one that may have two
/// connections.
#[test]
fn headers_do_not_move_the_source_of_a_request() {
    let launch = Launch::in_memory(env!("CARGO_BIN_EXE_chancery")).unwrap();
    let server = launch.flag("--connections-per-address").flag("2").start().unwrap();
    let held = [held_open(&server), held_open(&server)];
    for claim in CLAIMS {
        let mut socket = TcpStream::connect(server.ready().listeners.http.unwrap()).unwrap();
        let mut answer = Vec::new();
        // It may be closed before all is written.
        let _ = socket.write_all(claim.as_bytes());
        let _ = socket.read_to_end(&mut answer);
        assert!(answer.is_empty(), "{claim}: {}", String::from_utf8_lossy(&answer));
    }
    drop(held);
    let name = "chancery_connections_refused_total{listener=\"http\",reason=\"source_full\"} ";
    let refused = |metrics: &str| metrics.lines().find_map(|line| line.strip_prefix(name)?.parse().ok());
    let refused: Option<usize> = Patience::seconds(5).until(|| refused(&server.metrics().ok()?));
    assert!(refused >= Some(CLAIMS.len()), "{refused:?}");
}

/// An HTTP connection that has been answered and stays open.
fn held_open(server: &Server) -> TcpStream {
    let mut socket = TcpStream::connect(server.ready().listeners.http.unwrap()).unwrap();
    socket.write_all(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let mut answer = [0; 12];
    socket.read_exact(&mut answer).unwrap();
    assert_eq!(&answer, b"HTTP/1.1 200");
    socket
}

/// The answer but for the id of its transaction, which no two answers share.
fn without_id(answer: &Answer) -> String {
    answer.text().replace(&answer.at("svTRID").unwrap(), "")
}

fn info(client: &mut EppClient, name: &str, guess: &str) -> Answer {
    let authinfo = authinfo(guess);
    client
        .command(&format!(
            "<info><domain:info><domain:name>{name}</domain:name>{authinfo}</domain:info></info>"
        ))
        .unwrap()
}

fn authinfo(text: &str) -> String {
    format!("<domain:authInfo><domain:pw>{text}</domain:pw></domain:authInfo>")
}

fn timed<T>(act: impl FnOnce() -> T) -> (T, Duration) {
    let patience = Patience::seconds(1);
    let answer = act();
    (answer, patience.spent())
}

fn compare(one: &str, times: Vec<Duration>, other: &str, other_times: Vec<Duration>) {
    let (a, b) = (median(times), median(other_times));
    let ratio = a.as_secs_f64() / b.as_secs_f64();
    let _ = writeln!(stderr(), "{one}: {a:?}; {other}: {b:?}; ratio {ratio:.3}");
    assert!((0.1..10.0).contains(&ratio), "{one}: {a:?}; {other}: {b:?}");
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// Requests that claim to come from elsewhere, by all the ways there are.
const CLAIMS: [&str; 6] = [
    "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113.5\r\n\r\n",
    "GET /healthz HTTP/1.1\r\nHost: localhost\r\nForwarded: for=203.0.113.5\r\n\r\n",
    "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Real-IP: 203.0.113.5\r\n\r\n",
    "PROXY TCP4 203.0.113.5 127.0.0.1 4000 80\r\nGET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "\r\n\r\n\0\r\nQUIT\n\x21\x11\0\x0c\x01\x02\x03\x04\x7f\0\0\x01\0\x50\x02\x3cGET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 127.0.0.1, 203.0.113.5\r\n\r\n",
];
